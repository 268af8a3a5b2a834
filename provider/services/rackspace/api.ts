import * as z from "zod";
import { accepted } from "../../core/http/accepted";
import { endpoint } from "../../core/http/endpoint";
import { aside, rowsIn } from "../../core/lists/unreadable";
import { DAILY } from "./schema";

/** A whole number up to `most`, also in a string. null stays null: as 0 it would mean Sunday or midnight. */
const upTo = (most: number) =>
  z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).pipe(z.int().min(0).max(most));

/** A schedule as the pages "Create", "List" and "List schedule" show it. The last two leave out the optional fields. */
const schedule = z.object({
  id: z.string().min(1),
  /** Left out for an HA group. */
  instance_id: z.string().nullish(),
  source: aside(z.object({ id: z.string().min(1), type: aside(z.string()) })),
  day_of_week: upTo(DAILY),
  hour: upTo(23),
  minute: upTo(59),
  /** Left out, or 2, where none was given. */
  full_backup_retention: aside(upTo(Number.MAX_SAFE_INTEGER)),
  copy_to: aside(z.array(z.string())),
  created: aside(z.string()),
  last_scheduled: aside(z.string()),
  next_run: aside(z.string()),
});

export type Row = z.output<typeof schedule>;

const one = z.object({ schedule });

/** The calls. Their paths begin after `/v1.0/{accountId}`. No page says that the list is paged. */
export const api = {
  create: endpoint("POST /schedules", one),
  list: endpoint("GET /schedules", z.object({ schedules: rowsIn(schedule) })),
  show: endpoint("GET /schedules/{id}", one),
  update: endpoint("PUT /schedules/{id}", accepted),
  delete: endpoint("DELETE /schedules/{id}", accepted),
};
