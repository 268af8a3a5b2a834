import type { Change } from "../reading/reviewed";
import type { Remark, Report, ReportedChange, ReportedLoss, Row, StaleConsent, Undecided } from "../report";
import { code, escaped } from "./escape";
import { bytes, fit, type Item, type Section } from "./fit";
import { weekItems } from "./gantt";
import { headline } from "./headline";
import { line, remarkLines } from "./lines";
import { lossSections } from "./loss-table";
import { LOST } from "./lost";
import { allowLine, cut, label, prose, resourcesIn } from "./phrases";

/** The most characters. GitHub accepts 65,536 in a comment; some are left to the tool that posts it. */
const LIMIT = 65_000;

/** Returns the report as a comment on a pull request, in at most 65,536 characters. */
export function markdown(report: Report): string {
  const { incomplete } = report;
  const first = incomplete
    ? `incomplete: preview stopped at ${escaped(incomplete.at)}: ${cut(prose(incomplete.why), 2000)}\n\n`
    : "";
  const top = `${first}## Backups: ${headline(report)}\n\n${counts(report)}\n\n`;
  const end = footer(report);
  return `${top}${fit(sectionsOf(report), LIMIT - bytes(top) - bytes(end))}${end}`;
}

function sectionsOf(report: Report): Section[] {
  const { losses, undecided, takeovers, renamed, unhealthy, outside, changes, notCovered, clashes } = report;
  const of = (...kinds: Change[]) =>
    changes.filter(({ change }) => kinds.includes(change)).map((each) => changeItem(withoutLosses(each, losses)));
  const found = (what: "changed" | "gone") => outside.filter((each) => each.found === what);
  const stale = (isStored: boolean) => report.staleConsents.filter((each) => each.isStored === isStored).map(staleItem);
  return [
    ...lossSections(losses),
    { title: "Not decided yet", items: undecided.map(undecidedItem) },
    {
      title: "Compared by pulumi up",
      items: takeovers.length > 0 ? [line(`${resourcesIn(takeovers)}: ${TAKES_OVER}`)] : [],
    },
    {
      title: "Looks renamed: add aliases",
      items: renamed.map(({ resource, former, alias }) =>
        line(`${label(resource)}: was ${code(former.name)}; write ${code(alias)}`),
      ),
    },
    { title: "Overdue, failed or not known to run", items: unhealthy.map(remarkItem) },
    {
      title: "Changed outside",
      items: found("changed").map((each) =>
        line(`${label(each.resource)}: ${each.changedArguments.map(argument).join("; ")}`),
      ),
    },
    {
      title: "Gone outside: will be made again",
      items: found("gone")
        .filter(({ resource }) => !changes.some((each) => each.resource.urn === resource.urn))
        .map(({ resource }) => line(label(resource))),
    },
    { title: "Changed", items: of("changed", "replaced") },
    { title: "New", items: of("new") },
    { title: "Removed", items: removedItems(report) },
    { title: "Not covered", items: notCovered.map(remarkItem) },
    { title: "More than one plan of one target", items: clashes.map(remarkItem) },
    { title: "Consents that agree to nothing", items: stale(false) },
    { title: "Warnings of this preview", items: remarkLines(report.warnings), isFolded: true },
    { title: "Spent consents", items: stale(true), isFolded: true },
    { title: "The next 7 days", items: weekItems(report.week ?? []), isFolded: true },
  ];
}

const TAKES_OVER = "takes over what stands there. `pulumi up` compares with it, and refuses a loss without consent";

function counts({ changes, unchanged, unmanaged, untold }: Report): string {
  const of = (kind: Change) => changes.filter(({ change }) => change === kind).length;
  const kinds = Object.entries(unchanged).map(([kind, count]) => `${count} ${kind}`);
  const same = Object.values(unchanged).reduce((sum, count) => sum + count, 0);
  const parts = [
    ...(["changed", "replaced", "new", "removed"] as const).flatMap((kind) =>
      of(kind) > 0 ? [`${of(kind)} ${kind}`] : [],
    ),
    ...(unmanaged.length > 0 ? [`kept and now unmanaged: ${unmanaged.length}`] : []),
    `${same} unchanged${kinds.length > 0 ? ` (${escaped(kinds.join(", "))})` : ""}`,
  ];
  return [parts.join(" · "), ...untold].join("\n\n");
}

