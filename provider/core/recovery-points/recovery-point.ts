import { isOurs } from "../ground/asked-for";
import { BackupError, UnfinishedError } from "../ground/errors";
import { isAmong, isSameId } from "../ground/same-id";
import type { Change, Common, Definition, Live, Outputs } from "../kind/definition";
import type { Freshness } from "../lists/shared-rows";
import { adopt } from "./adopt";
import { createRecoveryPoint } from "./create";
import { finish, outputsOf } from "./finish";
import { finished, keptBeside, lossOfReplacement, restated, rotationOf, shorterList } from "./generations";
import { oldestOf } from "./oldest";
import { type Connect, isUnfinished, type RecoveryPoints, type StoredPoint } from "./recovery-points";
import { refreshGenerations } from "./refresh";
import { leaveState, withGenerations } from "./rotate";
import { settle } from "./settle";

/** The differences between kinds: the noun, the key of the service's address, and the arguments that name the source. */
type Of = { readonly noun: string; readonly endpoint: string; readonly source: readonly string[] };

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
  | "restated"
  | "rotation"
  | "goesWithState"
>;

/** Returns the lifecycle that all recovery points share. No vendor can change one, so every change makes a new one. */
export function recoveryPointLifecycle<A extends Common>(of: Of, connect: Connect<A>): Lifecycle<A> {
  const { source } = of;
  return {
    thing: {
      endpoint: of.endpoint,
      noun: () => of.noun,
      id: (stored) => (stored as StoredPoint).backupId,
      argument: "adopt",
    },
    isUnfinished,
    isToBeRedone: (stored) => (stored as StoredPoint).state === "failed",
    replacedBy: (_stored, _args, changed) => changed.filter((name) => !isOurs(name)),
    replacementLosses: (id, stored, args) => lossOfReplacement(id, stored, args, source),
    rotation: (stored, args) => rotationOf(stored, args, source),
    restated,
    goesWithState: keptBeside,
    create: (context, args) => {
      const service = connect(context);
      return withGenerations(service, source, args, () => createRecoveryPoint(service, args));
    },
    read: async (context, id, stored) => {
      const service = connect(context);
      return refreshGenerations(service, stored, await readRecoveryPoint(service, id, stored));
    },
    update: async (context, change) => finished(context, change, await updateRecoveryPoint(connect(context), change)),
    delete: (context, id, stored, succession) => leaveState(connect(context), source, [id, stored], succession),
  };
}

type Kind<A extends Common> = Lifecycle<A> &
  Pick<Definition<A>, "onDelete" | "idArguments" | "triggers" | "losses" | "lossKinds">;

/** Returns the parts of a definition that all pure recovery points share: only their replacement is a loss. */
export function recoveryPointKind<A extends Common>(of: Of, connect: Connect<A>): Kind<A> {
  return {
    ...recoveryPointLifecycle(of, connect),
    onDelete: ["keep", "delete"],
    idArguments: ["adopt"],
    triggers: true,
    losses: [shorterList],
    lossKinds: ["shorter-retention", "replace-recovery-point"],
  };
}

async function readRecoveryPoint<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  id: string,
  stored: A & Outputs,
): Promise<Live | undefined> {
  const row = await look(service, stored, "lately");
  if (row !== undefined) {
    if (service.stateOf(row) === "deleting") return undefined;
    const shown = service.idOf(row);
    // In doubt it got an id of this package until the vendor's was known. A service may write the same id in capitals.
    const backupId = [id, (stored as StoredPoint).backupId].find((each) => isSameId(each, shown)) ?? shown;
    return { id: backupId, outputs: outputsOf(service, row, backupId) };
  }
  const { backupId, state } = stored as StoredPoint;
  if (service.listShowsAll && backupId !== undefined) return undefined;
  return { id, outputs: { ...(stored as Outputs), state: state === "ready" ? "unknown" : state } };
}

async function updateRecoveryPoint<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  { id, stored, args }: Change<A>,
): Promise<Outputs> {
  const { backupId: has } = stored as StoredPoint;
  if (args.adopt !== undefined && has === undefined) return (await adopt(service, args, args.adopt)).outputs;
  const row = await look(service, stored, "now");
  if (row !== undefined) return (await finish(service, args, service.idOf(row), { resourceId: id, row })).outputs;
  const { backupId, known, state } = stored as StoredPoint;
  if (backupId === undefined && state === "unknown") return settle(service, args, { id, stored });
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

/** Looks for it by its id; where that is not known, by its name among what did not exist before. */
async function look<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  stored: A & Outputs,
  freshness: Freshness,
): Promise<Row | undefined> {
  const { backupId, known = [], name } = stored as StoredPoint;
  if (backupId !== undefined) return service.find(backupId, stored, freshness);
  const rows = (await service.list(stored, freshness)).filter((row) => service.nameOf(row) === name);
  return oldestOf(
    service,
    rows.filter((row) => !isAmong(known, service.idOf(row))),
  );
}
