import { SHORTEST_NAME } from "../../core/arguments/names";
import type { Settings } from "../../core/configuration/settings";
import type { Arguments, Rule } from "../../core/kind/definition";
import { alike, flag, id, text, UUID } from "../../core/kind/fields";
import { isRackspace } from "../databases/configuration";
import { numbers } from "./account";

const BACKUP_ID = "must be the UUID of a backup";
/** The dot of Trove's pattern matches no line break. */
const LETTER_OR_DIGIT = /^[^\r\n]*[0-9a-zA-Z][^\r\n]*$/;

/**
 * Names, instance, description and parent: Rackspace's page "Create backup" (post-create-backup-version-accountid-backups).
 * The others, and the patterns: OpenStack Trove's request schema (non_empty_string: 1 to 255, an ASCII letter or digit).
 */
export const fields = {
  instance: id("must be the UUID of a database instance", UUID),
  name: text("must hold an ASCII letter or digit and no line break", LETTER_OR_DIGIT).optional(),
  description: text(
    "must not be empty and must hold an ASCII letter or digit and no line break; leave it out for none",
    LETTER_OR_DIGIT,
  ).optional(),
  parentId: id(BACKUP_ID, UUID).optional(),
  incremental: alike(flag(), (incremental = false) => incremental).optional(),
  swiftContainer: text(
    "must be 1 to 255 letters, digits and _ @ % + = : , . / -, a letter or digit among them",
    /^(?=.*[0-9A-Za-z])[\w@%+=:,./-]{1,255}$/,
  ).optional(),
  storageDriver: text("must be text that is not empty", /\S/).optional(),
};

/** The form of `adopt`: a backup's id, like `parentId`. */
export const backupId = id(BACKUP_ID, UUID);

export type Backup = Arguments<typeof fields>;

/** The limit of a name: 64 by Rackspace's page, 255 in OpenStack's Trove. */
const NAME_LIMIT = 64;
const LIMIT = 255;

function nameLimit(settings: Settings): number {
  return settings.number("troveNameLimit", numbers.troveNameLimit);
}

/** Returns the limit of generated names, which every Trove accepts. */
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
      // An existing backup keeps its name, so the rule does not apply.
      const length = [...name].length;
      return (
        length > limit &&
        name !== stored?.name &&
        `has ${length} characters, and at most ${limit} are allowed (backup-plans:troveNameLimit, up to ${LIMIT})`
      );
    },
  ],
  ["description", (a) => [...(a.description ?? "")].length > LIMIT && `has more than ${LIMIT} characters`],
  [
    "incremental",
    // Our rule: the pages do not say which parent a backup with both gets.
    (a) =>
      a.incremental !== undefined &&
      a.parentId !== undefined &&
      "cannot stand beside parentId: parentId names the parent, incremental lets Trove choose the newest",
  ],
  ...(["incremental", "swiftContainer", "storageDriver"] as const).map(notAtRackspace),
];

/** Refuses an argument that Rackspace's page "Create backup" does not have. A stored backup may keep it. */
function notAtRackspace(name: "incremental" | "swiftContainer" | "storageDriver"): Rule<Backup> {
  return [
    name,
    (args, stored, { settings }) =>
      args[name] !== undefined &&
      args[name] !== stored?.[name] &&
      isRackspace(settings) &&
      "is no argument of Rackspace's, and rackspace:… is configured: leave it out",
  ];
}
