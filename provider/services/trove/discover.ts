import type { Context } from "../../core/kind/context";
import type { Found } from "../../core/kind/found";
import { foundPoint } from "../../core/recovery-points/found";
import { backupsOf } from "../databases/backup-list";
import { isRackspace } from "../databases/configuration";
import { targetsIn } from "../databases/instances";
import { troveBackups } from "./backups";
import { connect } from "./connection";

/** Rackspace's page "Create backup": `is_automated` is 1 where a schedule made it. */
const SCHEDULE =
  "a schedule of Rackspace, seen by its automated backups; backup-plans discover rackspace shows it, to be adopted";

/** Returns the instances and backups of a project. Rackspace's schedules show by the backups that they make. */
export async function discover(context: Context): Promise<Found[]> {
  const client = await connect(context);
  const points = troveBackups(context);
  const found = await targetsIn(client);
  const rows = await backupsOf(client).all("now");
  for (const row of rows) {
    const { instance_id, name, description, parent_id } = row;
    const args = { instance: instance_id, name, description, parentId: parent_id };
    const targets = instance_id ? [instance_id] : [];
    found.push(foundPoint(points, row, { kind: "trove:Backup", args, targets }));
  }
  const automated = isRackspace(context.settings) ? rows.filter(({ is_automated }) => is_automated) : [];
  const scheduled = new Set(automated.flatMap(({ instance_id }) => instance_id ?? []));
  for (const id of scheduled) found.push({ is: "plan", id, targets: [id], note: SCHEDULE });
  return found;
}
