import { DateTime, type DurationLikeObject } from "luxon";
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
  const { step, longestGapHours } = RHYTHMS[plan.schedule];
  const now = DateTime.now();
  let next = start;
  // So many steps at least: none is longer than the longest gap.
  const passed = Math.floor(now.diff(start).as("hours") / longestGapHours);
  for (let steps = Math.max(1, passed); next <= now; steps++) {
    // From the start each time: a month after 31 January is 28 February, two months after is 31 March again.
    next = start.plus(multiplied(step, steps));
  }
  return next.toFormat(FORMAT);
}

function multiplied(step: DurationLikeObject, times: number): DurationLikeObject {
  return Object.fromEntries(Object.entries(step).map(([unit, amount]) => [unit, amount * times]));
}

async function serverZone(account: Account, plan: Plan): Promise<string> {
  const { server } = await account.client.call(api.server, { path: plan });
  return server.timezone && DateTime.now().setZone(server.timezone).isValid ? server.timezone : FIRST_ZONE;
}
