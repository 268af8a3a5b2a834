import { isUnseen } from "../../core/doubt/unseen-id";
import type { Outputs } from "../../core/kind/definition";
import type { Described } from "../../plan/described";
import { type Lines, type Loss, lineFor } from "../../plan/losses";
import { neverSeen } from "../never-seen";
import type { Reviewed } from "../reading/reviewed";
import { countOf } from "../reading/rotation";
import type { Side, Sides } from "../reading/side";
import type { ReportedLoss } from "../report";
import { targetOf } from "../targets";
import { plural } from "../words/phrases";
import { bytesInWords, daysOfHistory, longestGap, pointsKept } from "../words/words";
import { descendantLoss } from "./descendants";
import { consentTo, lossesBetween } from "./losses";
import { refusedReplacement } from "./refused-replacement";

/** Returns every loss of a resource's change. */
export function lossReports(resource: Reviewed, all: readonly Reviewed[], now: Date): ReportedLoss[] {
  const { old, change } = resource;
  if (!old) return [];
  if (change === "removed" && resource.untouched) return [];
  const descendants = descendantLoss(resource, all);
  // A deletion reads the stored arguments.
  const ofOthers = descendants ? [reported(resource, descendants, old)] : [];
  if (change === "removed") return [...ofRemoval(resource, old), ...ofOthers];
  const ofIt = ofChange(resource, old, now);
  // A narrower scope names the old target already.
  const ofTarget = ofIt.some(({ kind }) => kind === "narrower-scope") ? [] : ofTargetLeft(resource, old);
  return [...ofIt, ...ofTarget, ...ofOthers, ...refusedReplacement(resource)];
}

function ofChange(resource: Reviewed, old: Side, now: Date): ReportedLoss[] {
  const next = resource.new;
  if (!next) return [];
  const losses = lossesOrNot(resource, [old, next], now);
  if (!losses)
    return [{ resource: resource.which, kind: "loss", text: UNREADABLE, numbers: [], consent: "not known yet" }];
  const more = lossesUnasked(resource, [old, next]).filter(({ kind }) => losses.every((loss) => loss.kind !== kind));
  return [...losses, ...more].flatMap((loss) => {
    const report = reported(resource, loss, next);
    if (resource.untouched === undefined || loss.kind !== "replace-recovery-point") return [report];
    return report.consent === "missing" ? [retained(resource, loss, resource.untouched)] : [];
  });
}

/** Returns the losses of a replacement that no argument causes: `check` and `diff` do not ask about it. */
function lossesUnasked({ change, definition, id, untouched }: Reviewed, [old, next]: Sides): Loss[] {
  if (change !== "replaced" || untouched) return [];
  const leaves = old.described?.removal.leaves;
  const deleted = id === undefined ? [] : (definition.replacementLosses?.(id, old.outputs, next.inputs) ?? []);
  return [...(leaves ? [leaves] : []), ...deleted];
}

function retained(resource: Reviewed, { kind, value }: Loss, why: string): ReportedLoss {
  return { resource: resource.which, kind, text: why, numbers: [], consent: "retained", allow: { [kind]: value } };
}

const UNREADABLE =
  "what this change takes away is not known: what is stored has a form that this version of the package does not know";

/** Returns the losses by the rules; nothing where another version stored values that they cannot read. */
function lossesOrNot(resource: Reviewed, sides: Sides, now: Date): Loss[] | undefined {
  try {
    return lossesBetween(resource.definition, resource.id, sides, now);
  } catch {
    return undefined;
  }
}

/**
 * Returns the losses of leaving the stack. Pulumi does not ask the program about it; a consent written before counts.
 */
