import { printable } from "../../core/ground/printable";

/**
 * The words that GitHub or GitLab turn into links: mentions, mail addresses, issues and merge requests (`#12`, `owner/repo#12`,
 * `GH-34`, `!5`), commits, emoji and addresses. In code they stay as they are.
 */
const SHORT_FORMS = [
  /@\w/,
  /[#!%&~^$]\w/,
  /\bGH-\d/i,
  /\b[0-9a-f]{7,64}\b/i,
  /:(?:[a-z][\w+-]*|[+-]1|100|1234|8ball|[123](?:st|nd|rd)_place_medal):/,
  /\w:\/\//,
  /\bwww\./i,
  /\bmailto:|\bxmpp:/i,
];

/** A word without the punctuation around it, and without characters that end a cell or a code span. */
const WORD = /[^\s|`<>()"',;[\]{}]+/g;

/** Returns text that shows as it is, on one line: it can start no Markdown, HTML, link or mention. */
export function escaped(text: string): string {
  const line = oneLine(text);
  let done = 0;
  const parts: string[] = [];
  for (const { 0: word, index } of line.matchAll(WORD)) {
    const [bare] = /^.*?(?=[.!?]*$)/.exec(word) ?? [""];
    if (!SHORT_FORMS.some((form) => form.test(bare))) continue;
    parts.push(plain(line.slice(done, index)), `\`${bare}\``);
    done = index + bare.length;
  }
  return [...parts, plain(line.slice(done))].join("").replace(/^([-+#=]|\d+(?=[.)](?:\s|$)))/, "&#8203;$1");
}

/** Writes a dollar as GitHub documents it, so that no formula begins. */
function plain(text: string): string {
  return text
    .replace(/[&<>`]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\\*_[\]|~]/g, "\\$&")
    .replaceAll("$", "<span>$</span>");
}

/** Returns text in a code span, for use outside of tables. */
export function code(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest > 0 ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

function oneLine(text: string): string {
  const line = printable(text).trim();
  return /[^\s\p{Cf}]/u.test(line) ? line : "(empty)";
}
