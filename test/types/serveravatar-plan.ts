import * as pulumi from "@pulumi/pulumi";
import { serveravatar } from "pulumi-backup-plans";
import { later, number, promised, text, truth } from "./values";

const { BackupPlan } = serveravatar;

/** What no other argument decides. */
const where = { organization: 5, server: 15, applicationId: 4246, cloudStorageProviderId: 12 } as const;
const files = { ...where, type: "filesystem", applicationExtension: ".tar" } as const;
const wasabi = { ...files, provider: "wasabi" } as const;
const daily = { ...wasabi, automaticBackup: true, schedule: "Every Day" } as const;

new BackupPlan("x", daily);
new BackupPlan("x", { ...daily, databaseId: 4223, retentionPeriod: "12 Months", databaseExtension: ".sql.gz" });

// automaticBackup decides about schedule and name.
new BackupPlan("x", { ...wasabi, automaticBackup: 1, schedule: "Every Day" });
new BackupPlan("x", { ...wasabi, automaticBackup: false });
new BackupPlan("x", { ...wasabi, automaticBackup: 0, name: "before-upgrade" });
new BackupPlan("x", { ...wasabi, automaticBackup: truth });
new BackupPlan("x", { ...wasabi, automaticBackup: later.truth, name: "n" });
new BackupPlan("x", { ...wasabi, automaticBackup: promised.truth, schedule: "Every Day", name: text });
// @ts-expect-error: automaticBackup is required
new BackupPlan("x", wasabi);
// @ts-expect-error: a schedule is required
new BackupPlan("x", { ...wasabi, automaticBackup: true });
// @ts-expect-error: a schedule is required
new BackupPlan("x", { ...wasabi, automaticBackup: 1 });
// @ts-expect-error: a schedule is required, and undefined is none
new BackupPlan("x", { ...wasabi, automaticBackup: true, schedule: undefined });
// @ts-expect-error: a schedule would never run
new BackupPlan("x", { ...daily, automaticBackup: false });
// @ts-expect-error: a schedule would never run
new BackupPlan("x", { ...daily, automaticBackup: 0 });
// @ts-expect-error: a name is for instant backups
new BackupPlan("x", { ...daily, name: "before-upgrade" });
// @ts-expect-error: 2 is no truth value
new BackupPlan("x", { ...daily, automaticBackup: 2 });
// @ts-expect-error: nor is "true"
new BackupPlan("x", { ...daily, automaticBackup: "true" });

// provider decides about retentionPeriod.
const own = { ...files, automaticBackup: true, schedule: "Every Day", retentionPeriod: "1 Month" } as const;
new BackupPlan("x", { ...own, provider: "serveravatar" });
new BackupPlan("x", { ...own, provider: "gdrive" });
new BackupPlan("x", { ...daily, provider: text });
new BackupPlan("x", { ...daily, provider: later.text });
new BackupPlan("x", { ...daily, provider: promised.text, retentionPeriod: later.text });
// @ts-expect-error: a retention is required
new BackupPlan("x", { ...daily, provider: "serveravatar" });
// @ts-expect-error: a retention is required, and undefined is none
new BackupPlan("x", { ...own, provider: "serveravatar", retentionPeriod: undefined });
// @ts-expect-error: no such provider
new BackupPlan("x", { ...own, provider: "s3" });

// type decides about the extensions.
const typed = { ...where, provider: "wasabi", automaticBackup: true, schedule: "Every Day" } as const;
new BackupPlan("x", { ...typed, type: "filesystem", applicationExtension: ".tar.gz" });
new BackupPlan("x", { ...typed, type: "database", databaseExtension: ".sql" });
new BackupPlan("x", { ...typed, type: "application", applicationExtension: ".tar", databaseExtension: ".sql.gz" });
new BackupPlan("x", { ...typed, type: "filesystem", applicationExtension: text, databaseExtension: later.text });
new BackupPlan("x", { ...typed, type: text });
new BackupPlan("x", { ...typed, type: later.text });
new BackupPlan("x", { ...typed, type: promised.text, databaseExtension: ".sql" });
// @ts-expect-error: the extension of the files is required
new BackupPlan("x", { ...typed, type: "filesystem" });
// @ts-expect-error: the extension of the files is required
new BackupPlan("x", { ...typed, type: "application", databaseExtension: ".sql" });
// @ts-expect-error: the extension of the dump is required
new BackupPlan("x", { ...typed, type: "application", applicationExtension: ".tar" });
// @ts-expect-error: the extension of the dump is required
new BackupPlan("x", { ...typed, type: "database", applicationExtension: ".tar" });
// @ts-expect-error: no such type
new BackupPlan("x", { ...typed, type: "files", applicationExtension: ".tar", databaseExtension: ".sql" });

