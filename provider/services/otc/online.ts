import type { Context } from "../../core/kind/context";
import { doubtful, type Online, type OnlineRule, wrong } from "../../core/kind/online";
import { plannedWith } from "../../core/ledger/planned";
import type { Freshness } from "../../core/lists/shared-rows";
import { connect, type OtcService } from "./access/connection";
import { findInstance } from "./access/instances";
import { isManual } from "./backup/backup-list";
import { type BackupCalls, type OtcBackup, otcBackups } from "./backup/backups";
import { endangeredByPolicy } from "./policy/endangered";
import type { Policy } from "./policy/policy-schema";

/** Of a manual backup that is about to be made. */
export function onlineBackup<A extends OtcBackup>(calls: BackupCalls<A>): Online<A> {
  return {
    service: calls.service.name,
    concerns: (args, stored) => stored === undefined && args.adopt === undefined,
    rules: [
      ["instanceId", (context, args) => instanceRule(context, calls.service, args)],
      ["name", (context, args) => nameRule(context, calls, args)],
      ...(calls.usualQuota === undefined ? [] : [quotaRule(calls, calls.usualQuota)]),
    ],
  };
}

export function onlinePolicy(service: OtcService, calls: Pick<BackupCalls<OtcBackup>, "list">): Online<Policy> {
  return {
    service: service.name,
    concerns: () => true,
    rules: [["instanceId", (context, args) => instanceRule(context, service, args)]],
    endangered: (context, stored, args, loss) => endangeredByPolicy(context, { service, ...calls }, stored, args, loss),
  };
}

async function instanceRule(context: Context, service: OtcService, { instanceId }: { instanceId: string }) {
  const instance = await findInstance(await connect(context, service), instanceId);
  if (!instance) {
    return wrong(
      `${service.name} has no such instance in this project and region`,
      "correct the id, or the project and region (opentelekomcloud:tenantName, opentelekomcloud:region)",
    );
  }
  const { status, actions } = instance;
  // What is being done to it ends, and is waited for.
  if (!status || status.toLowerCase() === "normal" || (actions ?? []).length > 0) return undefined;
  return doubtful(
    `is an instance whose status is "${status}", and ${service.name} backs up only one that is "normal"`,
    "see to the instance before pulumi up, which waits for it as long as its time allows",
  );
}

/** A generated name is nobody else's. */
async function nameRule<A extends OtcBackup>(context: Context, calls: BackupCalls<A>, args: A) {
  const { name } = args;
  if (name === undefined || context.marked || context.replacing) return undefined;
  const service = otcBackups(context, calls);
  const holder = async (freshness: Freshness) => {
    const row = (await service.list(args, freshness)).find((each) => each.name === name);
    return row && service.stateOf(row) !== "deleting" ? row : undefined;
  };
  const taken = (await holder("lately")) && (await holder("now"));
  if (!taken) return undefined;
  return wrong(
    `is that of backup ${taken.id} (instance ${taken.instance_id}, ${taken.begin_time ?? "time not told"}), and a name is unique in the project`,
    `choose another name or leave it out; to take that backup over, write adopt: "${taken.id}"`,
  );
}

/** What the project may have is nowhere told; the usual quota may have been raised. */
function quotaRule<A extends OtcBackup>(calls: BackupCalls<A>, usual: number): OnlineRule<A> {
  return [
    "quota",
    async (context, args) => {
      if (context.storedId !== undefined) return undefined;
      const rows = await otcBackups(context, calls).list(args, "lately");
      const manual = rows.filter(isManual);
      const names = new Set(manual.map(({ name }) => name));
      const { client, projectId } = await connect(context, calls.service);
      const coming = plannedWith(`${client.address} ${projectId}`, context.owner, `${args.name}`, (name) =>
        names.has(name),
      );
      if (manual.length + coming <= usual) return undefined;
      return doubtful(
        `${manual.length} manual backups are there, and with the new ones of this program it would be ${manual.length + coming}; ` +
          `${calls.service.name} allows ${usual} in a project unless the quota was raised`,
        "delete old ones, or have the quota raised",
      );
    },
  ];
}
