import { BackupError } from "../../core/ground/errors";
import type { Context } from "../../core/kind/context";
import type { Found } from "../../core/kind/found";
import { rowsOnce } from "../../core/lists/pages";
import { foundPoint } from "../../core/recovery-points/found";
import { type Connection, connect } from "./access/connection";
import { type Instance, instancePages } from "./access/instances";
import { type BackupCalls, listsProject, type OtcBackup } from "./backup/backup-calls";
import { argumentsOf } from "./backup/backup-row";
import { otcBackups } from "./backup/backups";
import { current, type PolicyCalls } from "./policy/policy";

/** Returns the instances of a project, their policies and the backups. */
export async function discover(
  context: Context,
  backups: BackupCalls<OtcBackup>,
  policies: PolicyCalls,
): Promise<Found[]> {
  const connection = await connect(context, backups.service);
  const instances = await rowsOnce(instancePages(connection), ({ id }) => id);
  const targets = instances.map(({ id, name, status }): Found => {
    return { is: "target", id, name: name ?? undefined, status: status ?? undefined, targets: [] };
  });
  const points = otcBackups(context, backups);
  const lists = listsProject(backups) ? [""] : instances.map(({ id }) => id);
  const rows = (await Promise.all(lists.map((instanceId) => points.list({ instanceId }, "now")))).flat();
  const kind = `${backups.service.namespace}:Backup`;
  const found = rows.map((row) => {
    const args = { ...argumentsOf(row), description: row.description ?? "" };
    return foundPoint(points, row, { kind, args, targets: [row.instance_id] });
  });
  const standing = await Promise.all(instances.map((each) => policyOf(connection, policies, each)));
  return [...targets, ...standing, ...found];
}

/** Returns the policy of an instance. One that cannot be read gets a note, and hides no other. */
async function policyOf(connection: Connection, calls: PolicyCalls, { id, name }: Instance): Promise<Found> {
  const found = { is: "policy", id, name: name ?? undefined, targets: [id] } as const;
  try {
    const values = await current(connection, calls, id);
    const off = values.keepDays === 0;
    const args = { instanceId: id, ...values };
    const status = off ? "off" : `${values.keepDays} days`;
    return { ...found, off, status, resource: { kind: `${calls.service.namespace}:BackupPolicy`, args } };
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    return { ...found, off: true, status: "not readable", note: `its policy cannot be read: ${error.message}` };
  }
}
