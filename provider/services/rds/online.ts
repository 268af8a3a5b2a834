import type { Context } from "../../core/kind/context";
import { type OnlineRule, wrong } from "../../core/kind/online";
import { connect } from "../otc/access/connection";
import { findInstance, type Instance } from "../otc/access/instances";
import type { OtcBackup } from "../otc/backup/backup-calls";
import { service } from "./api";

/** "Creating a Manual Backup": read replicas do not support it, and only SQL Server backs up single databases. */
export const online: readonly OnlineRule<OtcBackup>[] = [
  [
    "instanceId",
    async (context, args) => {
      const instance = await instanceOf(context, args);
      if (instance?.type?.toLowerCase() !== "replica") return undefined;
      return wrong("is a read replica, and RDS makes no manual backup of one", "write the id of its primary instance");
    },
  ],
  [
    "databases",
    async (context, args) => {
      if (args.databases === undefined) return undefined;
      const engine = (await instanceOf(context, args))?.datastore?.type;
      if (!engine || engine.toLowerCase() === "sqlserver") return undefined;
      return wrong(
        `is for SQL Server alone, and instance ${args.instanceId} is ${engine}`,
        "leave it out, and the whole instance is backed up",
      );
    },
  ],
];

async function instanceOf(context: Context, { instanceId }: OtcBackup): Promise<Instance | undefined> {
  return findInstance(await connect(context, service), instanceId);
}
