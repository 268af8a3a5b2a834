import { cleaned, type FieldRule, rules, toBoolean, validate } from "../body-rules";
import type { PlanFields } from "../store";

const providers = ["gdrive", "amazon_s3", "dropbox", "serveravatar", "wasabi", "custom_s3"];
const types = ["filesystem", "database", "application"];

function fieldRules(values: Record<string, unknown>): Record<string, FieldRule> {
  const when = (condition: boolean, text: string) => (condition ? text : undefined);
  const type = values.type as string;
  const hasFiles = type === "application" || type === "filesystem";
  const hasDatabase = type === "application" || type === "database";
  return {
    name: { rule: rules.text },
    provider: { rule: rules.oneOf(providers), required: true },
    cloud_storage_provider_id: { rule: rules.numeric, required: true },
    automatic_backup: { rule: rules.boolean, required: true },
    type: { rule: rules.oneOf(types), required: true },
    application_id: { rule: rules.numeric, required: true },
    database_id: { rule: rules.numeric },
    schedule: {
      rule: rules.text,
      required: when(toBoolean(values.automatic_backup) === true, "automatic backup is true"),
    },
    retention_period: {
      rule: rules.text,
      required: when(values.provider === "serveravatar", "provider is serveravatar"),
    },
    start_backup_from_now: { rule: rules.boolean },
    start_backup: {
      rule: rules.dateTime,
      required: when(toBoolean(values.start_backup_from_now) === false, "start backup from now is false"),
    },
    application_extension: { rule: rules.oneOf([".tar", ".tar.gz"]), required: when(hasFiles, `type is ${type}`) },
    database_extension: { rule: rules.oneOf([".sql", ".sql.gz"]), required: when(hasDatabase, `type is ${type}`) },
  };
}

const text = (value: unknown) => (value as string | null | undefined) ?? null;

/** The body of a create or an update in one form, or 422. Words of schedule and retention are checked later, by 500. */
export function readPlanBody(body: unknown): PlanFields & { name: string | null } {
  const values = cleaned(body);
  validate(values, fieldRules(values));
  const start_backup = text(values.start_backup);
  return {
    name: text(values.name),
    automatic_backup: toBoolean(values.automatic_backup)!,
    provider: values.provider as string,
    cloud_storage_provider_id: Number(values.cloud_storage_provider_id),
    type: values.type as string,
    application_id: Number(values.application_id),
    database_id: values.database_id == null ? null : Number(values.database_id),
    schedule: text(values.schedule),
    retention_period: text(values.retention_period),
    // not on the vendor's page: neither of the two; a start at once is taken.
    start_backup_from_now: toBoolean(values.start_backup_from_now) ?? start_backup === null,
    start_backup,
    application_extension: text(values.application_extension),
    database_extension: text(values.database_extension),
  };
}
