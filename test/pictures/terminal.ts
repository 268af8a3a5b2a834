const COLUMNS = 108;
const [CHARACTER, LINE, MARGIN] = [7.83, 19, 16];

const COLORS: readonly [RegExp, string][] = [
  [/^\$ /, "#7ee787"],
  [/^\s+error:/, "#ff7b72"],
  [/^\s*~ /, "#e3b341"],
  [/^\s*\+ /, "#7ee787"],
];

/** A picture of a terminal that shows these lines, a command first, the long ones wrapped. */
export function terminal(lines: readonly string[]): string {
  const rows = lines.flatMap((line) => {
    const color = COLORS.find(([words]) => words.test(line))?.[1];
    return wrapped(line).map((text) => ({ text, color }));
  });
  const texts = rows.map(({ text, color }, index) => {
    const fill = color === undefined ? "" : ` fill="${color}"`;
    return `<text x="${MARGIN}" y="${MARGIN + 13 + LINE * index}"${fill}>${escaped(text)}</text>`;
  });
  const width = Math.ceil(COLUMNS * CHARACTER + 2 * MARGIN);
  const height = rows.length * LINE + 2 * MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title>${escaped(lines[0] ?? "")}</title>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13" fill="#c9d1d9" style="white-space:pre">
${texts.join("\n")}
</g>
</svg>
`;
}

/** Breaks between words; what follows is indented as the line is, and two more. */
function wrapped(line: string): string[] {
  const indent = `${/^\s*/.exec(line)![0]}  `;
  const rows: string[] = [];
  let rest = line;
  while (rest.length > COLUMNS) {
    const end = rest.lastIndexOf(" ", COLUMNS);
    rows.push(rest.slice(0, end));
    rest = indent + rest.slice(end + 1);
  }
  return [...rows, rest];
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
