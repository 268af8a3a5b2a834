/** Returns the JSON objects that begin a line of the text. Other text is left out. */
export function* jsonObjectsIn(text: string): Generator<object> {
  const begin = /^[ \t]*\{/gm;
  for (let found = begin.exec(text); found; found = begin.exec(text)) {
    const end = endOf(text, found.index);
    yield JSON.parse(text.slice(found.index, end));
    begin.lastIndex = end;
  }
}

const STRING_OR_BRACE = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}]/gs;

/** Returns the place behind the brace that closes the object. */
function endOf(text: string, from: number): number {
  let depth = 0;
  for (const { 0: sign, index } of text.slice(from).matchAll(STRING_OR_BRACE)) {
    depth += sign === "{" ? 1 : sign === "}" ? -1 : 0;
    if (depth === 0) return from + index + 1;
  }
  return text.length;
}
