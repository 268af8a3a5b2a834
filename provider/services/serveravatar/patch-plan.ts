import { ServiceError } from "../../core/errors";
import type { Account } from "./account";
import { api, bodyOf } from "./api";
import { nextStart } from "./next-start";
import type { Plan } from "./schema";

/** A start that has passed would be refused: the plan's own rhythm goes on from there. */
export async function patchPlan(account: Account, plan: Plan, planId: string, stored: Plan): Promise<void> {
  const path = { ...plan, planId };
  const unchanged = plan.startBackup !== undefined && plan.startBackup === stored.startBackup;
  const send = (start: string | undefined) =>
    account.client.call(api.update, { path, json: bodyOf({ ...plan, startBackup: start }) });
  if (!unchanged) {
    await send(plan.startBackup);
    return;
  }
  try {
    await send(await nextStart(account, plan));
  } catch (error) {
    if (!(error instanceof ServiceError) || !/future date/i.test(error.message)) throw error;
    await send(await nextStart(account, plan, "anywhere"));
  }
}
