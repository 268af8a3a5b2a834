import { stripVTControlCharacters } from "node:util";
import type { Change } from "../reading/reviewed";
import type {
  NotCovered,
  Report,
  ReportedChange,
  ReportedLoss,
  Row,
  StaleConsent,
  Undecided,
  Unhealthy,
  Which,
} from "../report";
import { code, escaped } from "./escape";
import { bytes, fit, type Item, type Section } from "./fit";

/** GitHub takes 65,536 characters in a comment; some are left to whoever posts it. */
const LIMIT = 65_000;

const SIGNS = { missing: "❌", "not known yet": "❔", "not asked": "⚠️", agreed: "✅", retained: "✅" };

const CONSENTS = {
  missing: "no consent",
  "not known yet": "the consent is not known yet; `pulumi up` checks it",
  "not asked": "needs no consent",
  agreed: "agreed to",
  retained: "nothing is lost",
};

/** The report as a comment on a pull request, in at most 65,536 characters. */
export function markdown(report: Report, limit = LIMIT): string {
  const sections = sectionsOf(report);
  const first = report.incomplete
    ? `incomplete: preview stopped at ${escaped(report.incomplete.at)}: ${cut(prose(report.incomplete.why), 2000)}\n\n`
    : "";
  const top = `${first}## Backups: ${verdict(report)}\n\n${counts(report)}\n\n`;
  const end = footer(report);
  return `${top}${fit(sections, limit - bytes(top) - bytes(end))}${end}`;
}

function sectionsOf({ losses, undecided, staleConsents, unhealthy, changes, notCovered }: Report): Section[] {
  const of = (...kinds: Change[]) => changes.filter(({ change }) => kinds.includes(change)).map(changeItem);
  return [
    { title: "Losses", items: losses.map(lossItem) },
    { title: "Not decided yet", items: undecided.map(undecidedItem) },
    { title: "Left-over consents", items: staleConsents.map(staleItem) },
    { title: "Overdue, failed or not known to run", items: unhealthy.map(unhealthyItem) },
    { title: "Changed", items: of("changed", "replaced") },
    { title: "New", items: of("new") },
    { title: "Removed", items: of("removed") },
    { title: "Not covered", items: notCovered.map(notCoveredItem) },
  ];
}

function verdict({ incomplete, losses, undecided, unhealthy, changes }: Report): string {
  const open = losses.filter(({ consent }) => consent === "missing").length;
  if (open > 0) return `❌ ${plural(open, "loss", "losses")} without consent`;
  if (incomplete) return "❌ incomplete";
  const others = losses.filter(({ consent }) => consent !== "retained").length;
  if (others > 0) return `⚠️ ${plural(others, "loss", "losses")}, none without consent`;
  if (undecided.length > 0)
    return `❔ no loss is known, ${plural(undecided.length, "resource is", "resources are")} not decided yet`;
  if (changes.length > 0 && unhealthy.length > 0) return `⚠️ no loss by this change, ${unhealthy.length} not well`;
  return changes.length > 0 ? "✅ nothing is lost" : "✅ no change";
}

function counts({ losses, undecided, staleConsents, unhealthy, changes, unchanged, untold }: Report): string {
  const of = (kind: Change) => changes.filter(({ change }) => change === kind).length;
  const agreed = losses.filter(({ consent }) => consent === "agreed").length;
  const kinds = Object.entries(unchanged).map(([kind, count]) => `${count} ${kind}`);
  const same = Object.values(unchanged).reduce((sum, count) => sum + count, 0);
  const parts = [
    ...(agreed > 0 ? [`${plural(agreed, "loss", "losses")} agreed to`] : []),
    ...(undecided.length > 0 ? [`**${undecided.length} not decided yet**`] : []),
    ...(staleConsents.length > 0 ? [plural(staleConsents.length, "left-over consent")] : []),
    ...(unhealthy.length > 0 ? [`**${unhealthy.length} not well**`] : []),
    ...(["changed", "replaced", "new", "removed"] as const).flatMap((kind) =>
      of(kind) > 0 ? [`${of(kind)} ${kind}`] : [],
    ),
    `${same} unchanged${kinds.length > 0 ? ` (${escaped(kinds.join(", "))})` : ""}`,
  ];
  return [parts.join(" · "), ...untold].join("\n\n");
}

