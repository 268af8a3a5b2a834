import { rackspace } from "pulumi-backup-plans";
import { later, number, text } from "./values";

const { BackupSchedule } = rackspace;
const sourceId = "44b277eb-39be-4921-be31-3d61b43651d7";
const daily = { sourceId, dayOfWeek: 7, hour: 4, minute: 30 };

const nightly: rackspace.BackupSchedule = new BackupSchedule("nightly", daily);
new BackupSchedule("x", { sourceId: later.text, dayOfWeek: later.number, hour: number, minute: "30" });
new BackupSchedule("x", { ...daily, sourceType: "ha", fullBackupRetention: 4, copyTo: ["DFW", later.text] });
new BackupSchedule("x", { ...daily, sourceType: text, onDelete: "delete", adopt: sourceId });
new BackupSchedule("x", { ...daily, allow: { "shorter-retention": "1 weekly full backup" } });
// @ts-expect-error: a source is required
new BackupSchedule("x", { dayOfWeek: 0, hour: 4, minute: 30 });
// @ts-expect-error: a minute is required
new BackupSchedule("x", { sourceId, dayOfWeek: 0, hour: 4 });
// @ts-expect-error: not among the vendor's words
new BackupSchedule("x", { ...daily, sourceType: "group" });
// @ts-expect-error: a policy's word
new BackupSchedule("x", { ...daily, onDelete: "restore" });
// @ts-expect-error: the vendor's own spelling
new BackupSchedule("x", { ...daily, copy_to: ["DFW"] });
// @ts-expect-error: of recovery points
new BackupSchedule("x", { ...daily, triggers: ["v1"] });

export const known = [nightly.scheduleId, nightly.nextRun, nightly.lastScheduled, nightly.health];
