const plan = `organization: 5,
  server: 15,
  type: "application",
  applicationId: 4246,
  provider: "serveravatar",
  cloudStorageProviderId: 12,
  automaticBackup: true,
  schedule: "Every Day",
  retentionPeriod: "12 Months",
  applicationExtension: ".tar.gz",
  databaseExtension: ".sql.gz",
`;

const PLAN = (from: string, to: string) => ["serveravatar.BackupPlan", plan.replace(from, to)] as const;
const trove = 'instance: "d4603f69-ec7e-4e9b-803f-600b9205576f",\n';
const policy = 'instanceId: "a",\n keepDays: 7,\n startTime: "01:00-02:00",\n period: [1, 2, 3, 4, 5, 6, 7],\n';

/** A mistake: the constructor and its arguments, the wrong line, and words of the one error. */
export const MISTAKES: readonly [what: string, made: readonly [string, string], line: string, words: RegExp][] = [
  ["a schedule", PLAN("Every Day", "Daily"), 'schedule: "Daily"', /"Every Day"/],
  ["a retention", PLAN("12 Months", "1 month"), 'retentionPeriod: "1 month"', /"1 Month"/],
  ["a type", PLAN('"application"', '"files"'), 'type: "files"', /"filesystem"/],
  ["a provider", PLAN('"serveravatar"', '"s3"'), 'provider: "s3"', /"amazon_s3"/],
  ["an extension", PLAN(".sql.gz", ".dump"), 'databaseExtension: ".dump"', /"\.sql\.gz"/],
  ["a plan's onDelete", PLAN("server: 15,", 'server: 15,\n onDelete: "restore",'), 'onDelete: "restore"', /"keep"/],
  [
    "a misspelt argument",
    PLAN("server: 15,", 'server: 15,\n shedule: "x",'),
    'shedule: "x"',
    /the arguments are.*"schedule"/,
  ],
  ["a name of a plan", PLAN("server: 15,", 'server: 15,\n name: "x",'), 'name: "x"', /automaticBackup: true/],
  ["a schedule of none", PLAN("Backup: true", "Backup: false"), 'schedule: "Every Day"', /automaticBackup: false/],
  ["no schedule", PLAN('"Every Day"', "undefined"), "schedule: undefined", /"Every Day"/],
  ["no extension", PLAN('".sql.gz"', "undefined"), "databaseExtension: undefined", /"\.sql\.gz"/],
  [
    "no start",
    PLAN("server: 15,", "server: 15,\n startBackupFromNow: false,\n startBackup: null,"),
    "startBackup: null",
    /Input<string>/,
  ],
  ["two parents", ["trove.Backup", `${trove}parentId: "p",\nincremental: true,\n`], "incremental: true", /parentId/],
  [
    "a list that is too long",
    ["trove.Backup", `${trove}keepLast: 21,\n`],
    "keepLast: 21",
    /a whole number from 1 to 20/,
  ],
  ["a name beside a list", ["trove.Backup", `${trove}keepLast: 3,\nname: "x",\n`], 'name: "x"', /keepLast/],
  ["Trove's onDelete", ["trove.Backup", `${trove}onDelete: "restore",\n`], 'onDelete: "restore"', /"delete"/],
  [
    "no window",
    ["dds.BackupPolicy", policy.replace('"01:00-02:00"', "undefined")],
    "startTime: undefined",
    /Input<string>/,
  ],
  ["a policy's onDelete", ["dds.BackupPolicy", `${policy}onDelete: "delete",\n`], 'onDelete: "delete"', /"disable"/],
];

/** A program that makes one resource. */
export function programOf([made, args]: readonly [string, string]): string {
  return `import { dds, serveravatar, trove } from "pulumi-backup-plans";\nnew ${made}("x", {\n${args}});\nvoid [dds, serveravatar, trove];\n`;
}

/** Programs in which nothing is wrong. A policy that is off keeps its window and its days for the return. */
export const RIGHT = [
  ["serveravatar.BackupPlan", plan],
  ["dds.BackupPolicy", policy.replace("keepDays: 7", "keepDays: 0")],
] as const;