function lossItem(loss: ReportedLoss): Item {
  const { resource, kind, text, numbers, consent, allow, otherwise } = loss;
  const head = `- ${SIGNS[consent]} **${CONSENTS[consent]}**: ${label(resource)}, ${kind}`;
  const other = otherwise === undefined ? "" : ` (the one that is there names ${code(otherwise)})`;
  const lines = [
    `${head}  \n  ${cut(prose(text), 1500)}`,
    ...(numbers.length > 0 ? [`  - ${numbers.map(prose).join("; ")}`] : []),
    ...(consent === "retained" && allow
      ? [`  - \`pulumi up\` cannot know that, and asks: write ${code(`allow: ${lineOf(allow)}`)}`]
      : []),
    ...(consent === "missing" && allow ? [`  - to agree${other}, write ${code(`allow: ${lineOf(allow)}`)}`] : []),
  ];
  const [value] = Object.values(allow ?? {});
  return { full: lines.join("\n"), short: `${head}${value === undefined ? "" : `: ${cut(escaped(value), 100)}`}` };
}

function lineOf(allow: { [kind: string]: string }): string {
  const [[kind, value] = ["", ""]] = Object.entries(allow);
  return `{ ${JSON.stringify(kind)}: ${JSON.stringify(value)} }`;
}

function undecidedItem({ resource, arguments: names }: Undecided): Item {
  const are = names.length === 1 ? "is" : "are";
  const text = `- ${label(resource)}: ${prose(names.join(", "))} ${are} not known yet; whether this change takes something away is decided by \`pulumi up\`, which refuses a loss without consent`;
  return { full: text, short: text };
}

function staleItem({ resource, kind, value }: StaleConsent): Item {
  const text = `- ${label(resource)}: ${code(`allow: ${lineOf({ [kind]: value })}`)} agrees to nothing in this change; remove it`;
  return { full: text, short: text };
}

function unhealthyItem({ resource, what }: Unhealthy): Item {
  const text = `- ${label(resource)}: ${prose(what)}`;
  return { full: text, short: text };
}

function notCoveredItem({ resource, what }: NotCovered): Item {
  const text = `- ${label(resource)}: ${prose(what)}`;
  return { full: text, short: text };
}

function changeItem(change: ReportedChange): Item {
  const { resource, target, words, rows, changedArguments, notes } = change;
  const verb = change.change === "replaced" ? " (replaced)" : "";
  const short = `- ${label(resource)}${verb}: ${cut(prose(words), 600)}`;
  // Its table tells the rest.
  const isTold = change.change === "changed" || change.change === "replaced";
  const head = isTold && target ? `- ${label(resource)}${verb}: ${prose(target)}` : short;
  const shown = rows.length > 0 ? table(rows) : "";
  const lines = [
    head,
    ...notes.map((note) => `  - ${prose(note)}`),
    ...(changedArguments.length > 0 ? [`  - ${changedArguments.map(argument).join("; ")}`] : []),
    ...(shown ? [`\n${shown}\n`] : []),
  ];
  return { full: lines.join("\n"), short };
}

function argument({ what, before, after }: Row): string {
  return `${code(what)} ${prose(before ?? "not set")} → ${prose(after ?? "not set")}`;
}

/** With a "before" only where there is one. */
function table(rows: readonly Row[]): string {
  const hasBefore = rows.some(({ before }) => before !== undefined);
  const line = (cells: readonly string[]) => `  | ${cells.join(" | ")} |`;
  const heads = hasBefore ? ["", "before", "after"] : ["", ""];
  const cells = rows.map(({ what, before, after }) => [what, ...(hasBefore ? [cell(before)] : []), cell(after)]);
  return [line(heads), line(heads.map(() => "---")), ...cells.map(line)].join("\n");
}

function cell(lines: string | undefined): string {
  return lines === undefined ? "" : lines.split("\n").map(prose).join("<br>");
}

function footer({ now, clocks, changes }: Report): string {
  const shown = Object.entries(clocks).map(([service, clock]) => `${service}: ${clock}`);
  const removed = changes.some(({ change }) => change === "removed" || change === "replaced");
  const zone = shown.length > 0 ? ` Times of runs are by ${escaped(shown.join("; "))}.` : "";
  const server = Object.values(clocks).some((clock) => clock !== "UTC")
    ? " Where that is not UTC, which runs have passed is judged as if it were."
    : "";
  const outside = removed ? " What was built on a recovery point outside this stack is looked up by `pulumi up`." : "";
  return `---\n\nWritten for ${now.slice(0, 16)}Z from the preview alone, without a request to any service.${zone}${server} Gaps are from start to start: the run itself comes on top.${outside}\n`;
}

function label({ name, kind, within }: Which): string {
  return `${code(cut(name, 120))} (${kind}${within ? ` in ${escaped(within)}` : ""})`;
}

/** Our own words around values. */
/** Without colours, and without the stack of an error of the program. */
function prose(text: string): string {
  const [first = ""] = stripVTControlCharacters(text).split(/\n\s+at /);
  return escaped(first.trimEnd().replaceAll(" => ", " → "));
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
