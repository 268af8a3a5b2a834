import type { Loss } from "../../plan/losses";
import { BackupError, UnfinishedError } from "../ground/errors";
import { isAmong, isSameId } from "../ground/same-id";
import type { Context } from "../kind/context";
import type { Change, Common, Definition, Live, Outputs } from "../kind/definition";
import { originOf } from "../ledger/origin";
import type { Freshness } from "../lists/shared-rows";
import { adopt } from "./adopt";
import { createRecoveryPoint } from "./create";
import { deleteRecoveryPoint } from "./delete";
import { finish, outputsOf } from "./finish";
import { oldestOf } from "./oldest";
import { isUnfinished, type RecoveryPoints, type StoredPoint } from "./recovery-points";

/** The noun for the recovery points, and the configuration key of the service's address. */
type Of = { readonly noun: string; readonly endpoint: string };

type Connect<A extends Common> = (context: Context) => RecoveryPoints<A, unknown>;

type Lifecycle<A extends Common> = Pick<
  Definition<A>,
  | "thing"
  | "isUnfinished"
  | "isToBeRedone"
  | "replacedBy"
  | "replacementLosses"
  | "create"
  | "read"
  | "update"
  | "delete"
>;

/** What all recovery points have in common: nothing of them can be changed, so that every change makes another. */
export function recoveryPointLifecycle<A extends Common>(of: Of, connect: Connect<A>): Lifecycle<A> {
  return {
    thing: { ...of, noun: () => of.noun, id: (stored) => (stored as StoredPoint).backupId, argument: "adopt" },
    isUnfinished,
    isToBeRedone: (stored) => (stored as StoredPoint).state === "failed",
    replacedBy: (_stored, _args, changed) => changed.filter((name) => !OURS.has(name)),
    replacementLosses: replacedRecoveryPoint,
    create: (context, args) => createRecoveryPoint(context, connect(context), args),
    read: (context, id, stored) => readRecoveryPoint(context, connect(context), id, stored),
    update: (context, change) => updateRecoveryPoint(context, connect(context), change),
    delete: (context, id, stored) => deleteRecoveryPoint(context, connect(context), id, stored),
  };
}

const OURS = new Set(["onDelete", "allow", "adopt"]);

type Kind<A extends Common> = Lifecycle<A> &
  Pick<Definition<A>, "onDelete" | "idArguments" | "triggers" | "losses" | "lossKinds">;

/** A kind that is a recovery point and nothing else: its arguments take nothing away, only its replacement does. */
export function recoveryPointKind<A extends Common>(of: Of, connect: Connect<A>): Kind<A> {
  return {
    ...recoveryPointLifecycle(of, connect),
    onDelete: ["keep", "delete"],
    idArguments: ["adopt"],
    triggers: true,
    losses: [],
    lossKinds: ["replace-recovery-point"],
  };
}

/** With onDelete "delete", written and applied, a replacement deletes the recovery point that it replaces. */
function replacedRecoveryPoint(id: string, stored: object): Loss[] {
  const { onDelete, state, finishedAt, backupId } = stored as StoredPoint;
  const isKept = onDelete !== "delete" || originOf(stored as Outputs) === "found";
  if (isKept || state === "failed" || backupId === undefined) return [];
  const finished = finishedAt ? `, finished ${finishedAt},` : "";
  const what =
    state === "ready"
      ? `the recovery point ${id}${finished}`
      : `backup ${id}, which was ${state} when it was last seen and may be complete by now,`;
  const text = `this change takes a new backup and deletes ${what} because of onDelete "delete"`;
  return [{ kind: "replace-recovery-point", property: "onDelete", value: id, text }];
}

async function readRecoveryPoint<A extends Common, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  id: string,
  stored: A & Outputs,
): Promise<Live | undefined> {
  const row = await look(context, service, stored, "lately");
  if (row !== undefined) {
    if (service.stateOf(row) === "deleting") return undefined;
    const shown = service.idOf(row);
    // One that was made in doubt got an id of ours, until its own was known. A service may write the same id in capitals.
    const backupId = [id, (stored as StoredPoint).backupId].find((each) => isSameId(each, shown)) ?? shown;
    return { id: backupId, outputs: outputsOf(service, row, backupId) };
  }
  const { backupId, state } = stored as StoredPoint;
  if (service.listShowsAll && backupId !== undefined) return undefined;
  return { id, outputs: { ...(stored as Outputs), state: state === "ready" ? "unknown" : state } };
}

async function updateRecoveryPoint<A extends Common, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  { id, stored, args }: Change<A>,
): Promise<Outputs> {
  const { backupId: has } = stored as StoredPoint;
  if (args.adopt !== undefined && has === undefined) return (await adopt(context, service, args, args.adopt)).outputs;
  const row = await look(context, service, stored, "now");
  if (row !== undefined)
    return (await finish(context, service, args, service.idOf(row), { resourceId: id, row })).outputs;
  const { backupId, known, state } = stored as StoredPoint;
  if (backupId !== undefined && service.listShowsAll) {
    throw new BackupError(
      `${service.service} has no backup ${backupId} any more: run pulumi refresh, then pulumi up for a new one`,
    );
  }
  throw new UnfinishedError(
    `${service.service} does not show this backup, and it may exist, so none is sent again. Look for "${args.name}": ` +
      "if it is there, write its id as adopt; if not, run pulumi up --replace with this resource",
    id,
    { backupId, known, state },
  );
}

/** By its id; by its name among what was not there before, where the id could never be known. */
async function look<A extends Common, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  stored: A & Outputs,
  freshness: Freshness,
): Promise<Row | undefined> {
  const { backupId, known = [], name } = stored as StoredPoint;
  if (backupId !== undefined) return service.find(backupId, stored, freshness);
  const rows = (await service.list(stored, freshness)).filter((row) => service.nameOf(row) === name);
  return oldestOf(
    context,
    service,
    rows.filter((row) => !isAmong(known, service.idOf(row))),
  );
}
