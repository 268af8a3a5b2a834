import { printable } from "../../core/ground/printable";

/**
 * The words of which GitHub or GitLab make something else: mentions, addresses of mail, issues and merge requests
 * (`#12`, `owner/repo#12`, `GH-34`, `!5`), commits, emoji and links. They leave code alone.
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

/** A word, without the punctuation around it and without what ends a cell or a code span. */
const WORD = /[^\s|`<>()"',;[\]{}]+/g;

/** Text as it is, whatever its writer put into it: no Markdown, no HTML, no link, no mention, one line. */
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

/** A dollar is written as GitHub documents it, so that no formula begins. */
function plain(text: string): string {
  return text
    .replace(/[&<>`]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\\*_[\]|~]/g, "\\$&")
    .replaceAll("$", "<span>$</span>");
}

/** Text in a code span, which is for nothing that stands in a table. */
export function code(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest > 0 ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

function oneLine(text: string): string {
  return printable(text).trim() || "(empty)";
}
