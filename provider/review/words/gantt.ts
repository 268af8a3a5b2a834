import type { Week } from "../report";
import type { Item } from "./fit";
import { label, prose } from "./phrases";

/** Returns the starts of a week as a drawing, and a line for each plan whose vendor states none. */
export function weekItems(week: readonly Week[]): Item[] {
  const drawn = week.filter(({ runs }) => runs.length > 0);
  const others = week.filter(({ runs }) => runs.length === 0);
  const lines = others.map(({ resource, words }) => `- ${label(resource)}: ${prose(words)}`);
  const told = lines.map((line) => ({ full: line, short: line }));
  if (drawn.length === 0) return told;
  const drawing = ["gantt", "dateFormat YYYY-MM-DDTHH:mm", "axisFormat %a %d", ...drawn.flatMap(rowsOf)];
  const names = drawn.map(({ resource }) => label(resource)).join(", ");
  return [{ full: `\`\`\`mermaid\n${drawing.join("\n    ")}\n\`\`\`\n`, short: `- ${names}` }, ...told];
}

function rowsOf({ resource, clock, runs }: Week): string[] {
  return [`section ${plain(resource.name)} (${plain(clock)})`, ...runs.map(bar)];
}

/** Returns a bar for a start in a window, and a mark for a start at a stated time. */
function bar({ at, until }: Week["runs"][number]): string {
  const minute = (time: string) => time.slice(0, 16);
  const hour = at.slice(11, 16).replace(":", ".");
  return until ? `${hour} :${minute(at)}, ${minute(until)}` : `${hour} :milestone, ${minute(at)}, 0d`;
}

/** Returns text without the punctuation of Mermaid's own language. */
function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N} ._-]/gu, "_").slice(0, 60);
}
