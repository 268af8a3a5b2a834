import { DateTime } from "luxon";
import { millisecondsOf, utcTime } from "../../../core/ground/utc-time";
import type { Context } from "../../../core/kind/context";
import { timeIn } from "../../../core/kind/fields";
import { doubtful, type Finding, type Online, type OnlineRule, wrong } from "../../../core/kind/online";
import { rulesOfPoint } from "../../../core/recovery-points/adopt";
import { pointsInWords } from "../../../plan/endangered";
import type { Loss } from "../../../plan/losses";
import type { Run } from "../api";
import { Account } from "../connection";
import { months } from "../plan/rhythm";
import { lossesAgainstStanding, whyUnfit } from "../plan/takeover";
import { instantBackups } from "../runs/instant";
import { fits, isCompleted, nameOf } from "../runs/runs";
import type { Plan } from "../schema";
import { PROVIDERS } from "../words";
import { isMissing, ServerAvatarLookUps } from "./look-ups";

const PANEL = "look in ServerAvatar's panel";

const rules: readonly OnlineRule<Plan>[] = [
  [
    "organization",
    among(async (lookUps, { organization }) => {
      if (await lookUps.organization(organization)) return undefined;
      return wrong("is none that the token's user belongs to", `correct the id, or use another token; ${PANEL}`);
    }),
  ],
  [
    "server",
    among(async (lookUps, { organization, server }) => {
      const found = await lookUps.server({ organization, server });
      if (!found) return wrong(`is no server of organization ${organization}`, `correct the id; ${PANEL}`);
      if (found.agent_status === undefined || found.agent_status === null || found.agent_status === "1")
        return undefined;
      return doubtful(
        `is a server whose agent is not connected (agent_status ${found.agent_status}), and backups run by the agent`,
        "connect the server again",
      );
    }),
  ],
  [
    "applicationId",
    among(async (lookUps, { organization, server, applicationId }) => {
      if (await lookUps.application({ organization, server, applicationId })) return undefined;
      return wrong(`is no application of server ${server}`, `correct the id; ${PANEL}`);
    }),
  ],
  [
    "databaseId",
    among(async (lookUps, { organization, server, databaseId }) => {
      if (databaseId === undefined || (await lookUps.database({ organization, server }, databaseId))) return undefined;
      return wrong(`is no database of server ${server}`, `correct the id; ${PANEL}`);
    }),
  ],
  ["cloudStorageProviderId", among(storageRule)],
  [
    "startBackup",
    among(async (lookUps, { organization, server, startBackup }, stored) => {
      if (startBackup === undefined || startBackup === stored?.startBackup) return undefined;
      const zone = (await lookUps.server({ organization, server }))?.timezone ?? undefined;
      if (zone === undefined || !(timeIn(startBackup, zone) <= DateTime.now())) return undefined;
      // Whether it is the zone of a start is not documented.
      return doubtful(
        `has passed in ${zone}, the time zone of server ${server}`,
        "write one that is still to come there",
      );
    }),
  ],
];

const adoptRule: OnlineRule<Plan> = [
  "adopt",
  async (context, plan, stored) => {
    if (plan.adopt === undefined || stored !== undefined) return undefined;
    return whyUnfit(plan, plan.adopt, await new Account(context).runs(plan.organization, "lately"));
  },
];

/** Returns the look-ups so that a missing organization or server gives one finding alone. */
function among(look: (lookUps: ServerAvatarLookUps, plan: Plan, stored?: Plan) => Promise<Finding | undefined>) {
  return async (context: Context, plan: Plan, stored: Plan | undefined) => {
    try {
      return await look(new ServerAvatarLookUps(new Account(context)), plan, stored);
    } catch (error) {
      if (isMissing(error, "organization", "server")) return undefined;
      throw error;
    }
  };
}

async function storageRule(
  lookUps: ServerAvatarLookUps,
  { organization, provider, cloudStorageProviderId }: Plan,
): Promise<Finding | undefined> {
  const found = await lookUps.storage(organization, cloudStorageProviderId);
  if (!found) {
    const rule = `is none of the storages that are linked in organization ${organization}`;
    const mend = `correct the id, or link the storage; ${PANEL} (Cloud Storage)`;
    // Whether that list has ServerAvatar's own storage is not documented.
    return provider === "serveravatar" ? doubtful(rule, mend) : wrong(rule, mend);
  }
  const kind = found.provider ?? undefined;
  if (kind === provider || !(PROVIDERS as readonly (string | undefined)[]).includes(kind)) return undefined;
  return wrong(`is a storage of "${kind}", and provider is "${provider}"`, "make the two agree");
}

export const onlinePlan: Online<Plan> = {
  service: "ServerAvatar",
  rules: [...rules, adoptRule],
  concerns: (plan, stored) => (plan.automaticBackup || stored === undefined) && !isAdoptedInstant(plan),
  standing: async (context, plan, stored) =>
    plan.automaticBackup && stored === undefined
      ? lossesAgainstStanding(context, plan, await new Account(context).runs(plan.organization, "lately"))
      : [],
  endangered,
};

/** The online rules of an instant backup that is about to be made. */
export const onlineInstant: Online<Plan> = {
  service: "ServerAvatar",
  rules: rulesOfPoint(instantBackups, rules),
  concerns: (_args, stored) => stored === undefined,
};

function isAdoptedInstant({ automaticBackup, adopt }: Plan): boolean {
  return !automaticBackup && adopt !== undefined;
}

/** Finds the recovery points by the runs that fit, as a check does not know the plan's id. */
async function endangered(
  context: Context,
  stored: Plan,
  { retentionPeriod }: Plan,
  { kind }: Loss,
): Promise<string | undefined> {
  if (kind !== "shorter-retention" || retentionPeriod === undefined) return undefined;
  const runs = await new Account(context).runs(stored.organization, "lately");
  const limit = DateTime.utc()
    .minus({ months: months(retentionPeriod) })
    .toMillis();
  const isBefore = (run: Run) => millisecondsOf(run.created_at) < limit;
  // An instant backup has a name.
  const older = runs.filter((run) => isCompleted(run) && !nameOf(run) && fits(run, stored) && isBefore(run));
  const which = `runs of a plan like this one that are older than ${retentionPeriod} now`;
  if (older.length === 0) return `ServerAvatar lists no ${which}`;
  const points = older.map((run) => ({ name: `${run.id}`, at: utcTime(run.created_at) }));
  return `ServerAvatar lists ${which}, which may go: ${pointsInWords(points)}`;
}
