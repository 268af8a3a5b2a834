import type { FastifyRequest } from "fastify";
import { findInstance, instanceOf } from "../otc/access";
import { refusal } from "../otc/errors";
import { listInstances } from "../otc/instances";
import type { Instance } from "../otc/store";
import { instanceRow } from "./rows";
import type { RdsWorld } from "./settings";

/** Refuses an instance that was deleted. */
export function existing({ settings }: RdsWorld, id: string): void {
  if (settings.deletedInstances.includes(id)) throw refusal("DBS.200002");
}

export function instanceNamed(world: RdsWorld, request: FastifyRequest, id: string): Instance {
  existing(world, id);
  return findInstance(world, request, id);
}

/** The instance in the path. */
export function instanceInPath(world: RdsWorld, request: FastifyRequest): Instance {
  const instance = instanceOf(world, request);
  existing(world, instance.id);
  return instance;
}

/** "Querying DB Instances" */
export function listThere(world: RdsWorld, request: FastifyRequest) {
  const { deletedInstances } = world.settings;
  const { instances, total_count } = listInstances(world, request, instanceRow);
  const there = instances.filter((row) => !deletedInstances.includes((row as { id: string }).id));
  return { instances: there, total_count: total_count - (instances.length - there.length) };
}
