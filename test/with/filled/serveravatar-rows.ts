import type { Plan, Run, Store } from "../../emulator/serveravatar/store";
import { type Odd, oddOf } from "./odd";

const ORGANIZATION = 5;
const SERVER = 15;
const FIRST = 70_000;

/** Adds applications, databases, plans and runs to the seed of ServerAvatar. Every second run is an instant backup. */
export function fillServeravatar(store: Store, count: number): void {
  const targets = Math.ceil(count / 10);
  for (let nth = 0; nth < targets; nth++) {
    const { name } = oddOf(nth);
    const row = { id: FIRST + nth, server_id: SERVER, name };
    store.databases.set(row.id, row);
    store.applications.set(row.id, { ...row, system_user_id: 42, primary_domain: "shop.example.com" });
  }
  for (let nth = 0; nth < count; nth++) {
    const odd = oddOf(nth);
    // Each plan has a few runs, each instant backup is a configuration of its own.
    const isInstant = nth % 2 === 0;
    const id = FIRST + (isInstant ? nth : (nth % (2 * targets)) + count);
    const plan = store.plans.get(id) ?? planOf(id, FIRST + (nth % targets), odd, isInstant);
    store.plans.set(id, plan);
    store.runs.set(FIRST + nth, runOf(FIRST + nth, plan, odd));
  }
}

const text = (at: number) => new Date(at).toISOString().slice(0, 19).replace("T", " ");

function planOf(id: number, target: number, { nth, name, at }: Odd, instant: boolean): Plan {
  const type = ["application", "filesystem", "database"][nth % 3]!;
  return {
    ...{ id, organization_id: ORGANIZATION, server_id: SERVER, name: instant ? name : null, instant, type },
    ...{ provider: nth % 5 === 0 ? "serveravatar" : "wasabi", cloud_storage_provider_id: nth % 5 === 0 ? 12 : 10 },
    ...{ application_id: target, database_id: type === "filesystem" ? null : target },
    ...{ schedule: instant ? null : "Every Day", retention_period: "1 Month", automatic_backup: !instant },
    ...{ start_backup_from_now: true, start_backup: null, next_backup_at: null },
    application_extension: type === "database" ? null : ".tar.gz",
    database_extension: type === "filesystem" ? null : ".sql",
    ...{ created_at: text(at), updated_at: text(at) },
  };
}

/** Every 13th run is of an application that is gone. */
function runOf(id: number, plan: Plan, { nth, state, size, at }: Odd): Run {
  return {
    ...{ id, plan, backup_hash: "h", price: 0, expires_at: null, created_at: text(at), updated_at: text(at) },
    ...{ provider: plan.provider, cloud_storage_provider_id: plan.cloud_storage_provider_id },
    ...{ application_extension: plan.application_extension, database_extension: plan.database_extension },
    application_id: plan.type === "database" ? null : nth % 13 === 12 ? 1 : plan.application_id,
    ...{ database_id: plan.database_id, retention_period: plan.retention_period },
    ...{
      application_size: size ?? 0,
      database_size: 0,
      state: (state === "building" ? "running" : state) as "running",
    },
  };
}
