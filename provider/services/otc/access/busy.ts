import { BackupError } from "../../../core/ground/errors";
import type { Context } from "../../../core/kind/context";
import type { Connection } from "./connection";
import { isInstanceBusy, isSystemBusy } from "./errors";
import { findInstance, type Instance } from "./instances";

/**
 * The actions of "Querying Instances and Details" that do not end by themselves: the account is frozen, a restore
 * failed and hangs, the instance is being deleted. GeminiDB also has a status "frozen".
 */
const ENDLESS = new Set(["FROZEN", "RESTORE_FAILED_HANGUP", "DELETE_INSTANCE"]);

/** Returns the action or status in which an instance is stuck, in its service's word. */
export function stuckIn({ status, actions }: Instance): string | undefined {
  const stuck = (actions ?? []).map((action) => `${action}`).find((action) => ENDLESS.has(action.toUpperCase()));
  return stuck ?? (status?.toLowerCase() === "frozen" ? status : undefined);
}

/** Whether waiting helps after an error: the service is busy, and with something that ends. */
export async function endsByItself(
  context: Context,
  connection: Connection,
  instanceId: string,
  error: unknown,
): Promise<boolean> {
  if (isSystemBusy(error)) return true;
  const busy = isInstanceBusy(error);
  if (!busy) return false;
  const instance = await instanceNow(connection, instanceId);
  const stuck = instance && stuckIn(instance);
  if (stuck === undefined) return busy === true || (instance?.actions ?? []).length > 0;
  context.log.warn(`instance ${instanceId} is ${stuck}, which does not end by itself, and is not waited for`);
  return false;
}

/** A look that fails tells nothing. */
async function instanceNow(connection: Connection, instanceId: string): Promise<Instance | undefined> {
  try {
    return await findInstance(connection, instanceId, "now");
  } catch (error) {
    if (error instanceof BackupError) return undefined;
    throw error;
  }
}
