import type { FastifyRequest } from "fastify";
import { projectOf } from "./access";
import { pageOf, queryOf } from "./list-query";
import { policyRow } from "./policies/policy";
import type { OtcWorld } from "./settings";
import type { Instance } from "./store";
import { zonelessTime } from "./timestamp";

const createdAt = Date.UTC(2026, 0, 1);

/** "RESTORE" while a setting says so, "BACKUP" while a backup runs, else nothing. */
function actionsOf({ settings }: OtcWorld, { id, running }: Instance): string[] {
  const action = settings.busyInstances[id] ?? (running ? "BACKUP" : undefined);
  return action === undefined ? [] : [action];
}

/** A row of DDS and GeminiDB. */
function instanceRow(world: OtcWorld, instance: Instance): object {
  const { keep_days, start_time = "" } = { start_time: "", ...policyRow(instance.policy) };
  return {
    id: instance.id,
    name: instance.name,
    status: world.settings.instanceStatus[instance.id] ?? world.store.dialect.ready,
    port: "8635",
    mode: instance.mode,
    region: "eu-de",
    datastore: { type: world.store.dialect.datastore, version: instance.version },
    engine: world.store.dialect.engine,
    created: zonelessTime(createdAt),
    updated: zonelessTime(createdAt),
    db_user_name: "rwuser",
    backup_strategy: { start_time, keep_days },
    pay_mode: "0",
    maintenance_window: "02:00-06:00",
    groups: [],
    time_zone: "",
    actions: actionsOf(world, instance),
  };
}

/** A name is exact, or any that contains what follows an asterisk. */
const isNamed = (name: string, wanted: string) =>
  wanted.startsWith("*") ? name.includes(wanted.slice(1)) : name === wanted;

/** `GET /v3/{project_id}/instances`: "Querying Instances and Details" of each service. */
export function listInstances(world: OtcWorld, request: FastifyRequest, rowOf = instanceRow) {
  const query = queryOf(request);
  const { id, name, mode } = query;
  const project = projectOf(request);
  const found = world.store.instances.filter(
    (instance) =>
      instance.projectId === project &&
      (!id || instance.id === id) &&
      (!name || isNamed(instance.name, name)) &&
      (!mode || instance.mode === mode),
  );
  return {
    instances: pageOf(found, query).map((instance) => rowOf(world, instance)),
    total_count: found.length,
  };
}
