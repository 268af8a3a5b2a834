import { isDeepStrictEqual } from "node:util";
import { insistOnConsent } from "../../../core/arguments/insist-on-consent";
import { carryOut } from "../../../core/doubt/carry-out";
import { DoubtfulError, UnfinishedError } from "../../../core/ground/errors";
import type { Endpoint } from "../../../core/http/endpoint";
import type { Context } from "../../../core/kind/context";
import type { Change, Live, Outputs, Stored } from "../../../core/kind/definition";
import type { Loss } from "../../../plan/losses";
import { endsByItself } from "../access/busy";
import { type Connection, connect, type OtcService } from "../access/connection";
import { unlessRefused } from "../access/errors";
import type { BackupLists } from "../backup/backup-calls";
import { type PolicyWords, policyLosses } from "./policy-losses";
import { type PolicyReply, valuesOf } from "./policy-reply";
import { type PolicyRuns, runsOf, runsOfChange } from "./policy-runs";
import { canBeOff, type Policy, type PolicyLimits, type PolicyValues } from "./policy-schema";

export type StoredPolicy = Policy & { previousPolicy?: PolicyValues } & PolicyRuns;

/** The calls that differ between the services. */
export interface PolicyCalls {
  service: OtcService;
  limits: PolicyLimits;
  words: PolicyWords;
  get: Endpoint<PolicyReply, "projectId" | "instanceId">;
  query: Record<string, string>;
  set: Endpoint<unknown, "projectId" | "instanceId">;
  /** The lists of its backups. */
  backups: BackupLists;
}

/** Creates a policy. Every instance has one already, so this takes it over and updates it. */
export async function takeOver(context: Context, calls: PolicyCalls, args: Policy): Promise<Stored> {
  const connection = await connect(context, calls.service);
  const previousPolicy = await current(connection, calls, args.instanceId);
  insistOnConsent(context, args.allow, lossesOfTakeover(calls, previousPolicy, args));
  const outputs = { state: "ready", previousPolicy, ...runsOfChange(undefined, args, new Date()) };
  // Writing equal values would change nothing and could start a backup.
  if (isDeepStrictEqual(plain(previousPolicy), plain(args))) return { id: args.instanceId, outputs };
  try {
    await set(connection, calls, args.instanceId, args);
  } catch (error) {
    if (!(error instanceof DoubtfulError)) throw error;
    throw new UnfinishedError(`${error.message}. The next pulumi up sets it again`, args.instanceId, {
      ...outputs,
      state: "unknown",
    });
  }
  return { id: args.instanceId, outputs };
}

/** Returns the losses of what `up` would set, against the policy that the instance has. Where nothing changes, it sets nothing. */
export async function lossesAgainstStanding(
  context: Context,
  calls: PolicyCalls,
  args: Policy,
  stored: Policy | undefined,
): Promise<Loss[]> {
  const { instanceId } = args;
  if (stored?.instanceId === instanceId && isDeepStrictEqual(plain(stored), plain(args))) return [];
  return lossesOfTakeover(calls, await current(await connect(context, calls.service), calls, instanceId), args);
}

function lossesOfTakeover(calls: PolicyCalls, there: PolicyValues, args: Policy): Loss[] {
  const { instanceId } = args;
  const losses = policyLosses(calls.words)
    .map((rule) => rule({ ...there, instanceId }, args))
    .filter((loss) => loss !== undefined);
  return losses.map((loss) => ({ ...loss, text: `the policy that instance ${instanceId} has now: ${loss.text}` }));
}

export async function readPolicy(
  context: Context,
  calls: PolicyCalls,
  id: string,
  stored: StoredPolicy,
): Promise<Live | undefined> {
  const connection = await connect(context, calls.service);
  const { instanceGone } = calls.service.says;
  const live = await unlessRefused(instanceGone, () => current(connection, calls, stored.instanceId));
  if (live === undefined) return undefined;
  const runs = await runsOf(connection, calls.backups, stored, live);
  return {
    id,
    outputs: { state: "ready", previousPolicy: stored.previousPolicy, ...runs },
    // Where the service tells no window or no days, as while it is off, those of the program are kept.
    drifted: live,
  };
}

/** Returns the policy of the instance; nothing where the instance is gone. */
export async function importedPolicy(
  context: Context,
  calls: PolicyCalls,
  instanceId: string,
): Promise<(Policy & Outputs) | undefined> {
  const previousPolicy = await unlessRefused(calls.service.says.instanceGone, async () =>
    current(await connect(context, calls.service), calls, instanceId),
  );
  return previousPolicy && { instanceId, ...previousPolicy, previousPolicy };
}

export async function updatePolicy(
  context: Context,
  calls: PolicyCalls,
  { stored, args, changed }: Change<Policy>,
): Promise<Outputs> {
  const connection = await connect(context, calls.service);
  // Somebody may have changed it since the last refresh. What an earlier run left unfinished has its consent.
  if (changed.length > 0) {
    const there = await current(connection, calls, args.instanceId);
    insistOnConsent(context, args.allow, lossesOfTakeover(calls, there, args));
  }
  await set(connection, calls, args.instanceId, args);
  const before = stored as StoredPolicy;
  return { state: "ready", previousPolicy: before.previousPolicy, ...runsOfChange(before, args, new Date()) };
}

export async function leavePolicy(context: Context, calls: PolicyCalls, stored: StoredPolicy): Promise<void> {
  const { onDelete = "keep", previousPolicy, instanceId } = stored;
  const wanted = onDelete === "restore" ? previousPolicy : onDelete === "disable" ? { keepDays: 0 } : undefined;
  if (wanted === undefined) return;
  if (wanted.keepDays === 0 && !canBeOff(calls.limits)) {
    context.log.warn(
      `instance ${instanceId}: the policy that stood there before was off, and ${calls.service.name} lets nobody turn one ` +
        "off. The policy stays as it is",
    );
    return;
  }
  await unlessRefused(calls.service.says.instanceGone, async () =>
    set(await connect(context, calls.service), calls, instanceId, wanted),
  );
}

/** Returns the policy of the instance; throws where the instance is gone. */
export async function current(
  { client, projectId }: Connection,
  calls: PolicyCalls,
  instanceId: string,
): Promise<PolicyValues> {
  return valuesOf(await client.call(calls.get, { path: { projectId, instanceId }, query: calls.query }));
}

/** Sets the policy and waits until the service shows it. Setting it twice does no harm. */
async function set(
  connection: Connection,
  calls: PolicyCalls,
  instanceId: string,
  wanted: PolicyValues,
): Promise<void> {
  const { client, projectId } = connection;
  const { keepDays, startTime, period } = wanted;
  const on = { keep_days: keepDays, start_time: startTime, period: period?.join(",") };
  const json = { backup_policy: keepDays === 0 ? { keep_days: 0 } : on };
  const { done, doubt, problem } = await carryOut(client.context, {
    what: `set the policy of ${instanceId}`,
    send: () => client.call(calls.set, { path: { projectId, instanceId }, json }).then(() => true),
    look: async () => {
      const there = await current(connection, calls, instanceId);
      return isDeepStrictEqual(plain(there), plain(wanted)) || undefined;
    },
    isSentAgain: true,
    patience: () => 0,
    isBusy: (error) => endsByItself(connection, instanceId, error),
  });
  if (!done) throw doubt ?? problem;
}

function plain({ keepDays, startTime, period }: PolicyValues): unknown {
  return JSON.parse(JSON.stringify(keepDays === 0 ? { keepDays } : { keepDays, startTime, period }));
}
