import { generatedName, SHORTEST_NAME } from "../../core/arguments/names";
import type { Definition } from "../../core/kind/definition";
import type { View } from "../../core/kind/view";
import { importPoint } from "../../core/recovery-points/adopt";
import { afterDelete, once } from "../../core/recovery-points/in-words";
import { recoveryPointKind } from "../../core/recovery-points/recovery-point";
import { BACKUP, troveBackups } from "./backups";
import { configuration, KEYS } from "./configuration";
import { accountOf } from "./connection";
import { describe } from "./describe";
import { hasInstance } from "./instance";
import { online } from "./online";
import { type Backup, backupId, fields, generatedNameLimit, rules } from "./schema";

/** The definition of a recovery point of a database instance: full, or incremental on a parent. */
export const backup: Definition<Backup> = {
  ...recoveryPointKind({ noun: BACKUP, endpoint: "trove:endpoint", source: ["instance"] }, troveBackups),
  kind: "trove:Backup",
  fields,
  adopt: backupId,
  rules,
  derived: {
    name: (args, identity, { settings }) => {
      const limit = generatedNameLimit(settings);
      if (limit < SHORTEST_NAME) return undefined;
      return generatedName(args, identity, { limit, forbidden: /[^A-Za-z0-9_.-]+/g });
    },
  },
  lossKinds: ["shorter-retention", "replace-recovery-point", "delete-descendants"],
  imported: (context, id) => importPoint(troveBackups(context), id),
  online,
  keys: KEYS,
  configured: configuration,
  account: accountOf,
  hasInstance,
  summary,
  describe,
  answeredParent: ({ resolvedParentId }) => resolvedParentId,
};

function summary(view: View<Backup>): string {
  const taken = view.absent("adopt") ? "" : ` (${view.text("adopt")}, adopted)`;
  return `${once(view)}: ${how(view)} backup of instance ${view.text("instance")}; never expires; ${afterDelete(view)}${taken}`;
}

function how(view: View<Backup>): string {
  if (!view.absent("parentId")) return `incremental (on ${view.text("parentId")})`;
  if (view.absent("incremental") || view.known("incremental") === false) return "full";
  return view.known("incremental")
    ? "incremental (on the newest; full if there is none)"
    : "incremental (not known yet)";
}
