import type { Context } from "../../core/kind/context";
import type { Found } from "../../core/kind/found";
import { foundPoint } from "../../core/recovery-points/found";
import type { Run } from "./api";
import { Account } from "./connection";
import { ServerAvatarLookUps } from "./online/look-ups";
import { runsOf } from "./plan/plan-state";
import { instantBackups } from "./runs/instant";
import { nameOf, newestFirst, outputsOf, planIdOf } from "./runs/runs";

const NOT_SHOWN = "ServerAvatar does not show it";

/** Returns the applications and databases of all servers. Plans and instant backups show by their runs: no list has plans. */
export async function discover(context: Context): Promise<Found[]> {
  const account = new Account(context);
  const lookUps = new ServerAvatarLookUps(account);
  const found: Found[] = [];
  for (const { id: organization } of await lookUps.organizations()) {
    const serverOf = new Map<string, number>();
    for (const { id: server } of await lookUps.servers(organization)) {
      const kinds = { application: lookUps.applications, database: lookUps.databases };
      for (const [kind, list] of Object.entries(kinds)) {
        for (const { id, name } of await list.call(lookUps, { organization, server })) {
          serverOf.set(`${kind} ${id}`, server);
          const status = `organization ${organization}, server ${server}`;
          found.push({ is: "target", id: `${kind} ${id}`, name: name ?? undefined, status, targets: [] });
        }
      }
    }
    const runs = await account.runs(organization);
    for (const planId of new Set(runs.map(planIdOf))) {
      const ofPlan = runsOf(runs, planId);
      const place = { organization, server: targetsOf(ofPlan[0]!).map((each) => serverOf.get(each))[0] };
      found.push(...foundOf(context, planId, newestFirst(ofPlan), place));
    }
  }
  return found;
}

type Place = { organization: number; server: number | undefined };

/** Returns the plan that these runs show, or the recovery points where they are instant backups. */
function foundOf(context: Context, planId: string, runs: readonly Run[], place: Place): Found[] {
  if (!runs.some(nameOf)) return [planOf(planId, runs, place)];
  const points = instantBackups(context);
  return runs.map((run) => {
    const args = { ...argsOf(run, place), name: nameOf(run) };
    const targets = targetsOf(run);
    const point = foundPoint(points, run, { kind: "serveravatar:Backup", args, targets });
    const unread = { ...unreadOf(args), ...(run.provider === "serveravatar" && { retentionPeriod: NOT_SHOWN }) };
    return { ...point, resource: point.resource && { ...point.resource, unread } };
  });
}

function planOf(id: string, runs: readonly Run[], place: Place): Found {
  const [newest] = runs as [Run];
  const { vendorStatus, lastBackupAt } = outputsOf(runs) as { vendorStatus?: string; lastBackupAt?: string };
  const args = { ...argsOf(newest, place), automaticBackup: true, adopt: id };
  const unread = { ...unreadOf(args), schedule: NOT_SHOWN, retentionPeriod: NOT_SHOWN };
  const note = "a plan is seen by its runs alone, and an adoption sends its whole form";
  const resource = { kind: "serveravatar:BackupPlan", args, unread };
  return { is: "plan", id, targets: targetsOf(newest), status: vendorStatus, lastBackupAt, resource, note };
}

function argsOf(run: Run, { organization, server }: Place) {
  const hasDatabase = typeof run.database_id === "number" || Boolean(run.database_extension);
  const hasFiles = Boolean(run.application_extension);
  return {
    organization,
    server,
    type: hasDatabase ? (hasFiles ? "application" : "database") : "filesystem",
    applicationId: run.application_id,
    databaseId: run.database_id,
    provider: run.provider,
    cloudStorageProviderId: run.cloud_storage_provider_id,
    applicationExtension: hasFiles ? run.application_extension : undefined,
    databaseExtension: hasDatabase ? run.database_extension : undefined,
  };
}

const NEEDED = ["server", "applicationId", "provider", "cloudStorageProviderId"] as const;

function unreadOf(args: Record<string, unknown>): Record<string, string> {
  const missing = NEEDED.filter((name) => (args[name] ?? undefined) === undefined);
  return Object.fromEntries(missing.map((name) => [name, NOT_SHOWN]));
}

function targetsOf({ application_id, database_id, application_extension }: Run): string[] {
  const files = typeof application_id === "number" && application_extension ? [`application ${application_id}`] : [];
  return typeof database_id === "number" ? [...files, `database ${database_id}`] : files;
}
