import { BackupError, DoubtfulError, ServiceError } from "../../../core/ground/errors";
import { api, bodyOf } from "../api";
import type { Account } from "../connection";
import type { Plan } from "../schema";
import { nextStarts } from "./next-starts";

/** Updates the plan. Where its start has passed, it sends the next start of the plan's rhythm. */
export async function patchPlan(account: Account, plan: Plan, planId: string, stored: Plan): Promise<void> {
  const path = { ...plan, planId };
  const unchanged = plan.startBackup !== undefined && plan.startBackup === stored.startBackup;
  const send = async (start: string | undefined) => {
    try {
      await account.client.call(api.update, { path, json: bodyOf({ ...plan, startBackup: start }) });
    } catch (error) {
      if (!(error instanceof DoubtfulError)) throw error;
      throw new BackupError(`${error.message}. Plan ${planId} may have changed all the same: pulumi up sends it again`);
    }
  };
  if (!unchanged) {
    await send(plan.startBackup);
    return;
  }
  let refusal: Error | undefined;
  for await (const { start, late } of nextStarts(account, plan)) {
    if (late) account.context.log.warn(sentLate(planId, `${start}`, late));
    try {
      await send(start);
      return;
    } catch (error) {
      if (!(error instanceof ServiceError) || !/future date/i.test(error.message)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}

function sentLate(planId: string, start: string, why: string): string {
  return (
    `ServerAvatar wants a start with every change, and startBackup of plan ${planId} has passed: it is sent ${start}, ` +
    `${why}. Until then the plan may not run. To have it run earlier, write its next run as startBackup, by the server's clock`
  );
}
