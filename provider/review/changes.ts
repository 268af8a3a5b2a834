import { isDeepStrictEqual } from "node:util";
import { argumentsAmong, isHidden } from "../core/arguments/inputs";
import type { Definition, Outputs } from "../core/kind/definition";
import { earlierThan } from "../core/recovery-points/generations";
import type { Described } from "../plan/described";
import { deletedWith } from "./losses/descendants";
import { neverSeen } from "./never-seen";
import type { Reviewed } from "./reading/reviewed";
import { rotationInWords } from "./reading/rotation";
import type { Side } from "./reading/side";
import type { ReportedChange, Row } from "./report";
import { switchGap } from "./switch-gap";
import { plural } from "./words/phrases";
import { asWritten, inOneLine, keptInWords, longestGap, runInWords, told } from "./words/words";

const RUNS = 3;

/** Returns a new, changed, replaced or removed resource in plain words. */
export function changeReport(resource: Reviewed, all: readonly Reviewed[], now: Date): ReportedChange {
  const { old, new: next, change } = resource;
  const side = next ?? old;
  const before = change === "new" ? undefined : old?.described;
  const after = next?.described;
  return {
    resource: resource.which,
    change,
    ...(side?.described && { target: side.described.target.scope }),
    words: side?.described ? inOneLine(side.described) : "of a form that this version of the package does not know",
    rows: !after ? [] : before ? differingRows(before, after, now) : rowsOfNew(after, now),
    changedArguments: old && next ? changedArguments(resource.definition, old, next) : [],
    notes: [...notesOf(resource, all)],
  };
}

type Property = readonly [what: string, words: (described: Described, now: Date) => string | undefined];

const PROPERTIES: readonly Property[] = [
  ["Schedule", ({ off, schedule }) => (off.value === true ? "off" : schedule?.words)],
  ["Longest gap", longestGap],
  ["Next runs", nextRuns],
  ["Protects", ({ target }) => target.scope],
  ["Built on", ({ parent }) => parent && told(parent, (id) => id)],
  ["Kept", ({ retention }) => keptInWords(retention)],
  ["Kept on", ({ destination }) => destination.words],
  ["Leaving the stack", ({ removal }) => removal.words],
];

/** Returns the rows that differ, and the gap between the last run by the old schedule and the first by the new one. */
function differingRows(old: Described, next: Described, now: Date): Row[] {
  const rows = PROPERTIES.map(([what, words]) => ({
    what,
    before: words(old, now) ?? "none",
    after: words(next, now) ?? "none",
  }));
  const differing: Row[] = rows.filter(({ before, after }) => before !== after);
  const gap = switchGap(old, next, now);
  return gap === undefined ? differing : [...differing, { what: "Gap at the switch", after: gap }];
}

/** Returns the rows of a new plan that its one line does not have. */
function rowsOfNew(next: Described, now: Date): Row[] {
  if (next.is !== "plan") return [];
  const runs = nextRuns(next, now);
  const kept = { what: "Kept", after: keptInWords(next.retention) };
  return runs === undefined || runs === NOT_STATED ? [kept] : [{ what: "Next runs", after: runs }, kept];
}

/** Returns the words for runs whose times the vendor does not state. */
const NOT_STATED = "not known";

function nextRuns({ off, schedule }: Described, now: Date): string | undefined {
  if (!schedule || off.value === true) return undefined;
  const { runs: stated, longestGap, clock, assumed } = schedule;
  if (!stated) return told(longestGap, () => NOT_STATED);
  const runs = stated.next(now, RUNS).map(runInWords);
  return [...runs, `(${clock})`, ...(assumed ? [assumed] : [])].join("\n");
}

/** Returns the arguments that differ, as the program writes them, without hidden ones. */
export function changedArguments(definition: Definition, old: Side, next: Side): Row[] {
  const before: Outputs = { ...argumentsAmong(definition, old.inputs) };
  const after: Outputs = { ...argumentsAmong(definition, next.inputs) };
  // A generated name changes with the rest.
  const isGenerated = (name: string) => name === "name" && next.inputs.__marked === true;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const differing = names.filter((name) => !isGenerated(name) && !isDeepStrictEqual(before[name], after[name]));
  return differing.map((name) => ({ what: name, before: asWritten(before[name]), after: asWritten(after[name]) }));
}

function* notesOf(resource: Reviewed, all: readonly Reviewed[]): Generator<string> {
  const { change, old, new: next, formerName, untouched, replaceReasons } = resource;
  const before = old?.described;
  if (formerName) yield `was named ${formerName}`;
  if (change === "removed" && untouched) yield untouched;
  else if (change === "removed" && before) yield leaving(resource, before, deletedWith(resource, all));
  if (change === "replaced" && before) {
    const rest = rotationInWords(resource) ?? `the old one: ${untouched ?? before.removal.words}`;
    yield `${because(replaceReasons)}; ${rest}`;
  }
  if (change !== "new" || !next) return;
  if (resource.isImported) yield "is imported as it is: pulumi up changes nothing there";
  if (next.inputs.adopt !== undefined) yield `takes over ${asWritten(next.inputs.adopt)} (adopt)`;
  if (next.described) yield `when it leaves the stack: ${next.described.removal.words}`;
}

/** Returns the effect of a removal. */
function leaving(resource: Reviewed, before: Described, parent: Reviewed | undefined): string {
  const { definition, old } = resource;
  const unseen = neverSeen(resource);
  if (unseen) return unseen;
  const unfinished = before.is === "recovery point" && old && definition.isUnfinished(old.outputs);
  const earlier = earlierThan(old?.outputs ?? {}).length;
  if (unfinished)
    return `it never completed, and is removed${earlier > 0 ? `; ${plural(earlier, "earlier generation")}: ${before.removal.words}` : ""}`;
  const goesAlong = parent && before.removal.effect.value === "kept";
  return goesAlong ? `it is deleted with ${parent.which.name}, on which it is built` : before.removal.words;
}

function because(reasons: readonly string[]): string {
  const named = reasons.filter((reason) => reason !== "name" && !isHidden(reason));
  return named.length > 0 ? `replaced because of ${named.join(", ")}` : "replaced";
}
