const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text as it is, whatever its writer put into it: no Markdown, no HTML, no link, no mention, one line. */
export function escaped(text: string): string {
  return oneLine(text)
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] as string)
    .replace(/[\\`*_[\]|~]/g, "\\$&")
    .replace(/(^|[^\w&])#(?=\d)/g, "$1&#35;")
    .replaceAll("@", "&#64;")
    .replaceAll("://", ":&#47;&#47;")
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`)
    .replace(/^([-+]|\d+(?=[.)](?:\s|$)))/, "&#8203;$1");
}

/** The same in a code span, which is for nothing that stands in a table. */
export function code(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest > 0 ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go.
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, " ").trim() || "(empty)";
}
