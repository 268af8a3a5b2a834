import * as z from "zod";
import type { Health } from "../../plan/state";
import { isOld } from "../../review/health";
import { byName } from "../../review/reading/by-name";
import { oursAt } from "../../review/reading/parts-of";
import { type Side, sideOf } from "../../review/reading/side";
import { services } from "../../services/services";

/** The words that `--fail-on` takes. */
export const HEALTHS: readonly ResourceStatus["health"][] = ["overdue", "failed", "never-ran", "unknown", "off"];

/** A plan, policy or recovery point of a state. */
export interface ResourceStatus {
  name: string;
  kind: string;
  urn: string;
  /** `off` where automated backups are turned off. */
  health: Health | "off";
  /** ISO 8601, UTC: the end of the newest completed backup. */
  lastBackupAt?: string;
  ageHours?: number;
  longestGapHours?: number;
  /** ISO 8601, UTC, where the service tells it. */
  nextRun?: string;
  sizeBytes?: number;
  summary?: string;
}

export interface Status {
  /** The form of this object. */
  version: 1;
  now: string;
  stack: string;
  resources: ResourceStatus[];
}

const properties = z.record(z.string(), z.unknown()).nullish();
const resource = z.object({
  ...{ urn: z.string(), inputs: properties, outputs: properties },
  ...{ delete: z.boolean().nullish(), pendingReplacement: z.boolean().nullish(), modified: z.string().nullish() },
});

/** The output of `pulumi stack export`, with the fields that are read here. */
const form = z.object({ deployment: z.object({ resources: z.array(resource).nullish() }) });

const HOUR = 3_600_000;

/** Returns the resources of this package in a state, by their names. */
export function statusIn(text: string, now: Date): Status {
  const all = resourcesIn(text);
  const found = all.flatMap(
    ({ urn, delete: isToBeDeleted, pendingReplacement: isDeleted, ...stored }): ResourceStatus[] => {
      const ours = oursAt(urn, services);
      if (!ours || isToBeDeleted) return [];
      const { name, kind } = ours.which;
      const status = statusOf(sideOf(ours.definition, stored), stored.modified, now);
      // An earlier run deleted it and failed before it made the replacement.
      return [{ name, kind, urn, ...status, ...(isDeleted && { health: "failed" }) }];
    },
  );
  const [, stack = ""] = /^urn:pulumi:([^:]*)::/.exec(all[0]?.urn ?? "") ?? [];
  return { version: 1, now: now.toISOString(), stack, resources: found.sort(byName) };
}

function resourcesIn(text: string) {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`the state is not JSON: ${(error as Error).message}; give what pulumi stack export writes`);
  }
  const parsed = form.safeParse(json);
  if (parsed.success) return parsed.data.deployment.resources ?? [];
  const [issue] = parsed.error.issues;
  throw new Error(
    `the state is not that of pulumi stack export: ${issue?.path.join(".")}: ${issue?.message}; give what pulumi stack export writes`,
  );
}

function statusOf(side: Side, modified: string | null | undefined, now: Date) {
  const { outputs, described } = side;
  const { lastBackupAt, nextRun, sizeBytes, summary } = outputs;
  const at = typeof lastBackupAt === "string" ? new Date(lastBackupAt).getTime() : Number.NaN;
  const gap = described?.off.value === true ? undefined : described?.schedule?.longestGap.value;
  return {
    health: healthOf(awaited(side, modified), now),
    ...(Number.isFinite(at) && {
      lastBackupAt: new Date(at).toISOString().replace(".000Z", "Z"),
      ageHours: Math.round(((now.getTime() - at) / HOUR) * 10) / 10,
    }),
    ...(gap && { longestGapHours: gap.hours }),
    ...(typeof nextRun === "string" && { nextRun }),
    ...(typeof sizeBytes === "number" && { sizeBytes }),
    ...(typeof summary === "string" && { summary }),
  };
}

/** Returns the health in the state, unless it is too old to be trusted; for a recovery point its state. */
function healthOf(side: Side, now: Date): Health | "off" {
  const { outputs, described } = side;
  const { state, health } = outputs;
  if (described?.off.value === true) return "off";
  const isPlan = described ? described.is === "plan" : health !== undefined;
  if (!isPlan) return state === "ready" ? "ok" : state === "failed" ? "failed" : "unknown";
  const isTrusted = (health !== "ok" && health !== "not-due-yet") || !isOld(side, now);
  return isTrusted && typeof health === "string" ? (health as Health) : "unknown";
}

/** The most hours by which the clock of a schedule is behind UTC. */
const BEHIND = 12;

/** Returns the side of a plan that has no backup yet as if it had one at its first start after the state was last written. */
function awaited(side: Side, modified: string | null | undefined): Side {
  const written = new Date(modified ?? Number.NaN);
  if (side.outputs.lastBackupAt !== undefined || Number.isNaN(written.getTime())) return side;
  const first = side.described?.schedule?.runs?.next(written, 1)[0]?.at ?? written;
  const lastBackupAt = new Date(first.getTime() + BEHIND * HOUR).toISOString();
  return { ...side, outputs: { ...side.outputs, lastBackupAt } };
}
