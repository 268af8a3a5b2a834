import { ServiceError } from "../../../core/ground/errors";
import type { Context } from "../../../core/kind/context";
import type { RecoveryPoints } from "../../../core/recovery-points/recovery-points";
import { api, bodyOf, type Run } from "../api";
import { Account } from "../connection";
import { retentionSeen } from "../plan/rhythm";
import type { Plan } from "../schema";
import { adoptionDifferences, differences, fits, nameOf, outputsOf, stateOf } from "./runs";

/** The noun for a run, which is what an instant backup leaves. */
export const RUN = "serveravatar run";

export const ENDPOINT = "serveravatar:endpoint";

/** Returns the calls for instant backups. Their creation answers no id, and the pages do not say which runs the list shows. */
export function instantBackups(context: Context): RecoveryPoints<Plan, Run> {
  const account = new Account(context);
  return {
    context,
    service: "ServerAvatar",
    noun: RUN,
    namesAreUnique: false,
    listShowsAll: false,
    queue: (args) => [args.organization, args.applicationId, args.cloudStorageProviderId].join("/"),
    list: async (args, freshness) =>
      (await account.runs(args.organization, freshness)).filter((run) => fits(run, args)),
    find: (id, args, freshness) => account.run(args.organization, id, freshness),
    send: async (args, going) => {
      await account.client.call(api.create, { path: args, json: bodyOf(args), going });
      return undefined;
    },
    remove: (id, args) => remove(account, id, args),
    isBusy: () => false,
    now: async () => account.client.now,
    idOf: (run) => `${run.id}`,
    nameOf,
    stateOf,
    outputsOf: (run) => outputsOf([run]),
    differences,
    adoptionDifferences: (run, args) => [...adoptionDifferences(run, args), ...otherRetention(run, args)],
  };
}

/** Returns the retention of a run where its end tells another one than is declared. */
function otherRetention(run: Run, { provider, retentionPeriod }: Plan): [string, unknown][] {
  const there = provider === "serveravatar" ? retentionSeen([run]) : undefined;
  return there === undefined || there === retentionPeriod ? [] : [["retentionPeriod", there]];
}

async function remove(account: Account, id: string, args: Plan): Promise<void> {
  try {
    await account.client.call(api.deleteRuns, { path: args, json: { ids: [Number(id)] } });
  } catch (error) {
    // A backup that failed may have no files, and ServerAvatar refuses to delete none.
    const failed = (args as { state?: string }).state === "failed";
    if (!failed || !(error instanceof ServiceError)) throw error;
    account.context.log.warn(error.message);
  }
}