function ofRemoval(resource: Reviewed, old: Side): ReportedLoss[] {
  const removal = old.described?.removal;
  if (!removal || neverSeen(resource)) return [];
  const effect = removal.effect.value;
  if (effect === undefined || effect === "kept") return [];
  if (effect === "keeps running" && !removal.leaves) return [];
  if (effect === "deleted" && isWithoutId(resource, old)) {
    return [
      { resource: resource.which, kind: "refused", text: NO_ID, numbers: [], consent: "missing", isRemoval: true },
    ];
  }
  const agreed = removal.leaves && consentTo(removal.leaves, linesOf(resource, old)) === "agreed";
  const back = resource.definition.restores?.({ ...old.inputs, ...old.outputs });
  const gone = old.described?.is === "plan" ? [`plan ${resource.id}`] : pointOf(resource.id, old.outputs);
  return [
    {
      resource: resource.which,
      kind: removal.leaves?.kind ?? "removal",
      text: back === undefined ? removal.words : `${removal.words}: ${back}`,
      numbers: effect === "deleted" ? gone : [],
      consent: agreed ? "agreed" : "not asked",
      isRemoval: true,
    },
  ];
}

const NO_ID =
  "nothing yet: its id is not known, so pulumi up cannot delete it, and stops there. Run pulumi refresh, or let it leave with " +
  'onDelete "keep"';

/** Returns whether the service has not shown the id of a plan yet. */
function isWithoutId({ definition, id = "" }: Reviewed, { inputs, outputs }: Side): boolean {
  return isUnseen(id) && definition.thing.id({ ...inputs, ...outputs }) === undefined;
}

/** Returns the losses for a plan's old target. A replacement leaves it by `onDelete`, as a removal does. */
function ofTargetLeft(resource: Reviewed, old: Side): ReportedLoss[] {
  const [before, after] = [old.described, resource.new?.described];
  if (resource.change !== "replaced" || resource.untouched || before?.is !== "plan" || !after) return [];
  if (targetOf(before) === targetOf(after)) return [];
  return ofRemoval(resource, old).filter(({ kind }) => kind === "removal");
}

/** Returns the lines of `allow` on a side, and those in the state. */
function linesOf({ old }: Reviewed, { inputs }: Side): Lines {
  return { allow: inputs.allow as Lines["allow"], stored: old?.inputs.allow as Lines["stored"] };
}

/** Returns a loss with the consent that the lines of a side give to it. */
function reported(resource: Reviewed, loss: Loss, side: Side): ReportedLoss {
  const lines = linesOf(resource, side);
  const consent = consentTo(loss, lines);
  return {
    resource: resource.which,
    kind: loss.kind,
    text: `${loss.property}: ${loss.text}`,
    numbers: numbersOf(loss, resource),
    consent,
    allow: { [loss.kind]: consent === "missing" ? lineFor(loss, lines) : loss.value },
    otherwise: consent === "missing" ? lines.allow?.[loss.kind] : undefined,
    hangsOn: loss.hangsOn,
  };
}

/** Returns a loss with its numbers in hours, days and recovery points. */
function numbersOf({ kind }: Loss, { id, old, new: next }: Reviewed): string[] {
  if (kind === "replace-recovery-point") return pointOf(id, old?.outputs ?? {});
  const [from, to] = [old?.described, next?.described];
  if (!from || !to) return [];
  const turns = (words: (described: Described) => string) => `${words(from)} → ${words(to)}`;
  const points = `recovery points ${turns(({ retention }) => pointsKept(retention))}`;
  const days = turns(({ retention }) => daysOfHistory(retention));
  const history = [...(from.is === "recovery point" ? [] : [`days of history ${days}`]), points];
  const numbers: { [kind: string]: string[] } = {
    "shorter-retention": history,
    disable: [`longest gap ${turns(longestGap)}`, ...history],
    "less-frequent": [`longest gap ${turns(longestGap)}`, points],
    "narrower-scope": [turns(({ target }) => target.scope)],
    "change-destination": [turns(({ destination }) => destination.words)],
  };
  return numbers[kind] ?? [];
}

function pointOf(id: string | undefined, outputs: Outputs): string[] {
  const { finishedAt, lastBackupAt, sizeBytes } = outputs;
  const earlier = countOf({ outputs }) - 1;
  return [
    ...(id ? [`recovery point ${id}`] : []),
    ...((finishedAt ?? lastBackupAt) ? [`finished ${finishedAt ?? lastBackupAt}`] : []),
    ...(typeof sizeBytes === "number" ? [bytesInWords(sizeBytes)] : []),
    ...(earlier > 0 ? [`and ${plural(earlier, "earlier generation")}`] : []),
  ];
}
