import { generatedName } from "../../../core/arguments/names";
import { surelyChanged } from "../../../core/ground/unknowns";
import type { Definition, Identity } from "../../../core/kind/definition";
import { type Fields, text } from "../../../core/kind/fields";
import type { View } from "../../../core/kind/view";
import { afterDelete, once } from "../../../core/recovery-points/in-words";
import { recoveryPointKind } from "../../../core/recovery-points/recovery-point";
import { accountOf } from "../access/account-of";
import { configuration } from "../access/configuration";
import { describeBackup } from "../describe";
import { onlineBackup } from "../online";
import { ID, NAME_LIMIT } from "../schema";
import type { BackupCalls, OtcBackup } from "./backup-calls";
import { nounOf, otcBackups } from "./backups";
import { importedBackup } from "./imported-backup";

/** Returns the definition of a manual backup of an instance. */
export function backupDefinition<A extends OtcBackup>(
  kind: string,
  fields: Fields,
  calls: BackupCalls<A>,
): Definition<A> {
  return {
    ...recoveryPointKind<A>(
      { noun: nounOf(calls), endpoint: `${calls.service.namespace}:endpoint`, source: ["instanceId"] },
      (context) => otcBackups(context, calls),
    ),
    kind,
    fields,
    adopt: text("must be the vendor's id of a backup: letters, digits and -", ID),
    rules: [
      [
        "name",
        (args, stored) =>
          stored?.name !== undefined &&
          args.name === stored.name &&
          surelyChanged<OtcBackup, (typeof REPLACING)[number]>(args, stored, REPLACING).length > 0 &&
          "stays the same while the backup is replaced, and the service refuses a name that is there already: leave name out, or change it",
      ],
    ],
    derived: { name: nameOf } as unknown as Definition<A>["derived"],
    imported: (context, id) => importedBackup(context, calls, id),
    online: onlineBackup(calls),
    keys: [`${calls.service.namespace}:endpoint`],
    configured: (settings) => configuration(calls.service, settings),
    ...accountOf(calls.service),
    summary,
    describe: (view) => describeBackup(calls.service.name, view),
  };
}

function nameOf(args: OtcBackup, identity: Identity): string {
  return generatedName(args, identity, { limit: NAME_LIMIT, forbidden: /[^A-Za-z0-9_-]+/g });
}

const REPLACING = ["instanceId", "description", "databases", "triggers"] as const;

function summary(view: View<OtcBackup>): string {
  const taken = view.absent("adopt") ? "" : ` (${view.text("adopt")}, adopted)`;
  const databases = view.known("databases")?.length ?? "some";
  const what = view.absent("databases")
    ? "full backup"
    : `backup of ${databases} ${databases === 1 ? "database" : "databases"}`;
  return `${once(view)}: ${what} of instance ${view.text("instanceId")}; never expires; ${afterDelete(view)}${taken}`;
}
