import { backup } from "../../provider/services/rds/backup";
import { backupPolicy } from "../../provider/services/rds/policy";
import type { Finding } from "./findings";
import type { Kind } from "./kind";
import { backups, policies, type Service } from "./otc";
import { backupRulesOf } from "./otc/backup-rules";
import { findingsOf } from "./otc/findings";
import { policyLosses } from "./otc/policy-losses";
import { rulesOfLasting } from "./otc/policy-rules";
import { accepted, type Cases, meansTheSame, refused } from "./rules";

const [mysql, postgresql, sqlserver, replica] = [
  "d8e6ca5a624745bcb546a227aa3ae1cfin01",
  "e9f7db6b735856cdc657b338bb4bf2d0in01",
  "fa08ec7c846967ded768c449cc5c03e1in01",
  "0b19fd8d957a78efe879d55add6d14f2in01",
] as const;

const rds: Service = {
  name: "rds",
  instances: [mysql, postgresql, sqlserver],
  findings: findingsOf({
    ...{ service: "rds", name: "RDS", ready: "ACTIVE" },
    ...{ own: postgresql, foreign: "1c2a0e9ea68b89f0f98ae66bee7e2503in01" },
  }),
};

/** "Creating a Manual Backup": `databases` for SQL Server alone, and no read replicas. */
const ofBackups: Finding[] = [
  {
    what: "a read replica",
    with: { instanceId: replica },
    property: "instanceId",
    says: ["is a read replica, and RDS makes no manual backup of one", "write the id of its primary instance"],
    is: "refused",
  },
  {
    what: "databases of a MySQL instance",
    with: { databases: [{ name: "shop" }] },
    property: "databases",
    says: [`is for SQL Server alone, and instance ${mysql} is MySQL`, "leave it out"],
    is: "refused",
  },
];

const stuck: Finding = {
  what: "an instance whose storage is full",
  with: { instanceId: postgresql },
  property: "instanceId",
  says: ["is an instance that is STORAGE FULL, which does not end by itself", "repair the instance"],
  is: "told",
  settings: { rds: { instanceStatus: { [postgresql]: "STORAGE FULL" } } },
};

const named = (name: string) => ({ name });

const databases: Cases = {
  broken: [
    ...refused("databases", [[], "shop", { name: "shop" }, {}], "must be a list of databases"),
    ...[
      { one: {}, at: "databases.0.name" },
      { one: { name: "" }, at: "databases.0.name" },
      { one: { name: " " }, at: "databases.0.name" },
      { one: "shop", at: "databases.0" },
      { one: { name: "shop", tables: [] }, at: "databases.0" },
    ].map(({ one, at }) => ({
      what: `a database ${JSON.stringify(one)}`,
      property: at,
      with: { databases: [one] },
      says: "must be a list of databases",
    })),
  ],
  twins: [
    ...accepted("databases", [[{ name: "shop" }], [{ name: "shop" }, { name: "crm" }]]),
    meansTheSame("databases", ["shop", "crm"].map(named), ["crm", "shop", "crm"].map(named)),
    {
      what: "a database twice",
      with: { databases: ["shop", "crm", "shop"].map(named) },
      becomes: { databases: ["shop", "crm"].map(named) },
    },
    { what: "no description", with: { description: undefined } },
  ],
};

const backupKind = backups(rds, backupRulesOf("rds:Backup", backup.fields, mysql, {}, databases));
const policyKind = policies(
  rds,
  rulesOfLasting("rds:BackupPolicy", backupPolicy.fields, mysql, {
    keepDays: 732,
    minutes: ["00", "15", "30", "45"],
    otherMinutes: ["01", "10", "59"],
  }),
  policyLosses(mysql, { older: ["RDS deletes existing automated backups older than 13 days"] }),
);

export const rdsKinds: Kind[] = [
  {
    ...backupKind,
    turns: [
      ...backupKind.turns,
      {
        argument: "databases",
        to: { instanceId: sqlserver, databases: [{ name: "shop" }], name: "conformance-5" },
        effect: "replace",
      },
    ],
    findings: [...rds.findings, stuck, ...ofBackups],
    canaries: { ...backupKind.canaries, databases: [{ name: "kanari-7f3a" }] },
  },
  { ...policyKind, leaving: { keep: "stays", restore: "as before" } },
];
