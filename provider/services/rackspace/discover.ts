import type { Context } from "../../core/kind/context";
import type { Found } from "../../core/kind/found";
import { readable } from "../../core/lists/unreadable";
import { targetsIn } from "../databases/instances";
import { connect } from "./connection";
import { automatedBackups, lastBackupOf } from "./schedule/health";
import { schedulesOf, sourceOf } from "./schedule/standing";
import { valuesIn } from "./schedule/values";
import { fullDay, time } from "./words";

/** Returns the instances of an account and their schedules. */
export async function discover(context: Context): Promise<Found[]> {
  const client = await connect(context);
  const targets = await targetsIn(client);
  const rows = (await schedulesOf(client, "now")).map(readable);
  const plans = rows.map(async (row): Promise<Found> => {
    const source = sourceOf(row);
    return {
      is: "plan",
      id: row.id,
      targets: source ? [source] : [],
      status: `full ${fullDay(row.day_of_week)} ${time(row.hour, row.minute)} UTC`,
      lastBackupAt: lastBackupOf(await automatedBackups(client, `${source}`, "lately")),
      resource: { kind: "rackspace:BackupSchedule", args: { adopt: row.id, ...valuesIn(row) } },
    };
  });
  return [...targets, ...(await Promise.all(plans))];
}
