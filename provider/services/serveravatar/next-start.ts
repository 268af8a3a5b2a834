import { DateTime } from "luxon";
import { afterSteps, stepsUntil } from "../../plan/stepped-runs";
import type { Account } from "./account";
import { api } from "./api";
import { RHYTHMS } from "./rhythm";
import type { Plan } from "./schema";

const FORMAT = "yyyy-MM-dd HH:mm";

/** The zone whose clocks are ahead of all others: what is still to come there is to come everywhere. */
const FIRST_ZONE = "UTC+14";

/**
 * The stored start, or, once that has passed, the next step of the plan's own rhythm: by the server's clock, or
 * `anywhere` on earth.
 */
export async function nextStart(account: Account, plan: Plan, where?: "anywhere"): Promise<string | undefined> {
  if (plan.startBackup === undefined || plan.schedule === undefined) return plan.startBackup;
  const zone = where === "anywhere" ? FIRST_ZONE : await serverZone(account, plan);
  const start = DateTime.fromFormat(plan.startBackup, FORMAT, { zone });
  const rhythm = RHYTHMS[plan.schedule];
  const now = DateTime.now();
  // One that is just now has passed.
  const steps = stepsUntil(start, rhythm, now.plus(1));
  return afterSteps(start, rhythm, steps).toFormat(FORMAT);
}

async function serverZone(account: Account, plan: Plan): Promise<string> {
  const { server } = await account.client.call(api.server, { path: plan });
  return server.timezone && DateTime.now().setZone(server.timezone).isValid ? server.timezone : FIRST_ZONE;
}
