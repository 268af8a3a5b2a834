const BEGIN = /^[ \t]*\{/gm;
const SIGNS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}]/gs;

/** Returns the JSON objects that begin a line of the text. Other text is left out. */
export function* jsonObjectsIn(text: string): Generator<object> {
  const begin = new RegExp(BEGIN);
  for (let found = begin.exec(text); found; found = begin.exec(text)) {
    const end = endOf(text, found.index);
    yield JSON.parse(text.slice(found.index, end));
    begin.lastIndex = end;
  }
}

function endOf(text: string, from: number): number {
  const signs = new RegExp(SIGNS);
  signs.lastIndex = from;
  for (let depth = 0, found = signs.exec(text); found; found = signs.exec(text)) {
    depth += found[0] === "{" ? 1 : found[0] === "}" ? -1 : 0;
    if (depth === 0) return signs.lastIndex;
  }
  return text.length;
}
