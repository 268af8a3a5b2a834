import { generatedName } from "../../provider/core/arguments/names";
import { namesIn } from "../../provider/core/configuration/keys";
import type { Definition } from "../../provider/core/kind/definition";
import { text, wholeNumber } from "../../provider/core/kind/fields";
import type { View } from "../../provider/core/kind/view";
import { recoveryPointKind } from "../../provider/core/recovery-points/recovery-point";
import type { Described } from "../../provider/plan/described";
import { follows, stated } from "../../provider/plan/stated";
import { account } from "./account";
import { type Backup, backups, keysOf } from "./api";

export const fields = {
  volume: wholeNumber(),
  name: text("must be 1 to 40 characters", /^.{1,40}$/u).optional(),
};

const LIMITS = { limit: 40, forbidden: /[^A-Za-z0-9-]+/g };

export const backup: Definition<Backup> = {
  ...recoveryPointKind<Backup>({ noun: "sample backup", endpoint: "sample:endpoint", source: ["volume"] }, backups),
  kind: "sample:Backup",
  fields,
  adopt: text("must be the id of a backup: letters, digits and -", /^[\w-]{1,40}$/),
  rules: [],
  derived: { name: (args, identity) => generatedName(args, identity, LIMITS) },
  keys: namesIn(account, "sample"),
  // Its token does not say whose it is.
  account: async () => undefined,
  configured: (settings) => ({ failures: keysOf(settings).misformed, warnings: keysOf(settings).openLines }),
  summary: (view) =>
    `Once: backup of volume ${view.text("volume")}; ${view.afterDelete({ delete: "delete removes it" }, "delete keeps it")}`,
  describe,
};

function describe(view: View<Backup>): Described {
  const onDelete = view.absent("onDelete") ? stated("keep") : view.stated("onDelete");
  return {
    is: "recovery point",
    service: "Sample",
    target: {
      kind: "database instance",
      ids: { volume: view.id("volume") },
      scope: `volume ${view.text("volume")}`,
      notCovered: [],
    },
    takesOver: false,
    off: stated(false),
    retention: { words: "never expires", days: stated("forever"), points: stated({ least: 1, most: 1 }) },
    destination: { words: "the service's storage", onProtectedMachine: stated(false) },
    removal: {
      effect: follows(onDelete, (word) => stated(word === "delete" ? "deleted" : "kept")),
      words: onDelete.value === "delete" ? "the backup is deleted" : "the backup stays",
    },
  };
}
