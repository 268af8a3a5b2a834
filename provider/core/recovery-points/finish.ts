import { waitFor } from "../doubt/wait";
import { BackupError, UnfinishedError } from "../ground/errors";
import type { Common, Outputs, Stored } from "../kind/definition";
import type { RecoveryPoints } from "./recovery-points";

/** Waits until an existing backup ends. Throws where it does not complete; the state keeps its id. */
export async function finish<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  args: A,
  id: string,
  { resourceId = id, row: first }: { resourceId?: string; row?: Row | undefined } = {},
): Promise<Stored> {
  let seen: Row | undefined;
  const outputs = () => (seen ? outputsOf(service, seen, id) : { backupId: id, state: "pending" });
  try {
    const ended = await waitFor(service.context, true, async () => {
      const row = (seen === undefined ? first : undefined) ?? (await service.find(id, args, "now"));
      if (row === undefined && seen !== undefined && service.listShowsAll)
        throw new BackupError(`backup ${id} has vanished`);
      seen = row ?? seen;
      if (seen === undefined) return undefined;
      service.context.log.progress(`backup ${id}: ${service.outputsOf(seen).vendorStatus}`);
      return service.stateOf(seen) === "pending" ? undefined : seen;
    });
    if (ended && service.stateOf(ended) === "ready") return { id: resourceId, outputs: outputs() };
  } catch (error) {
    // Whatever went wrong while waiting, it exists, and the state keeps its id.
    const message = `${(error as Error).message}. Backup ${id} exists; the next pulumi up looks again`;
    throw new UnfinishedError(message, resourceId, outputs());
  }
  throw new UnfinishedError(await problemOf(service, id, seen), resourceId, outputs());
}

async function problemOf<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  id: string,
  row: Row | undefined,
): Promise<string> {
  const word = row && service.outputsOf(row).vendorStatus;
  if (row === undefined || service.stateOf(row) === "pending") {
    const status = word ? `is still ${word}` : "is not listed yet";
    return (
      `backup ${id} ${status} after ${service.context.deadline}: it may still complete, and is in state as unfinished. The next ` +
      "pulumi up goes on waiting for it and makes no second one; customTimeouts or backup-plans:timeoutMinutes lengthens a wait"
    );
  }
  if (service.stateOf(row) !== "failed") {
    return `${service.service} says ${word} of backup ${id}, a status that no page of the vendor has. The next pulumi up looks again`;
  }
  const reason = await service.reason?.(row);
  return `${service.service} says ${word} of backup ${id}${reason ? ` (${reason})` : ""}: there is no recovery point. The next pulumi up makes a new one`;
}

export function outputsOf<A extends Common, Row>(service: RecoveryPoints<A, Row>, row: Row, id: string): Outputs {
  return { ...service.outputsOf(row), backupId: id, state: service.stateOf(row) };
}
