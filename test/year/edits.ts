import type { World } from "../faults/world";
import { shopBackup, shopPlan, shopPlanSent } from "../kinds/example-shop";
import { instances } from "../kinds/instances";
import type { Stack } from "../with/journeys/stack";
import type { Program } from "./program";

/** One change of a week, and what it may ask for. */
export interface Edit {
  what: string;
  /** Somebody does this in a panel, before the change. */
  outside?: (world: World, stack: Stack) => Promise<unknown>;
  edit: (program: Program) => void;
  /** How many lines of `allow` the refusals ask for. */
  consents?: number;
  /** A refusal that no line agrees to, and the change that mends it. */
  refused?: RegExp;
  mend?: (program: Program) => void;
  /** The resources that the author replaces. */
  replaces?: string[];
  /** How many plans and recovery points the author leaves behind in the cloud, as the program or a consent says. */
  leaves?: number;
  /** The state is refreshed first. */
  refresh?: true;
  /** The run is killed before it deletes anything. */
  killed?: true;
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const [orders, users] = instances.trove;
const [documents, archive] = instances.dds;
const [events] = instances.geminidb;
const LEDGER = "d8e6ca5a624745bcb546a227aa3ae1cfin01";
const PROJECT = "0549b4a43100d4f32f51c01c2fe4acdb";
const blog = { ...shopPlan, applicationId: 4247, databaseId: 4224, retentionPeriod: "3 Months" };
const eu = { organization: 6, server: 16, type: "database", applicationId: 5246, databaseId: 5223 };
const policy = (instanceId: string) => ({ instanceId, keepDays: 14, startTime: "03:00-04:00", period: WEEK });
const point = { keepLast: 3, onDelete: "delete" };

/** The stack of the first week: every service, a component, and a second account. */
export function begin(program: Program): void {
  program.add(
    { kind: "serveravatar:BackupPlan", name: "shop", args: { ...shopPlan, onDelete: "delete" } },
    { kind: "serveravatar:BackupPlan", name: "blog", args: blog, within: "site:index:Blog$" },
    {
      ...{ kind: "serveravatar:BackupPlan", name: "shop-eu", account: "eu" },
      args: {
        ...{ ...eu, automaticBackup: true, schedule: "Every Day", databaseExtension: ".sql" },
        ...{ provider: "wasabi", cloudStorageProviderId: 20, retentionPeriod: "6 Months" },
      },
    },
    { kind: "serveravatar:Backup", name: "shop-release", args: { ...shopBackup, keepLast: 2, onDelete: "delete" } },
    { kind: "trove:Backup", name: "orders-full", args: { instance: orders, ...point } },
    { kind: "trove:Backup", name: "orders-incr", args: { instance: orders, on: "orders-full", ...point } },
    { kind: "dds:BackupPolicy", name: "documents", args: policy(documents) },
    { kind: "dds:Backup", name: "documents-release", args: { instanceId: documents, ...point } },
    { kind: "geminidb:BackupPolicy", name: "events", args: policy(events) },
    { kind: "geminidb:Backup", name: "events-release", args: { instanceId: events, description: "", ...point } },
    { kind: "rds:BackupPolicy", name: "ledger", args: policy(LEDGER) },
    { kind: "rds:Backup", name: "ledger-release", args: { instanceId: LEDGER, ...point } },
  );
}

const SHORTER = { "shorter-retention": "3 Months" };

export const edits: readonly Edit[] = [
  { what: "shop: 12 → 3 Months", edit: (p) => p.set("shop", { retentionPeriod: "3 Months" }), consents: 1 },
  { what: "shop: back to 12 Months, the line stays", edit: (p) => p.set("shop", { retentionPeriod: "12 Months" }) },
  {
    ...{ what: "shop: 12 → 3 Months again, beside the spent line", consents: 1 },
    edit: (p) => p.set("shop", { retentionPeriod: "3 Months", allow: SHORTER }),
  },
  { what: "shop: more often", edit: (p) => p.set("shop", { schedule: "Every 12 Hours" }) },
  { what: "shop: less often", edit: (p) => p.set("shop", { schedule: "Every Week" }), consents: 1 },
  {
    ...{ what: "shop: to another storage", consents: 1 },
    edit: (p) => p.set("shop", { provider: "wasabi", cloudStorageProviderId: 10 }),
  },
  { what: "blog: renamed with an alias", edit: (p) => p.rename("blog", "journal", "blog") },
  {
    what: "journal: renamed without one, which is mended",
    edit: (p) => p.rename("journal", "magazine"),
    refused: /already backs up this target.* write aliases/s,
    mend: (p) => {
      p.rename("magazine", "magazine", "journal");
    },
  },
  {
    ...{ what: "magazine: without its database", consents: 2, replaces: ["magazine"], leaves: 1 },
    edit: (p) => p.set("magazine", { databaseId: undefined }),
  },
  {
    what: "a plan that is there already under another name, which is taken out",
    edit: (p) => p.add({ kind: "serveravatar:BackupPlan", name: "copy", args: { ...blog, databaseId: undefined } }),
    refused: /resource "magazine" declares the same plan/,
    mend: (p) => p.remove("copy"),
  },
  { what: "documents: 14 → 7 days", edit: (p) => p.set("documents", { keepDays: 7 }), consents: 1 },
  { what: "documents: another hour", edit: (p) => p.set("documents", { startTime: "04:00-05:00" }) },
  { what: "documents: on working days", edit: (p) => p.set("documents", { period: [1, 2, 3, 4, 5] }), consents: 1 },
  { what: "documents: off for maintenance", edit: (p) => p.set("documents", { keepDays: 0 }), consents: 1 },
  { what: "documents: on again", edit: (p) => p.set("documents", { keepDays: 7 }) },
  {
    what: "documents: the days in another order",
    edit: (p) => p.set("documents", { period: [5, 4, 3, 2, 1] }),
  },
  {
    ...{ what: "archive: a policy over the one that stands, shorter", consents: 1 },
    edit: (p) => p.add({ kind: "dds:BackupPolicy", name: "archive", args: { ...policy(archive), keepDays: 1 } }),
  },
  {
    ...{ what: "ledger: 30 days in the panel, undone", refresh: true, consents: 1 },
    outside: (world) =>
      inPanel(world, "rds", "PUT", `instances/${LEDGER}/backups/policy`, {
        backup_policy: { keep_days: 30, start_time: "03:00-04:00", period: WEEK.join(",") },
      }),
    edit: () => {},
  },
  {
    what: "ledger: a line that agrees to nothing",
    edit: (p) => p.allow("ledger", { "less-frequent": "1,2" }),
  },
  { what: "ledger: the line is left in", edit: () => {} },
  {
    ...{ what: "documents-release: removed in the panel", refresh: true },
    outside: (world, stack) => inPanel(world, "dds", "DELETE", `backups/${stack.state.get("documents-release")!.id}`),
    edit: () => {},
  },
  { what: "orders: the last 3 → 2 of both", edit: (p) => keepOrders(p, 2), consents: 2 },
  { what: "orders: the last 2 → 4", edit: (p) => keepOrders(p, 4) },
  { what: "a run that is killed before it deletes", edit: () => {}, killed: true },
  {
    ...{ what: "users: recovery points of one more database" },
    edit: (p) => p.add({ kind: "trove:Backup", name: "users", args: { instance: users, keepLast: 3 } }),
  },
  { what: "users: out again, what it has stays", edit: (p) => p.remove("users"), leaves: 1 },
  { what: "shop-eu: kept for longer", edit: (p) => p.set("shop-eu", { retentionPeriod: "12 Months" }) },
  {
    ...{ what: "shop-eu: once a week", consents: 1 },
    edit: (p) => p.set("shop-eu", { schedule: "Every Week" }),
  },
  { what: "events: another hour", edit: (p) => p.set("events", { startTime: "22:00-23:00" }) },
  { what: "events: out, the policy stays", edit: (p) => p.remove("events"), leaves: 1 },
  {
    ...{ what: "events-release: another instance, the list ends", replaces: ["events-release"] },
    edit: (p) => p.set("events-release", { instanceId: instances.geminidb[1] }),
    consents: 1,
  },
  { what: "shop: retired with its release", edit: (p) => p.remove("shop", "shop-release") },
  {
    ...{ what: "store: a plan of the panel, adopted", consents: 1 },
    outside: async (world) => {
      planOfPanel = await makePlanInPanel(world);
    },
    edit: (p) => p.add({ kind: "serveravatar:BackupPlan", name: "store", args: { ...shopPlan, adopt: planOfPanel } }),
  },
];

let planOfPanel = "";

async function makePlanInPanel(world: World): Promise<string> {
  await world.outside.send("serveravatar", "POST", "/organizations/5/servers/15/backups", shopPlanSent);
  return `${(await world.holdings()).serveravatar.plans.at(-1).id}`;
}

function keepOrders(program: Program, keepLast: number): void {
  for (const name of ["orders-full", "orders-incr"]) program.set(name, { keepLast });
}

function inPanel(world: World, service: string, method: string, path: string, body?: object): Promise<unknown> {
  return world.outside.send(service, method, `/v3/${PROJECT}/${path}`, body);
}
