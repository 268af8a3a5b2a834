import * as z from "zod";
import type { Arguments } from "../../core/kind/definition";
import { id, numberFrom, oneOf, UUID, wholeNumber } from "../../core/kind/fields";

/** Full backups on every day; the others are a day of the week, 0 is Sunday. */
export const DAILY = 7;

/** The number of full backups that Rackspace keeps where none is given. */
export const USUAL_RETENTION = 2;

/** Rules and words: Rackspace's page "Create scheduled backup". */
export const fields = {
  sourceId: id('must be the UUID of a database instance, or of an HA group where sourceType is "ha"', UUID),
  sourceType: oneOf(["instance", "ha"]).optional(),
  dayOfWeek: numberFrom(0, DAILY, "must be the day of the full backup, 0 (Sunday) to 6 (Saturday), or 7 for every day"),
  hour: numberFrom(0, 23, "must be a whole number from 0 (midnight) to 23, UTC"),
  minute: numberFrom(0, 59),
  fullBackupRetention: wholeNumber().optional(),
  copyTo: z
    .array(z.enum(["DFW", "IAD", "ORD", "HKG", "SYD"]))
    .min(1)
    .transform((regions) => [...new Set(regions)].sort())
    .meta({ rule: "must be a list of regions, DFW, IAD, ORD, HKG and SYD, at least one; left out for no copies" })
    .optional(),
};

/** The form of `adopt`. */
export const scheduleId = id("must be the vendor's id of a schedule, a UUID", UUID);

export type Schedule = Arguments<typeof fields>;
