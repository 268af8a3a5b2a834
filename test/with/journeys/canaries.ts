import assert from "node:assert/strict";

/** The forms in which a text may travel. */
function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((skipped) => {
    // Base64 of a text inside a longer one depends on where it begins; the ends hold bits of what is around.
    const inside = Buffer.concat([Buffer.alloc(skipped), bytes]).toString("base64");
    return inside.slice(skipped === 0 ? 0 : 4, -4);
  });
  const forms = [text, JSON.stringify(text).slice(1, -1), JSON.stringify(JSON.stringify(text)).slice(3, -3)];
  return [...new Set([...forms, ...base64, encodeURIComponent(text), bytes.toString("hex")])];
}

/** None of the canaries is told, in any form. */
export function assertUntold(where: string, told: string, canaries: readonly string[]): void {
  for (const canary of canaries) {
    for (const form of formsOf(canary)) {
      const place = told.indexOf(form);
      const around = told.slice(Math.max(0, place - 150), place + 150);
      assert.equal(place, -1, `${where} tells ${canary} as ${form}: ${around}`);
    }
  }
}
