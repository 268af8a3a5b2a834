import { printable } from "../ground/printable";

/** Removes secrets from text, in plain and in the encodings in which they are sent. */
export class Redactor {
  private readonly forms = new Set<string>();
  /** Short secrets, which are removed only where they stand as a whole word. */
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

  /** Returns the text without secrets, on one line that is safe for a terminal and the log of a build server. */
  clean(text: string): string {
    let clean = text;
    for (const form of [...this.forms].sort((a, b) => b.length - a.length)) clean = clean.replaceAll(form, "[secret]");
    for (const word of this.words) clean = clean.replace(new RegExp(`(?<![\\w.])${word}(?![\\w.])`, "g"), "[secret]");
    return printable(clean);
  }
}
