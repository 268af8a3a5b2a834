/** One entry in full, and in one line. */
export interface Item {
  full: string;
  short: string;
}

export interface Section {
  /** The heading. Left out where the entries need none. */
  title?: string;
  items: readonly Item[];
  /** The head of a table whose rows the entries are. */
  head?: string;
  /** Whether the whole section is folded. */
  isFolded?: boolean;
}

/** How much of a section is written: everything, a line for each entry, or as many lines as there is room for. */
type Detail = "full" | "short" | "counted";

/** The number of entries that are visible; the others are folded. */
const OPEN = 10;

/**
 * Returns the sections within so many bytes. A text that is too long loses details, from the last section to the first. Then
 * it loses entries, and says how many.
 */
export function fit(sections: readonly Section[], limit: number): string {
  const texts = sections.map((section) => write(section, "full"));
  for (const detail of ["short", "counted"] as const) {
    for (const [at, section] of [...sections.entries()].reverse()) {
      const excess = bytes(texts.join("")) - limit;
      if (excess <= 0) break;
      texts[at] = write(section, detail, bytes(texts[at]!) - excess);
    }
  }
  return texts.join("");
}

/** Returns a section. `room` is the number of bytes for one whose entries are counted. */
function write({ title, items, head = "", isFolded }: Section, detail: Detail, room = 0): string {
  if (items.length === 0) return "";
  const texts = detail === "full" ? items.map(({ full }) => full) : items.map(({ short }) => short);
  const listed = detail === "counted" ? within(texts, room - 400 - 2 * head.length) : texts;
  const rest = texts.length - listed.length;
  const more =
    rest > 0 ? `\n- and ${rest} more, which a comment has no room for; \`--format json\` has all of them\n` : "";
  const lines = (some: readonly string[]) => `${head}${some.map((text) => `${text}\n`).join("")}`;
  if (isFolded) return `${folded(`${title} (${items.length})`, `${lines(listed)}${more}`)}\n`;
  const open = listed.slice(0, OPEN);
  const others = listed.slice(OPEN);
  const heading = title === undefined ? "" : `### ${title} (${items.length})\n\n`;
  const fold = others.length > 0 ? `\n${folded(`${others.length} more`, lines(others))}` : "";
  return `${heading}${open.length > 0 ? lines(open) : ""}${fold}${more}\n`;
}

/** Markdown inside of HTML needs an empty line before it and behind it. */
function folded(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n</details>\n`;
}

function within(texts: readonly string[], room: number): string[] {
  let left = room;
  return texts.filter((text) => {
    left -= bytes(text) + 1;
    return left >= 0;
  });
}

export function bytes(text: string): number {
  return Buffer.byteLength(text);
}
