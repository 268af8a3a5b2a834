import type { Arguments, Rule } from "../../core/definition";
import { flag, text } from "../../core/fields";

const UUID = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;
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
  parentId: text("must be the UUID of a backup", UUID).optional(),
  incremental: flag().optional(),
  swiftContainer: text("must be text of letters, digits and _ @ % + = : , . / -", /^[\w@%+=:,./-]+$/).optional(),
  storageDriver: text("must be text that is not empty", /\S/).optional(),
};

export type Backup = Arguments<typeof fields>;

/** Rackspace's page allows 64; OpenStack's Trove 255. */
const NAME_LIMIT = 64;
const LIMIT = 255;

export const rules: readonly Rule<Backup>[] = [
  [
    "name",
    (a, _stored, { settings }) => {
      const limit = Math.min(LIMIT, settings.number("troveNameLimit", NAME_LIMIT));
      const long = (a.name ?? "").length > limit;
      return (
        long &&
        `has ${a.name?.length} characters, and at most ${limit} are allowed (backup-plans:troveNameLimit, up to ${LIMIT})`
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
