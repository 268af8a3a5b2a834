import { printable } from "../ground/printable";

/** Takes secrets out of text before anybody reads it, as they are and as they travel. */
export class Redactor {
  private readonly forms = new Set<string>();
  /** Too short to be searched for anywhere but as a word of their own. */
  private readonly words = new Set<string>();

  add(secret: unknown): void {
    if (typeof secret === "object" && secret !== null) {
      for (const part of Object.values(secret)) this.add(part);
      return;
    }
    const text = `${secret ?? ""}`;
    if (text.length < 4) {
      if (/^\w+$/.test(text)) this.words.add(text);
      return;
    }
    const json = JSON.stringify(text).slice(1, -1);
    const base64 = Buffer.from(text).toString("base64").replace(/=+$/, "");
    for (const form of [text, json, encodeURIComponent(text), base64]) this.forms.add(form);
  }

  /** The text without secrets, on one line that a terminal and a build's log may show. */
  clean(text: string): string {
    let clean = text;
    for (const form of [...this.forms].sort((a, b) => b.length - a.length)) clean = clean.replaceAll(form, "[secret]");
    for (const word of this.words) clean = clean.replace(new RegExp(`(?<![\\w.])${word}(?![\\w.])`, "g"), "[secret]");
    return printable(clean);
  }
}