// startBackupFromNow decides about startBackup.
const start = "2031-03-01 09:00";
new BackupPlan("x", { ...daily, startBackup: start });
new BackupPlan("x", { ...daily, startBackupFromNow: true });
new BackupPlan("x", { ...daily, startBackupFromNow: 1, startBackup: null });
new BackupPlan("x", { ...daily, startBackupFromNow: false, startBackup: start });
new BackupPlan("x", { ...daily, startBackupFromNow: 0, startBackup: later.text });
new BackupPlan("x", { ...daily, startBackupFromNow: truth });
new BackupPlan("x", { ...daily, startBackupFromNow: later.truth, startBackup: start });
new BackupPlan("x", { ...daily, startBackupFromNow: promised.truth, startBackup: text });
// @ts-expect-error: a start cannot stand beside "from now"
new BackupPlan("x", { ...daily, startBackupFromNow: true, startBackup: start });
// @ts-expect-error: a start cannot stand beside "from now"
new BackupPlan("x", { ...daily, startBackupFromNow: 1, startBackup: start });
// @ts-expect-error: a start is required
new BackupPlan("x", { ...daily, startBackupFromNow: false });
// @ts-expect-error: a start is required, and null is none
new BackupPlan("x", { ...daily, startBackupFromNow: 0, startBackup: null });

// Words, names and forms.
new BackupPlan("x", { ...daily, schedule: text, onDelete: later.text });
new BackupPlan("x", { ...daily, organization: "5", server: later.number, applicationId: promised.number });
new BackupPlan("x", { ...daily, adopt: 77, onDelete: "delete", allow: { "shorter-retention": later.text } });
new BackupPlan("x", { ...daily, allow: pulumi.output({ "leave-running": "plan" }) });
// @ts-expect-error: no such schedule
new BackupPlan("x", { ...daily, schedule: "Daily" });
// @ts-expect-error: no such retention
new BackupPlan("x", { ...daily, retentionPeriod: "5 Months" });
// @ts-expect-error: no such extension of files
new BackupPlan("x", { ...daily, applicationExtension: ".zip" });
// @ts-expect-error: no such extension of a dump
new BackupPlan("x", { ...daily, databaseExtension: ".dump" });
// @ts-expect-error: a plan cannot be disabled
new BackupPlan("x", { ...daily, onDelete: "disable" });
// @ts-expect-error: a name with a slip
new BackupPlan("x", { ...daily, shedule: "Every Day" });
// @ts-expect-error: the vendor's own spelling
new BackupPlan("x", { ...daily, retention_period: "1 Month" });
// @ts-expect-error: a plan has no triggers
new BackupPlan("x", { ...daily, triggers: [1] });
// @ts-expect-error: no such loss
new BackupPlan("x", { ...daily, allow: { everything: "yes" } });
// @ts-expect-error: an id is no truth value
new BackupPlan("x", { ...daily, organization: true });

// What a program may do with the arguments and the resource.
const args: serveravatar.BackupPlanArgs = { ...daily, schedule: number > 5 ? "Every Day" : "Every Hour" };
const plan: serveravatar.BackupPlan = new BackupPlan("x", args, { protect: true });
const planId: pulumi.Output<string | undefined> = plan.planId;
const summary: pulumi.Output<string> = plan.summary;
export const known = [planId, summary, plan.state, plan.health, plan.lastBackupAt, plan.urn];
// @ts-expect-error: an instant backup's output
export const unknown = plan.backupId;
