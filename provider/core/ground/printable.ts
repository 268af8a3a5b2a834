/** Controls, marks of the direction of writing, and what separates lines without being seen. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * The texts that the logs of GitHub Actions and Azure Pipelines read as commands: one at the start of a line, the other
 * anywhere.
 */
const COMMANDS = /^\s*:(?=:)|#(?=#(?:vso)?\[)/g;

/**
 * The text on one line, as a terminal and the log of a build may show it: a line break is a space, control
 * characters are shown as escapes, and no command of a build server can begin.
 */
export function printable(text: string): string {
  return text
    .replace(/ *[\t\n\v\f\r\u0085\u2028\u2029]\s*/g, " ")
    .replace(UNPRINTABLE, escapeOf)
    .replace(COMMANDS, (sign) => escapeOf(sign.trim()));
}

/** The text with whatever looks like a space, or like nothing, as escapes. */
export function visible(text: string): string {
  return text.replace(/(?! )[\p{Z}\p{Cf}]/gu, escapeOf);
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
