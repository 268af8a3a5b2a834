import { RESENT_HOURS } from "../../../core/doubt/resent";
import { unseenId } from "../../../core/doubt/unseen-id";
import { UnfinishedError } from "../../../core/ground/errors";
import type { Stored } from "../../../core/kind/definition";
import type { Account } from "../connection";
import { healthSince } from "./health";
import type { Sought } from "./matching";
import { HOW_TO_SETTLE } from "./plan-state";

/** Returns what is known of a plan until a run shows more. Where it is not known whether the plan exists, throws that. */
export function unseen(
  account: Account,
  sought: Sought,
  { doubt, problem }: { doubt?: Error; problem?: Error },
): Stored {
  const { context } = account;
  const id = unseenId();
  const { before: plansBefore, plan } = sought;
  const askedAt = doubt ? undefined : sought.askedAt;
  const doubtedAt = doubt && new Date(account.client.now).toISOString();
  const health = healthSince({ ...plan, askedAt }, undefined, new Date());
  const outputs = { state: doubt ? "unknown" : "pending", health, plansBefore, askedAt, doubtedAt };
  if (doubt) {
    const also = problem && problem !== doubt ? `. ${problem.message}` : "";
    throw new UnfinishedError(
      `${doubt.message}${also}. A plan may exist that no run shows yet, so none is sent again for ${RESENT_HOURS} hours` +
        `${plan.startBackup === undefined ? "" : ` nor before its start, ${plan.startBackup}`}; ` +
        `${HOW_TO_SETTLE}`,
      id,
      outputs,
    );
  }
  context.log.warn(
    `${problem ? `${problem.message}; ` : ""}the plan is created, but ServerAvatar shows a plan's id only by its runs, ` +
      "and none is there yet: pulumi refresh finds it after the first run, or write its id as adopt",
  );
  return { id, outputs };
}
