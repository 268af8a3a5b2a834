import { argumentsAmong } from "../core/arguments/inputs";
import type { Outputs } from "../core/kind/definition";
import { namedBy, thingOf } from "../core/ledger/ledger";
import type { Described } from "../plan/described";
import { type Consents, type Loss, lineFor } from "../plan/losses";
import { descendantLoss } from "./descendants";
import { type Consent, consentTo, lossesBetween } from "./losses";
import { neverSeen } from "./never-seen";
import type { Reviewed, Side, Sides } from "./reading/reviewed";
import { countOf } from "./reading/rotation";
import type { ReportedLoss } from "./report";
import { plural } from "./words/phrases";
import { whichOf } from "./words/which";
import { bytesInWords, daysOfHistory, longestGap, pointsKept } from "./words/words";

/** Every loss that the resource's change brings about. */
export function lossReports(resource: Reviewed, all: readonly Reviewed[], now: Date): ReportedLoss[] {
  const { old, change } = resource;
  if (!old) return [];
  if (change === "removed" && resource.untouched) return [];
  const descendants = descendantLoss(resource, all);
  // What a delete reads is what is stored.
  const ofOthers = descendants ? [reported(resource, descendants, consentTo(descendants, old.inputs), old.inputs)] : [];
  if (change === "removed") return [...ofRemoval(resource, old), ...ofOthers];
  return [...ofChange(resource, old, now), ...ofOthers, ...refusedReplacement(resource)];
}

function ofChange(resource: Reviewed, old: Side, now: Date): ReportedLoss[] {
  const next = resource.new;
  if (!next) return [];
  const losses = lossesOrNot(resource, [old, next], now);
  if (!losses)
    return [{ resource: whichOf(resource), kind: "loss", text: UNREADABLE, numbers: [], consent: "not known yet" }];
  const more = lossesUnasked(resource, [old, next]).filter(({ kind }) => losses.every((loss) => loss.kind !== kind));
  return [...losses, ...more].flatMap((loss) => {
    const consent = consentTo(loss, next.inputs, old.inputs);
    if (resource.untouched === undefined || loss.kind !== "replace-recovery-point")
      return [reported(resource, loss, consent, next.inputs)];
    return consent === "missing" ? [retained(resource, loss, resource.untouched)] : [];
  });
}

/** A replacement that no argument brings about is not asked about by check and diff. */
function lossesUnasked({ change, definition, id, untouched }: Reviewed, [old, next]: Sides): Loss[] {
  if (change !== "replaced" || untouched) return [];
  const leaves = old.described?.removal.leaves;
  const deleted = id === undefined ? [] : (definition.replacementLosses?.(id, old.outputs, next.inputs) ?? []);
  return [...(leaves ? [leaves] : []), ...deleted];
}

function retained(resource: Reviewed, { kind, value }: Loss, why: string): ReportedLoss {
  return { resource: whichOf(resource), kind, text: why, numbers: [], consent: "retained", allow: { [kind]: value } };
}

const UNREADABLE =
  "what this change takes away is not known: what is stored has a form that this version of the package does not know";

/** The rules read stored values, of which another version may have stored some that they do not know. */
function lossesOrNot(resource: Reviewed, sides: Sides, now: Date): Loss[] | undefined {
  try {
    return lossesBetween(resource.definition, resource.id, sides, now);
  } catch {
    return undefined;
  }
}

/**
 * A replacement that no argument brings about (`--replace`, a taint), of a thing that stands and that only `adopt` takes
 * over: Pulumi does not show the provider what the state has, so `up` refuses it.
 */
function refusedReplacement(resource: Reviewed): ReportedLoss[] {
  const { change, definition, id, old, new: next } = resource;
  if (change !== "replaced" || !old || !next) return [];
  const args = argumentsAmong(definition, next.inputs);
  const thing = namedBy(definition, args);
  const isSame = thing !== undefined && thing === thingOf(definition, { ...old.inputs, ...old.outputs });
  if (!isSame || definition.takesOver?.(args, undefined) !== undefined) return [];
  const text = `nothing yet: pulumi up refuses this replacement, as what it would make stands there; adopt: "${id}" keeps it`;
  return [{ resource: whichOf(resource), kind: "refused", text, numbers: [], consent: "missing" }];
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
  const agreed = removal.leaves && consentTo(removal.leaves, old.inputs) === "agreed";
  const point = effect === "deleted" ? pointOf(resource.id, old.outputs) : [];
  return [
    {
      resource: whichOf(resource),
      kind: removal.leaves?.kind ?? "removal",
      text: removal.words,
      numbers: point,
      consent: agreed ? "agreed" : "not asked",
      isRemoval: true,
    },
  ];
}

function reported(resource: Reviewed, loss: Loss, consent: Consent, inputs: Outputs): ReportedLoss {
  const lines = {
    allow: inputs.allow as Consents | undefined,
    stored: resource.old?.inputs.allow as Consents | undefined,
  };
  const other = lines.allow?.[loss.kind];
  return {
    resource: whichOf(resource),
    kind: loss.kind,
    text: `${loss.property}: ${loss.text}`,
    numbers: numbersOf(loss, resource),
    consent,
    allow: { [loss.kind]: consent === "missing" ? lineFor(loss, lines) : loss.value },
    ...(consent === "missing" && other !== undefined && { otherwise: other }),
    ...(loss.hangsOn && { hangsOn: loss.hangsOn }),
  };
}

/** Returns a loss in hours, days and recovery points. */
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
