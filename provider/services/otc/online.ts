import type { Context } from "../../core/kind/context";
import { doubtful, type Online, type OnlineRule, wrong } from "../../core/kind/online";
import { ledgerOf } from "../../core/ledger/ledger";
import type { Freshness } from "../../core/lists/shared-rows";
import { noRoomToRotate } from "../../core/online/rotation-room";
import { rulesOfPoint } from "../../core/recovery-points/adopt";
import { isUnderWay, stuckIn } from "./access/busy";
import { otcKeys } from "./access/configuration";
import { connect, type OtcService } from "./access/connection";
import { findInstance } from "./access/instances";
import type { BackupCalls, OtcBackup } from "./backup/backup-calls";
import { isManual, type Row } from "./backup/backup-list";
import { otcBackups } from "./backup/backups";
import { endangeredByPolicy } from "./policy/endangered";
import { lossesAgainstStanding, type PolicyCalls } from "./policy/policy";
import type { Policy } from "./policy/policy-schema";

/** Returns the online rules of a manual backup that is about to be made. */
export function onlineBackup<A extends OtcBackup>(calls: BackupCalls<A>): Online<A> {
  return {
    service: calls.service.name,
    concerns: (_args, stored) => stored === undefined,
    rules: rulesOfPoint(
      (context) => otcBackups(context, calls),
      [
        ["instanceId", (context, args) => instanceRule(context, calls.service, args)],
        ["name", (context, args) => nameRule(context, calls, args)],
        ...(calls.usualQuota === undefined ? [] : [quotaRule(calls, calls.usualQuota)]),
        ...(calls.online ?? []),
      ],
    ),
  };
}

export function onlinePolicy(calls: PolicyCalls): Online<Policy> {
  const { service } = calls;
  return {
    service: service.name,
    concerns: () => true,
    rules: [["instanceId", (context, args) => instanceRule(context, service, args)]],
    endangered: (context, _stored, args, loss) => endangeredByPolicy(context, calls.backups, args, loss),
    standing: (context, args, stored) => lossesAgainstStanding(context, calls, args, stored),
  };
}

async function instanceRule(context: Context, service: OtcService, { instanceId }: { instanceId: string }) {
  const instance = await findInstance(await connect(context, service), instanceId);
  if (!instance) {
    const keys = otcKeys(context.settings);
    return wrong(
      `${service.name} has no such instance in this project and region`,
      `correct the id, or the project and region (${keys.named("tenantName")}, ${keys.named("region")})`,
    );
  }
  const { status } = instance;
  const { says } = service;
  const stuck = stuckIn(says, instance);
  if (stuck !== undefined) {
    return doubtful(
      `is an instance that is ${stuck}, which does not end by itself, and ${service.name} backs up only one that is "${says.ready}"`,
      "repair the instance before pulumi up, which does not wait for it",
    );
  }
  // `up` waits for any other action, as it ends by itself.
  if (!status || status.toLowerCase() === says.ready.toLowerCase() || isUnderWay(says, instance)) return undefined;
  return doubtful(
    `is an instance whose status is "${status}", and ${service.name} backs up only one that is "${says.ready}"`,
    "look at the instance before pulumi up, which waits for it as long as its time allows",
  );
}

/** Looks for the name. Nobody else gives a generated one. */
async function nameRule<A extends OtcBackup>(context: Context, calls: BackupCalls<A>, args: A) {
  const { name } = args;
  if (name === undefined || context.marked || context.replacing) return undefined;
  const service = otcBackups(context, calls);
  const holder = async (freshness: Freshness) => {
    const rows = (await service.list(args, freshness)).filter((row) => service.stateOf(row) !== "deleting");
    const alike = (row: Row) => calls.namesMayIgnoreCase && row.name?.toLowerCase() === name.toLowerCase();
    return rows.find((row) => row.name === name) ?? rows.find(alike);
  };
  const taken = (await holder("lately")) && (await holder("now"));
  if (!taken) return undefined;
  if (taken.name !== name) {
    return doubtful(
      `differs only in case from that of backup ${taken.id} (${taken.name}), and names that differ only so may be equal: ${calls.service.name}'s guide says so, and its API page does not`,
      "choose a name with other letters",
    );
  }
  return wrong(
    `is that of backup ${taken.id} (instance ${taken.instance_id}, ${taken.begin_time ?? "time unknown"}), and a name is unique in the project`,
    `choose another name or leave it out; to take that backup over, write adopt: "${taken.id}"`,
  );
}

/** Returns the rule on the quota. No call answers a project's quota; the usual one may have been raised. */
function quotaRule<A extends OtcBackup>(calls: BackupCalls<A>, usual: number): OnlineRule<A> {
  return [
    "quota",
    async (context, args) => {
      if (context.page.before?.id !== undefined && args.keepLast === undefined) return undefined;
      const rows = await otcBackups(context, calls).list(args, "lately");
      const manual = rows.filter(isManual);
      const names = new Set(manual.map(({ name }) => name));
      const kind = `${calls.service.namespace}:Backup`;
      const coming = ledgerOf(context).coming(kind, names);
      if (manual.length + coming <= usual) return noRoomToRotate(ledgerOf(context).listed(kind), usual);
      return doubtful(
        `${manual.length} manual backups are there, and with the new ones of this program it would be ${manual.length + coming}; ` +
          `${calls.service.name} allows ${usual} in a project unless the quota was raised`,
        "delete old ones, or have the quota raised",
      );
    },
  ];
}