function undecidedItem({ resource, arguments: names }: Undecided): Item {
  const are = names.length === 1 ? "is" : "are";
  return line(
    `${label(resource)}: ${prose(names.join(", "))} ${are} not known yet; \`pulumi up\` refuses a loss without consent`,
  );
}

function staleItem({ resource, kind, value }: StaleConsent): Item {
  return line(`${label(resource)}: ${allowLine({ [kind]: value })}`);
}

function remarkItem({ resource, what }: Remark): Item {
  return line(`${label(resource)}: ${prose(what)}`);
}

/** Returns the removals that are no losses; the table of losses has the others. */
function removedItems({ changes, losses }: Report): Item[] {
  const told = new Set(losses.filter(({ isRemoval }) => isRemoval).map(({ resource }) => resource.urn));
  const removed = changes.filter(({ change, resource }) => change === "removed" && !told.has(resource.urn));
  return remarkLines(removed.map(({ resource, words, notes }) => ({ resource, what: notes.join("; ") || words })));
}

/** Returns the rows without those that repeat a loss. */
function withoutLosses(change: ReportedChange, losses: readonly ReportedLoss[]): ReportedChange {
  const own = losses.filter(({ resource }) => resource.urn === change.resource.urn);
  const told = own.flatMap(({ kind }) => LOST[kind]?.rows ?? []);
  return {
    ...change,
    rows: change.rows.filter(({ what }) => !told.includes(what)),
    changedArguments: change.changedArguments.filter(({ what }) => own.length === 0 || what !== "allow"),
  };
}

function changeItem(change: ReportedChange): Item {
  const { resource, target, words, rows, changedArguments, notes } = change;
  const verb = change.change === "replaced" ? " (replaced)" : "";
  const short = `- ${label(resource)}${verb}: ${cut(prose(words), 600)}`;
  // The table has the rest.
  const head = change.change !== "new" && target ? `- ${label(resource)}${verb}: ${prose(target)}` : short;
  const lines = [
    head,
    ...notes.map((note) => `  - ${prose(note)}`),
    ...(changedArguments.length > 0 ? [`  - ${changedArguments.map(argument).join("; ")}`] : []),
    ...(rows.length > 0 ? [`\n${table(rows)}\n`] : []),
  ];
  return { full: lines.join("\n"), short };
}

function argument({ what, before, after }: Row): string {
  return `${code(what)} ${prose(before ?? "not set")} → ${prose(after ?? "not set")}`;
}

/** Returns the table, with a column "before" only where one is needed. */
function table(rows: readonly Row[]): string {
  const hasBefore = rows.some(({ before }) => before !== undefined);
  const row = (cells: readonly string[]) => `  | ${cells.join(" | ")} |`;
  const heads = hasBefore ? ["", "before", "after"] : ["", ""];
  const cells = rows.map(({ what, before, after }) => [what, ...(hasBefore ? [cell(before)] : []), cell(after)]);
  return [row(heads), row(heads.map(() => "---")), ...cells.map(row)].join("\n");
}

function cell(lines: string | undefined): string {
  return lines === undefined ? "" : lines.split("\n").map(prose).join("<br>");
}

function footer({ now, clocks }: Report): string {
  const shown = Object.entries(clocks).map(([service, clock]) => `${service} ${clock}`);
  const zones = shown.length > 0 ? ` Times of runs: ${escaped(shown.join("; "))}.` : "";
  return `---\n\nFrom the preview of ${now.slice(0, 16)}Z alone.${zones}\n`;
}
