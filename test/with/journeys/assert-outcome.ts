import assert from "node:assert/strict";

/** How a run ended, and all that it printed. */
export interface Outcome {
  code: number;
  text: string;
}

export function assertDone({ code, text }: Outcome): void {
  assert.equal(code, 0, text);
}

/** Refused, with all of these words. */
export function assertRefused({ code, text }: Outcome, ...words: string[]): void {
  assert.notEqual(code, 0, `this should have been refused:\n${text}`);
  assertSays(text, ...words);
}

/** All of these words are there; lines may be broken, and names followed by spaces that align them. */
export function assertSays(text: string, ...words: string[]): void {
  const flat = text.replace(/\s+/g, " ").replaceAll(" : ", ": ");
  for (const word of words) assert.ok(flat.includes(word), `"${word}" is missing in:\n${text}`);
}

/** Nothing is created, updated, replaced or deleted. */
export function assertUnchanged({ code, text }: Outcome): void {
  assertDone({ code, text });
  assert.match(text, /\d+ unchanged/);
  assert.doesNotMatch(text, /\d+ (?:to )?(?:create|update|replace|delete)/);
}
