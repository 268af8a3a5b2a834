import { groups } from "../groups";
import type { ReportedLoss } from "../report";
import { escaped } from "./escape";
import type { Item, Section } from "./fit";
import { remarkLines } from "./lines";
import { LOST } from "./lost";
import { allowLine, cut, label, prose } from "./phrases";

const SIGNS = { missing: "❌", "not known yet": "❔", "not asked": "⚠️", agreed: "✅", retained: "✅" };

const HEAD = "|  | resource | what is lost | before → after | agreed by |\n| --- | --- | --- | --- | --- |\n";

/** Returns the losses, a row each, and below them what they mean and the lines to paste. */
export function lossSections(losses: readonly ReportedLoss[]): Section[] {
  return [
    { head: HEAD, items: losses.map(row) },
    { title: "What each loss means, and the lines to paste", items: meanings(losses), isFolded: true },
  ];
}

function row(loss: ReportedLoss): Item {
  const { resource, text, numbers, consent } = loss;
  const cells = [
    SIGNS[consent],
    label(resource).replaceAll("|", "\\|"),
    cut(prose(ownWords(loss) ?? text), 300),
    numbers.map(prose).join("<br>"),
    agreedBy(loss),
  ];
  const full = `| ${cells.join(" | ")} |`;
  return { full, short: full };
}

/** Returns the words that a row has in place of the loss's text, if any. */
function ownWords({ kind, consent, numbers, text, isRemoval, hangsOn }: ReportedLoss): string | undefined {
  if (consent === "retained") return "nothing: Pulumi keeps it";
  if (kind === "leave-running") return "still runs, and no program manages it";
  if (numbers.length === 0 || isRemoval) return undefined;
  const lost = LOST[kind]?.words;
  return lost && hangsOn ? text : lost;
}

function agreedBy({ kind, consent, allow, otherwise, isRemoval }: ReportedLoss): string {
  const [value] = Object.values(allow ?? {});
  if (consent === "missing")
    return `**nobody**${otherwise === undefined ? "" : `: allow names ${escaped(JSON.stringify(otherwise))}`}`;
  if (consent === "agreed") return value === undefined ? "allow" : `allow ${cut(escaped(JSON.stringify(value)), 120)}`;
  if (consent === "not known yet") return "not known yet: `pulumi up` checks it";
  if (consent === "retained") return "no need; `pulumi up` asks all the same";
  return isRemoval && kind === "removal" ? "onDelete" : "nobody is asked";
}

/** Returns a line for each resource with what its row has no room for. */
function meanings(losses: readonly ReportedLoss[]): Item[] {
  const byUrn = groups(losses, ({ resource }) => resource.urn);
  const others = byUrn.filter((group) => !group.some(isOpen)).flat();
  const remarks = others.filter(ownWords).map(({ resource, text }) => ({ resource, what: text }));
  return [...byUrn.filter((group) => group.some(isOpen)).map(toPaste), ...remarkLines(remarks, 198)];
}

function isOpen({ consent, allow }: ReportedLoss): boolean {
  return (consent === "missing" || consent === "retained") && allow !== undefined;
}

function toPaste(losses: readonly [ReportedLoss, ...ReportedLoss[]]): Item {
  const [first] = losses;
  const allow = Object.assign({}, ...losses.map((loss) => loss.allow));
  const short = `- ${label(first.resource)}: ${allowLine(allow)}`;
  const texts = losses.filter(ownWords).map(({ text }) => `  - ${cut(prose(text), 1500)}`);
  return { full: [short, ...texts].join("\n"), short };
}
