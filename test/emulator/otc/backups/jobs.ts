import { randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { projectOf } from "../access";
import { refusal } from "../errors";
import type { OtcWorld } from "../settings";
import type { Instance, Job } from "../store";

/** "Currently, only asynchronous tasks … within one month can be queried." */
const keptMs = 30 * 86_400_000;

interface JobStart {
  readonly name: string;
  readonly instance: Instance;
  readonly seconds: number;
  readonly visible?: boolean;
}

export function startJob(world: OtcWorld, { name, instance, seconds, visible = true }: JobStart): Job {
  const now = world.clock.now();
  const job: Job = {
    id: randomUUID(),
    name,
    instance,
    createdAt: now,
    dueAt: now + seconds * 1000,
    visibleAt: visible ? now + world.settings.jobVisibleAfterSeconds * 1000 : Infinity,
    endedAt: undefined,
    status: "Running",
    failReason: undefined,
  };
  world.store.jobs.set(job.id, job);
  return job;
}

export function endJob(world: OtcWorld, job: Job, failReason?: string): void {
  job.endedAt = world.clock.now();
  job.status = failReason === undefined ? "Completed" : "Failed";
  job.failReason = failReason;
}

/** The jobs of a project that can be queried now, newest first. */
export function visibleJobs(world: OtcWorld, request: FastifyRequest): Job[] {
  const project = projectOf(request);
  const now = world.clock.now();
  const isVisible = ({ instance, visibleAt, createdAt }: Job) =>
    instance.projectId === project && visibleAt <= now && now - createdAt < keptMs;
  return [...world.store.jobs.values()].filter(isVisible).reverse();
}

export function findJob(world: OtcWorld, request: FastifyRequest, id: string): Job {
  const job = visibleJobs(world, request).find((one) => one.id === id);
  if (!job || world.fails("unknownJob")) throw refusal("DBS.200543");
  return job;
}

/** "60%" while it runs, else "". */
export function progressOf(world: OtcWorld, { status, createdAt, dueAt }: Job): string {
  if (status !== "Running") return "";
  const share = (world.clock.now() - createdAt) / (dueAt - createdAt);
  return `${Math.min(99, Math.floor(share * 100))}%`;
}
