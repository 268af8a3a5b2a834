import { noteOf } from "../../../provider/core/ledger/note";
import { subjectOf } from "../../../provider/core/ledger/owned";
import { Run } from "../../../provider/core/run/run";
import { isSupported } from "../../kinds/kind";
import { kinds } from "../../kinds/kinds";
import type { Stored } from "../history";
import { registered } from "../provider-process";
import type { Declared } from "../resource-run";
import { type Subject, slugOf } from "../subjects";
import type { FaultPlan } from "./fault-plan";

const isPoint = ({ kind }: Subject) => kind.endsWith(":Backup");

/** Whether a look at the service finds by its mark what any run of the stack made. */
export function isMarked(subject: Subject): boolean {
  return isPoint(subject) && !subject.hidden && subject.args.name === undefined;
}

/** Whether the resource keeps the last few of its recovery points. */
export function isKept(subject: Subject, { keepLast }: FaultPlan): boolean {
  return keepLast !== undefined && isPoint(subject) && subject.args.name === undefined;
}

export function declarationOf(subject: Subject, plan: FaultPlan): Declared {
  const { kind, args } = subject;
  const more = {
    ...(isPoint(subject) && plan.deletes && { onDelete: "delete" }),
    ...(isKept(subject, plan) && { keepLast: plan.keepLast }),
  };
  return { kind, name: slugOf(subject), args: { ...args, ...more } };
}

/**
 * A resource of the same kind that adopts what the state has; none where its id is not known. It may delete what nobody
 * else has and no list keeps.
 */
export function adopting(subject: Subject, plan: FaultPlan, stored: Stored | undefined): Declared[] {
  const { adopt } = kinds.find(({ kind }) => kind === subject.kind)!;
  const { planId, backupId } = stored?.outputs ?? {};
  if (!stored || !isSupported(adopt) || (planId ?? backupId) === undefined) return [];
  const mayDelete = plan.deletes && stored.outputs.origin === "made" && !isKept(subject, plan);
  const args = { ...subject.args, ...adopt(stored.outputs), ...(mayDelete && { onDelete: "delete" }) };
  return [{ kind: subject.kind, name: `${slugOf(subject)}-second`, args }];
}

/**
 * Goes on on another machine: nothing is left there of what a run noted, but where no look could make up for it. Returns the
 * names of those whose creation was interrupted, which now nothing tells.
 */
export function forgetNotes(stack: string, subjects: readonly Subject[]): string[] {
  return subjects.filter(isMarked).flatMap((subject) => {
    const { __owner } = registered(subject.kind, slugOf(subject), stack, {});
    const note = noteOf({ run: new Run(), subject: subjectOf(subject.kind, `${__owner}`) });
    const isOpen = note.earlier()?.isAnswered === false;
    note.remove();
    return isOpen ? [slugOf(subject)] : [];
  });
}
