import type { FastifyRequest } from "fastify";
import { instanceOf } from "../access";
import { requireIdle, requireSystem } from "../backups/backup-rules";
import type { OtcWorld } from "../settings";
import type { Policy } from "../store";
import { changed, schedule } from "./automatic";
import { readPolicy } from "./policy-rules";

/** The wire form; a policy that is off has no window and no days. */
export function policyRow({ keepDays, startTime, period }: Policy) {
  return keepDays === 0 ? { keep_days: 0 } : { keep_days: keepDays, start_time: startTime, period: period.join(",") };
}

export function setPolicy(world: OtcWorld, request: FastifyRequest): void {
  const instance = instanceOf(world, request);
  const policy = readPolicy(world, request.body);
  requireSystem(world);
  requireIdle(world, instance, { evenOfBackups: false });
  const before = instance.policy;
  instance.policy = policy;
  changed(world, instance, before);
  schedule(world, instance);
}
