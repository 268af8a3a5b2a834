import { BackupError } from "../../../core/ground/errors";
import type { Connection } from "./connection";
import { hasOneOf, isInstanceBusy } from "./errors";
import { findInstance, type Instance } from "./instances";
import type { Meanings } from "./meanings";

/** Returns the action or status in which an instance is stuck until a person repairs it; otherwise nothing. */
export function stuckIn({ endless }: Meanings, { status, actions }: Instance): string | undefined {
  return [...(actions ?? []), status].map((word) => `${word}`).find((word) => endless.includes(word.toUpperCase()));
}

/** Returns whether an action on the instance ends by itself. */
export function isUnderWay({ passing }: Meanings, { status, actions }: Instance): boolean {
  return (actions ?? []).length > 0 || passing.includes(`${status}`.toUpperCase());
}

/** Returns whether waiting helps after an error: the service is busy with something that ends by itself. */
export async function endsByItself(connection: Connection, instanceId: string, error: unknown): Promise<boolean> {
  const { says } = connection.service;
  if (hasOneOf(error, says.systemBusy)) return true;
  const busy = isInstanceBusy(says, error);
  if (!busy) return false;
  const instance = await instanceNow(connection, instanceId);
  const stuck = instance && stuckIn(says, instance);
  if (stuck === undefined) return busy === true || (instance !== undefined && isUnderWay(says, instance));
  connection.client.context.log.warn(
    `instance ${instanceId} is ${stuck}, which does not end by itself, and is not waited for`,
  );
  return false;
}

/** Returns the instance; nothing where the look fails. */
async function instanceNow(connection: Connection, instanceId: string): Promise<Instance | undefined> {
  try {
    return await findInstance(connection, instanceId, "now");
  } catch (error) {
    if (error instanceof BackupError) return undefined;
    throw error;
  }
}
