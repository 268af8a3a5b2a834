import { randomBytes } from "node:crypto";
import { DateTime } from "luxon";
import { retentions } from "../plans/presets";
import type { SaWorld } from "../settings";
import type { Plan, Run } from "../store";
import { timestamp } from "../timestamp";

const megabytes = { application: 73.81, database: 0.13 };

function complete(world: SaWorld, run: Run): void {
  run.state = "completed";
  if (run.application_id !== null) run.application_size = megabytes.application;
  if (run.database_id !== null) run.database_size = megabytes.database;
  // not on the vendor's page: what ends a backup in another storage (an example row has 7 days with gdrive).
  if (run.provider !== "serveravatar") return;
  const months = retentions[run.retention_period!]!;
  // The price is on https://serveravatar.com/docs/Account%20Management/Billing/understanding_billing/
  run.price = ((run.application_size + run.database_size) / 1024) * 0.07 * months;
  const expiry = DateTime.fromSQL(run.created_at, { zone: "utc" }).plus({ months }).toMillis();
  run.expires_at = timestamp(expiry);
  world.clock.at(expiry, () => world.store.runs.delete(run.id));
}

function finish(world: SaWorld, run: Run, fails: boolean): void {
  run.updated_at = timestamp(world.clock.now());
  if (fails) run.state = "failed";
  else complete(world, run);
}

/** Starts one backup of a plan, now. */
export function startRun(world: SaWorld, plan: Plan): void {
  const { store, clock, settings } = world;
  const now = timestamp(clock.now());
  const run: Run = {
    id: store.nextRunId++,
    plan,
    application_id: plan.type === "database" ? null : plan.application_id,
    database_id: plan.type === "filesystem" ? null : plan.database_id,
    provider: plan.provider,
    cloud_storage_provider_id: plan.cloud_storage_provider_id,
    application_extension: plan.application_extension,
    database_extension: plan.database_extension,
    retention_period: plan.retention_period,
    backup_hash: randomBytes(16).toString("hex"),
    state: "running",
    price: 0,
    application_size: 0,
    database_size: 0,
    expires_at: null,
    created_at: now,
    updated_at: now,
  };
  store.runs.set(run.id, run);
  const fails = world.fails("run");
  clock.after(settings.buildSeconds, () => finish(world, run, fails));
}
