import { utcTime } from "../../../core/ground/utc-time";
import type { Outputs } from "../../../core/kind/definition";
import type { State } from "../../../plan/state";
import type { Run } from "../api";
import type { Plan } from "../schema";

/** Returns whether a run can be one of this plan: what its row shows of the plan is equal. */
export function fits(run: Run, plan: Plan): boolean {
  const { ofFiles, ofDatabase } = partsIn(run, plan);
  if ((plan.type === "filesystem" && ofDatabase) || (plan.type === "database" && ofFiles)) return false;
  return differences(run, plan).length === 0;
}

/** Returns the parts that a run's row shows. */
function partsIn(run: Run, { type, applicationExtension, databaseExtension }: Plan) {
  // The pages do not say what happens to an extension that the type does not need, so it is not compared.
  const files = type === "database" && applicationExtension ? undefined : run.application_extension;
  const dump = type === "filesystem" && databaseExtension ? undefined : run.database_extension;
  return { ofFiles: (files ?? null) !== null, ofDatabase: (run.database_id ?? dump ?? null) !== null };
}

/** Returns the differences that count in an adoption: there the row must also show the type and name no undeclared database. */
export function adoptionDifferences(run: Run, plan: Plan): [keyof Plan, unknown][] {
  const { ofFiles, ofDatabase } = partsIn(run, plan);
  const types = [ofFiles && ofDatabase && "application", ofFiles && "filesystem", ofDatabase && "database"];
  const shown: [keyof Plan, unknown][] = [
    ["type", types.find((type) => type !== false)],
    ["databaseId", plan.databaseId ?? run.database_id],
  ];
  return [...contradicted(shown, plan), ...differences(run, plan)];
}

/** Returns the arguments that a run contradicts, each with the run's value. A missing value contradicts nothing. */
export function differences(run: Run, plan: Plan): [keyof Plan, unknown][] {
  const shown: [keyof Plan, unknown][] = [
    ["applicationId", run.application_id],
    ["databaseId", plan.databaseId === undefined ? undefined : run.database_id],
  ];
  return [...contradicted(shown, plan), ...storageDifferences(run, plan)];
}

/** Returns the differences that an edit of a plan can mend: the storage and the forms of the files. */
export function storageDifferences(run: Run, plan: Plan): [keyof Plan, unknown][] {
  const shown: [keyof Plan, unknown][] = [
    ["cloudStorageProviderId", run.cloud_storage_provider_id],
    ["provider", run.provider],
    ["applicationExtension", plan.applicationExtension === undefined ? undefined : run.application_extension],
    ["databaseExtension", plan.databaseExtension === undefined ? undefined : run.database_extension],
  ];
  return contradicted(shown, plan);
}

function contradicted(shown: [keyof Plan, unknown][], plan: Plan): [keyof Plan, unknown][] {
  return shown.filter(([name, value]) => value !== undefined && value !== null && value !== plan[name]);
}

/** Returns whether a run ended well. The pages have one word for that. */
export function isCompleted(run: Run): boolean {
  return /^completed$/i.test(run.status);
}

/** Returns whether a run failed. A longer text, such as "Completed with errors", does not say so. */
export function isFailed(run: Run): boolean {
  return /^failed$/i.test(run.status);
}

/** Returns whether a run goes on. Its words are not documented; a wrong guess only makes a wait longer. */
function isRunning(run: Run): boolean {
  return /^(in[ _-]?progress|pending|queued|scheduled|started|\w+ing( \w+)*)$/i.test(run.status);
}

/** Returns the state of a run. A status that no page has is `unknown`: the run is kept, and a message shows the status. */
export function stateOf(run: Run): State {
  if (isCompleted(run)) return "ready";
  if (isFailed(run)) return "failed";
  return isRunning(run) ? "pending" : "unknown";
}

export function planIdOf(run: Run): string {
  return `${run.backup_config_id}`;
}

/** Returns the name of an instant backup; the runs of a plan have none. */
export function nameOf(run: Run): string | undefined {
  return run.backup_configuration?.name ?? undefined;
}

export function newestFirst(runs: readonly Run[]): Run[] {
  return [...runs].sort((a, b) => b.id - a.id);
}

/** Returns the outputs that the newest run shows. */
export function outputsOf(runs: readonly Run[]): Outputs {
  const [latest] = newestFirst(runs);
  const good = newestFirst(runs).find(isCompleted);
  return {
    vendorStatus: latest?.status,
    startedAt: utcTime(latest?.created_at),
    finishedAt: latest && (isCompleted(latest) || isFailed(latest)) ? utcTime(latest.updated_at) : undefined,
    // In what unit is not documented, so it is no sizeBytes.
    totalSize: good?.totalSize ?? undefined,
    sizeBytes: undefined,
    expiresAt: utcTime(good?.expires_at),
    price: good?.price ?? undefined,
    lastBackupAt: utcTime(good?.updated_at ?? good?.created_at),
  };
}
