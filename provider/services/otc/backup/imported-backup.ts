import type { Context } from "../../../core/kind/context";
import type { Outputs } from "../../../core/kind/definition";
import { importPoint } from "../../../core/recovery-points/adopt";
import { connect } from "../access/connection";
import { instancePages } from "../access/instances";
import { type BackupCalls, listsProject, type OtcBackup } from "./backup-calls";
import { otcBackups } from "./backups";

/** Returns the backup that has this id. Where a list is of one instance alone, each of the project is asked. */
export async function importedBackup<A extends OtcBackup>(
  context: Context,
  calls: BackupCalls<A>,
  id: string,
): Promise<(A & Outputs) | undefined> {
  const points = otcBackups(context, calls);
  if (listsProject(calls)) return importPoint(points, id);
  for await (const instances of instancePages(await connect(context, calls.service))) {
    for (const { id: instanceId } of instances) {
      const found = await importPoint(points, id, { instanceId } as A);
      if (found) return found;
    }
  }
  context.log.warn(
    `import: no instance of this project has backup ${id}. If its instance was deleted, declare the backup, with ` +
      `adopt: "${id}"`,
  );
  return undefined;
}
