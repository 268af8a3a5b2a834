import type { Generation } from "../../plan/state";
import { BackupError } from "../ground/errors";
import { isSameId } from "../ground/same-id";
import type { Common, Live, Outputs } from "../kind/definition";
import { generationsOf, idsOf } from "./generations";
import type { RecoveryPoints, StoredPoint } from "./recovery-points";

/** Removes from the list what is gone. If the newest is gone, the resource stays because of the others. */
export async function refreshGenerations<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  stored: A & Outputs,
  live: Live | undefined,
): Promise<Live | undefined> {
  const { log } = service.context;
  const point = stored as StoredPoint;
  if (point.keepLast === undefined) return live;
  const isOwn = ({ id }: Generation) => isSameId(id, point.backupId);
  const before = generationsOf({ ...point, ...live?.outputs });
  const earlier = before.generations.filter((each) => !isOwn(each));
  const left = service.listShowsAll ? await stillThere(service, stored, earlier) : earlier;
  const gone = earlier.filter((each) => !left.includes(each));
  if (gone.length > 0) log.warn(`generations: ${idsOf(gone)} is gone from ${service.service}, and leaves the list`);
  const outgoing = await stillThere(service, stored, before.outgoing);
  if (live) {
    const generations = before.generations.filter((each) => isOwn(each) || left.includes(each));
    return { ...live, outputs: { ...live.outputs, generations, outgoing } };
  }
  if (left.length === 0) return undefined;
  log.warn(
    `backup ${point.backupId} is gone from ${service.service}. The next pulumi up makes a new one, and the list of ` +
      `${left.length} earlier generations goes on`,
  );
  const lost = { state: "failed", lastBackupAt: undefined, generations: left, outgoing };
  return { id: `${point.backupId}`, outputs: { ...(stored as Outputs), ...lost } };
}

/** Returns the recovery points that the service still has, or does not show. */
export async function stillThere<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  args: A,
  generations: readonly Generation[],
): Promise<Generation[]> {
  const there = await Promise.all(generations.map(async ({ id }) => isThere(service, args, id)));
  return generations.filter((_, index) => there[index]);
}

async function isThere<A extends Common, Row>(service: RecoveryPoints<A, Row>, args: A, id: string): Promise<boolean> {
  try {
    const row = await service.find(id, args, "lately");
    return row !== undefined && service.stateOf(row) !== "deleting";
  } catch (error) {
    if (error instanceof BackupError) return true;
    throw error;
  }
}
