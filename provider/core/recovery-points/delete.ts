import { carryOut } from "../doubt/carry-out";
import { waitFor } from "../doubt/wait";
import { BackupError } from "../ground/errors";
import type { Common, Outputs } from "../kind/definition";
import { deletionOf, isDeletionWritten, mayBeDeleted } from "./deletion";
import type { RecoveryPoints, StoredPoint } from "./recovery-points";

/**
 * Deletes a recovery point where the program wrote so, and always what never became complete: that cannot be restored, takes
 * space and may hold its name. Every other one is kept.
 */
export async function deleteRecoveryPoint<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  resourceId: string,
  stored: A & Outputs,
): Promise<void> {
  const { log } = service.context;
  const { backupId: id } = stored as StoredPoint;
  if (id === undefined) {
    log.warn(`${resourceId} was never seen in ${service.service}; nothing is deleted there. Look for "${stored.name}"`);
    return;
  }
  if (stored.onDelete === "delete" && !isDeletionWritten(stored)) {
    log.warn(
      `backup ${id} was found by its name, and another stack of this name may have made it: it is kept. To have it deleted, ` +
        `write adopt: "${id}" and run pulumi up before it leaves the program`,
    );
  }
  if (!mayBeDeleted(stored)) return;
  const row = await untilNotRunning(service, id, stored);
  const shown = row && service.stateOf(row);
  const deletion = deletionOf(stored, shown, service);
  if (row !== undefined && deletion === "kept") {
    const word = shown !== "unknown" ? "" : `, a status that no page of ${service.service} has: look at it there`;
    log.warn(`backup ${id} is ${service.outputsOf(row).vendorStatus}, and is kept${word}`);
  }
  if (deletion === "not shown") {
    log.warn(`${service.service} does not list backup ${id}: nothing is deleted there, and it may exist. Look for it`);
  }
  if (deletion === "sent") {
    await refuseDescendants(service, id, stored);
    await removeWhenFree(service, id, stored);
  }
  if (service.listShowsAll && (deletion === "sent" || deletion === "under way"))
    await untilGone(service, id, stored, row);
}

/** How long a deletion that failed before may still show as failed after it was asked for again. */
const RETRIED_MILLISECONDS = 30_000;

/** Waits until it is gone. `before` is its row before the request. */
async function untilGone<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  id: string,
  stored: A,
  before: Row | undefined,
): Promise<void> {
  const { context } = service;
  const failedBefore = before !== undefined && service.deletionFailed?.(before) !== undefined;
  const retried = context.deadline.within(failedBefore ? RETRIED_MILLISECONDS : 0);
  let left: Row | undefined;
  let isGoing = false;
  const gone = await waitFor(context, true, async () => {
    left = await service.find(id, stored, "now");
    if (left === undefined) return true;
    const failed = service.deletionFailed?.(left) ?? (isGoing && service.stateOf(left) !== "deleting" ? "" : undefined);
    isGoing = service.stateOf(left) === "deleting";
    if (failed === undefined || !retried.passed) return undefined;
    throw new BackupError(
      `${service.service} accepted the deletion of backup ${id} and did not carry it out: it is ` +
        `${service.outputsOf(left).vendorStatus}${failed}. The next pulumi up or destroy asks for it again`,
    );
  });
  if (gone || left === undefined) return;
  throw new BackupError(
    `${service.service}: DELETE of backup ${id} was accepted, and after ${context.deadline} it is still ` +
      `there (${service.outputsOf(left).vendorStatus}). The next pulumi up or destroy goes on with it`,
  );
}

async function untilNotRunning<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  id: string,
  stored: A,
): Promise<Row | undefined> {
  const { context } = service;
  const ended = await waitFor(context, false, async () => {
    const row = await service.find(id, stored, "now");
    if (row === undefined || service.stateOf(row) !== "pending") return { row };
    context.log.progress(
      `backup ${id} is ${service.outputsOf(row).vendorStatus}; waiting for its end before deleting it`,
    );
    return undefined;
  });
  if (!ended)
    throw new BackupError(
      `backup ${id} still runs after ${context.deadline}, and cannot be deleted before it ends. The next pulumi up or ` +
        "destroy goes on with it",
    );
  return ended.row;
}

/** Refuses a deletion without consent where the vendor would delete the recovery points that are built on it. */
async function refuseDescendants<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  id: string,
  stored: A,
): Promise<void> {
  const descendants = (await service.descendants?.(id)) ?? [];
  if (descendants.length === 0 || stored.allow?.["delete-descendants"] === id) return;
  const names = descendants.map((row) => `${service.idOf(row)} (${service.nameOf(row)})`).join(", ");
  throw new BackupError(
    `deleting backup ${id} deletes what was built on it too: ${names}. To agree, write ` +
      `allow: { "delete-descendants": "${id}" } and run pulumi up before it is deleted; or write onDelete: "keep"`,
  );
}

async function removeWhenFree<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  id: string,
  stored: A & Outputs,
): Promise<void> {
  const isGone = async () => {
    const row = await service.find(id, stored, "now");
    return row === undefined ? !service.findsByList : service.stateOf(row) === "deleting";
  };
  try {
    const { done, problem } = await carryOut(service.context, {
      what: `delete ${id}`,
      send: () => service.remove(id, stored).then(() => true),
      look: async () => (await isGone()) || undefined,
      // Deleting a second time does no harm.
      isSentAgain: true,
      patience: () => 0,
      isBusy: (error) => service.isBusy(error, stored),
    });
    if (!done && problem) throw problem;
  } catch (error) {
    if (!(await isGone())) throw error;
  }
}
