import type { FastifyRequest } from "fastify";
import { refusals } from "../trove/refusals";
import { validBody } from "../trove/words/body";
import type { Schema } from "../trove/words/validation";

export interface Wish {
  readonly action?: string;
  readonly day_of_week?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly full_backup_retention?: number;
  readonly instance_id?: string;
  readonly source_id?: string;
  readonly source_type?: "instance" | "ha";
  readonly copy_to?: readonly string[];
  readonly run_now?: string | boolean;
}

const integer = (minimum: number, maximum?: number): Schema => ({
  type: "integer",
  minimum,
  ...(maximum !== undefined && { maximum }),
});
const text = (pattern: string): Schema => ({ type: "string", minLength: 1, pattern });

/** The pages name 0 as midnight, and no last hour and minute: those of a day. */
const times = {
  day_of_week: integer(0, 7),
  hour: integer(0, 23),
  minute: integer(0, 59),
  full_backup_retention: integer(1),
};

const schemas = {
  create: schemaOf({
    type: "object",
    required: ["action", "day_of_week", "hour", "minute"],
    properties: {
      ...times,
      action: text("^backup$"),
      instance_id: text("."),
      source_id: text("."),
      source_type: text("^(instance|ha)$"),
    },
  }),
  // Not on the vendor's page: what becomes of names that its table does not have; they are refused.
  update: schemaOf({
    type: "object",
    additionalProperties: false,
    properties: { ...times, run_now: text("^(true|false)$") },
  }),
};

function schemaOf(schedule: Schema): Schema {
  return { type: "object", required: ["schedule"], properties: { schedule } };
}

/** Not LON. */
const REGIONS = ["DFW", "IAD", "ORD", "HKG", "SYD"];

/** The schedule in a body, once it keeps to the page. */
export function wishOf(request: FastifyRequest, call: keyof typeof schemas): Wish {
  const { schedule } = validBody<{ schedule: Wish }>(request, schemas[call]);
  const { copy_to } = schedule;
  if (copy_to !== undefined && !(Array.isArray(copy_to) && copy_to.every((region) => REGIONS.includes(region)))) {
    throw refusals.badRequest(`Validation error: schedule['copy_to'] must be regions among ${REGIONS.join(", ")}`);
  }
  return schedule;
}
