import { isDeepStrictEqual } from "node:util";
import { carryOut } from "../../../core/doubt/carry-out";
import { BackupError, DoubtfulError, UnfinishedError } from "../../../core/ground/errors";
import type { Endpoint } from "../../../core/http/endpoint";
import type { Context } from "../../../core/kind/context";
import type { Change, Live, Outputs, Stored } from "../../../core/kind/definition";
import { isAgreed, refusalOf } from "../../../plan/losses";
import { type Connection, connect, type OtcService } from "../access/connection";
import { isBusy, isInstanceGone } from "../access/errors";
import type { BackupCalls, OtcBackup } from "../backup/backups";
import { policyLosses } from "./policy-losses";
import { type PolicyReply, valuesOf } from "./policy-reply";
import { type PolicyRuns, runsOf, runsOfChange } from "./policy-runs";
import type { Policy, PolicyValues } from "./policy-schema";

export type StoredPolicy = Policy & { previousPolicy?: PolicyValues } & PolicyRuns;

/** What differs between the two services. */
export interface PolicyCalls {
  service: OtcService;
  get: Endpoint<PolicyReply, "projectId" | "instanceId">;
  query: Record<string, string>;
  set: Endpoint<unknown, "projectId" | "instanceId">;
  /** Of backups. */
  list: BackupCalls<OtcBackup>["list"];
}

/** Every instance has a policy already, so a creation takes it over, as an update of what stands there. */
export async function takeOver(context: Context, calls: PolicyCalls, args: Policy): Promise<Stored> {
  const connection = await connect(context, calls.service);
  const previousPolicy = await current(connection, calls, args.instanceId);
  const there = { ...previousPolicy, instanceId: args.instanceId };
  const open = policyLosses.map((rule) => rule(there, args)).filter((loss) => loss && !isAgreed(loss, args.allow));
  if (open.length > 0) {
    throw new BackupError(
      `the policy that instance ${args.instanceId} has now: ${open.map((loss) => refusalOf(loss!, args.allow)).join("\n")}`,
    );
  }
  const outputs = { state: "ready", previousPolicy, ...runsOfChange(undefined, args, new Date()) };
  try {
    await set(context, connection, calls, args.instanceId, args);
  } catch (error) {
    if (!(error instanceof DoubtfulError)) throw error;
    throw new UnfinishedError(error.message, args.instanceId, { ...outputs, state: "unknown" });
  }
  return { id: args.instanceId, outputs };
}

export async function readPolicy(
  context: Context,
  calls: PolicyCalls,
  id: string,
  stored: StoredPolicy,
): Promise<Live | undefined> {
  const connection = await connect(context, calls.service);
  try {
    const live = await current(connection, calls, stored.instanceId);
    const runs = await runsOf(context, connection, calls, stored, live);
    return {
      id,
      outputs: { state: "ready", previousPolicy: stored.previousPolicy, ...runs },
      drifted: { startTime: undefined, period: undefined, ...live },
    };
  } catch (error) {
    if (isInstanceGone(error)) return undefined;
    throw error;
  }
}

export async function updatePolicy(
  context: Context,
  calls: PolicyCalls,
  { stored, args }: Change<Policy>,
): Promise<Outputs> {
  const connection = await connect(context, calls.service);
  await set(context, connection, calls, args.instanceId, args);
  const before = stored as StoredPolicy;
  return { state: "ready", previousPolicy: before.previousPolicy, ...runsOfChange(before, args, new Date()) };
}

export async function leavePolicy(context: Context, calls: PolicyCalls, stored: StoredPolicy): Promise<void> {
  const { onDelete = "keep", previousPolicy, instanceId } = stored;
  const wanted = onDelete === "restore" ? previousPolicy : onDelete === "disable" ? { keepDays: 0 } : undefined;
  if (wanted === undefined) return;
  try {
    await set(context, await connect(context, calls.service), calls, instanceId, wanted);
  } catch (error) {
    if (!isInstanceGone(error)) throw error;
  }
}

async function current(
  { client, projectId }: Connection,
  calls: PolicyCalls,
  instanceId: string,
): Promise<PolicyValues> {
  return valuesOf(await client.call(calls.get, { path: { projectId, instanceId }, query: calls.query }));
}

/** Until the service has it. To set once more what is set already changes nothing. */
async function set(
  context: Context,
  connection: Connection,
  calls: PolicyCalls,
  instanceId: string,
  wanted: PolicyValues,
): Promise<void> {
  const { client, projectId } = connection;
  const { keepDays, startTime, period } = wanted;
  const on = { keep_days: keepDays, start_time: startTime, period: period?.join(",") };
  const json = { backup_policy: keepDays === 0 ? { keep_days: 0 } : on };
  const { done, doubt, problem } = await carryOut(context, {
    what: `set the policy of ${instanceId}`,
    send: () => client.call(calls.set, { path: { projectId, instanceId }, json }).then(() => true),
    look: async () => {
      const there = await current(connection, calls, instanceId);
      return isDeepStrictEqual(plain(there), plain(wanted)) || undefined;
    },
    isSentAgain: true,
    patience: () => 0,
    isBusy,
  });
  if (!done) throw doubt ?? problem;
}

function plain({ keepDays, startTime, period }: PolicyValues): unknown {
  return JSON.parse(JSON.stringify({ keepDays, startTime, period }));
}
