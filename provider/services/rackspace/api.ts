import { z } from "zod";
import { accepted } from "../../core/http/accepted";
import { endpoint } from "../../core/http/endpoint";
import { aside, rowsIn } from "../../core/lists/unreadable";

/** Nothing is no number; coerced it would be 0, which is Sunday, and midnight. */
const number = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]);

/** A schedule as the pages "Create", "List" and "List schedule" show it; the last two leave out what is optional here. */
const schedule = z.object({
  id: z.string().min(1),
  /** Nothing of an HA group. */
  instance_id: z.string().nullish(),
  source: aside(z.object({ id: z.string().min(1), type: aside(z.string()) })),
  day_of_week: number,
  hour: number,
  minute: number,
  /** Nothing, or 2, where none was given. */
  full_backup_retention: aside(number),
  copy_to: aside(z.array(z.string())),
  created: aside(z.string()),
  last_scheduled: aside(z.string()),
  next_run: aside(z.string()),
});

export type Row = z.output<typeof schedule>;

const one = z.object({ schedule });

/** Paths begin behind `/v1.0/{accountId}`. No page says that the list is paged. */
export const api = {
  create: endpoint("POST /schedules", one),
  list: endpoint("GET /schedules", z.object({ schedules: rowsIn(schedule) })),
  show: endpoint("GET /schedules/{id}", one),
  update: endpoint("PUT /schedules/{id}", accepted),
  delete: endpoint("DELETE /schedules/{id}", accepted),
};
