import { DateTime } from "luxon";
import type { Args } from "../case";
import { shopBackup } from "../example-shop";

/** The words of https://serveravatar.com/api-docs/endpoint/backup/create.html */
export const TYPES = ["filesystem", "database", "application"];
export const PROVIDERS = ["gdrive", "amazon_s3", "dropbox", "serveravatar", "wasabi", "custom_s3"];
export const SCHEDULES = [
  ...["Every Hour", "Every 3 Hours", "Every 6 Hours", "Every 12 Hours", "Every Day", "Every 2 Days", "Every Week"],
  ...["Every Month", "Twice a Month", "Every 3 Months", "Every 6 Months", "Every Year"],
];
export const RETENTIONS = ["1 Month", "2 Months", "3 Months", "6 Months", "12 Months", "24 Months"];

export const backup: Args = { ...shopBackup };
export const least: Args = {
  organization: 5,
  server: 15,
  type: "filesystem",
  applicationId: 4246,
  provider: "wasabi",
  cloudStorageProviderId: 10,
  applicationExtension: ".tar",
};

/** A time by the clocks of UTC-12, where a day ends last. */
export const start = (minutesFromNow: number) =>
  DateTime.now().setZone("UTC-12").plus({ minutes: minutesFromNow }).toFormat("yyyy-MM-dd HH:mm");
export const FUTURE = start(60 * 24 * 30);
export const PASSED = start(-2);
