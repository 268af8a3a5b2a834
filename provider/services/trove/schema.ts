import { SHORTEST_NAME } from "../../core/arguments/names";
import type { Settings } from "../../core/configuration/settings";
import type { Arguments, Rule } from "../../core/kind/definition";
import { flag, text } from "../../core/kind/fields";
import { numbers } from "./account";

const UUID = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;
const BACKUP_ID = "must be the UUID of a backup";
const LETTER_OR_DIGIT = /[0-9a-zA-Z]/;

/**
 * Names, instance, description and parent: Rackspace's page "Create backup" (post-create-backup-version-accountid-backups).
 * The others, and the patterns: OpenStack Trove's request schema, recorded from Trove 26.0.0 (not on Rackspace's page).
 */
export const fields = {
  instance: text("must be the UUID of a database instance", UUID),
  name: text("must hold an ASCII letter or digit", LETTER_OR_DIGIT).optional(),
  description: text(
    "must not be empty and must hold an ASCII letter or digit; leave it out for none",
    LETTER_OR_DIGIT,
  ).optional(),
  parentId: text(BACKUP_ID, UUID).optional(),
  incremental: flag().optional(),
  swiftContainer: text("must be text of letters, digits and _ @ % + = : , . / -", /^[\w@%+=:,./-]+$/).optional(),
  storageDriver: text("must be text that is not empty", /\S/).optional(),
};

/** The form of `adopt`, which names a backup as `parentId` does. */
export const backupId = text(BACKUP_ID, UUID);

export type Backup = Arguments<typeof fields>;

/** Rackspace's page allows 64; OpenStack's Trove 255. */
const NAME_LIMIT = 64;
const LIMIT = 255;

function nameLimit(settings: Settings): number {
  return settings.number("troveNameLimit", numbers.troveNameLimit);
}

/** Where longer names are allowed, generated ones stay what every Trove takes. */
export function generatedNameLimit(settings: Settings): number {
  return Math.min(NAME_LIMIT, nameLimit(settings));
}

export const rules: readonly Rule<Backup>[] = [
  [
    "name",
    ({ name }, stored, { settings }) => {
      const limit = nameLimit(settings);
      if (name === undefined)
        return `cannot be generated: backup-plans:troveNameLimit is ${limit}, and a name that marks the backup as ours has at least ${SHORTEST_NAME} characters; raise it, or write a name`;
      // What has its name already is asked for no more.
      return (
        name.length > limit &&
        name !== stored?.name &&
        `has ${name.length} characters, and at most ${limit} are allowed (backup-plans:troveNameLimit, up to ${LIMIT})`
      );
    },
  ],
  ["description", (a) => (a.description ?? "").length > LIMIT && `has more than ${LIMIT} characters`],
  [
    "incremental",
    // Ours: with both, which parent it gets is not documented.
    (a) =>
      a.incremental !== undefined &&
      a.parentId !== undefined &&
      "cannot stand beside parentId: parentId names the parent, incremental lets Trove choose the newest",
  ],
];
