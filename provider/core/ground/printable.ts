/** Control characters, marks of the writing direction, invisible line separators, and tags, which are invisible letters. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * The texts that GitHub Actions and Azure Pipelines read as commands: the first at the start of a line, the second anywhere.
 */
const COMMANDS = /^\s*:(?=:)|#(?=#(?:vso)?\[)/g;

/**
 * Returns the text on one line that is safe for a terminal and the log of a build server: a line break becomes a space,
 * control characters become escapes, and no command can begin.
 */
export function printable(text: string): string {
  return text
    .replace(/ *[\t\n\v\f\r\u0085\u2028\u2029]\s*/g, " ")
    .replace(UNPRINTABLE, escapeOf)
    .replace(COMMANDS, (sign) => escapeOf(sign.trim()));
}

/** Returns the text with whatever looks like a space, or like nothing, as escapes. */
export function visible(text: string): string {
  return text.replace(/(?! )[\p{Z}\p{Cf}]/gu, escapeOf);
}

function escapeOf(character: string): string {
  const hex = character.codePointAt(0)!.toString(16).padStart(4, "0");
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex}`;
}
