import { surelyChanged } from "../../core/ground/unknowns";
import type { Definition } from "../../core/kind/definition";
import { configuration, KEYS } from "./configuration";
import { accountOf } from "./connection";
import { describe } from "./describe";
import { online } from "./online";
import { createSchedule, deleteSchedule, importedSchedule, readSchedule, updateSchedule } from "./schedule/lifecycle";
import { scheduleLosses } from "./schedule/losses";
import type { StoredSchedule } from "./schedule/state";
import { fields, type Schedule, scheduleId, USUAL_RETENTION } from "./schema";
import { summary } from "./summary";

/** The schedule of a source. A source has at most one, so the thing is known by its source and not by the schedule's id. */
export const backupSchedule: Definition<Schedule> = {
  kind: "rackspace:BackupSchedule",
  fields,
  adopt: scheduleId,
  rules: [],
  doubts: [
    [
      "copyTo",
      (args, stored) =>
        stored !== undefined &&
        surelyChanged(args, stored, ["copyTo"]).length > 0 &&
        "is not changed by any call of Rackspace's: the schedule is deleted, and another one is made in its place. The fate of " +
          "the backups that it made is not documented",
    ],
  ],
  derived: { sourceType: () => "instance", fullBackupRetention: () => USUAL_RETENTION },
  thing: {
    noun: () => "rackspace schedule of",
    id: (stored) => ((stored as StoredSchedule).scheduleId === undefined ? undefined : stored.sourceId),
    argument: "sourceId",
    endpoint: "trove:endpoint",
  },
  idArguments: ["sourceId", "adopt"],
  onDelete: ["keep", "delete"],
  triggers: false,
  losses: scheduleLosses,
  takesOver: ({ adopt }, stored) => (adopt !== undefined && stored === undefined ? `schedule ${adopt}` : undefined),
  lossKinds: ["shorter-retention", "less-frequent", "narrower-scope", "change-destination", "leave-running"],
  online,
  keys: KEYS,
  configured: configuration,
  account: accountOf,
  summary,
  describe,
  isUnfinished: (stored) => stored.state === "unknown",
  replacedBy: (_stored, _args, changed) => changed.filter((name) => name === "sourceId" || name === "sourceType"),
  create: createSchedule,
  read: (context, id, stored) => readSchedule(context, id, stored as StoredSchedule),
  imported: importedSchedule,
  update: updateSchedule,
  delete: (context, _id, stored) => deleteSchedule(context, stored as StoredSchedule),
};
