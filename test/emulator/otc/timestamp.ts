import { DateTime } from "luxon";

const inUtc = (time: number, format: string) => DateTime.fromMillis(time, { zone: "utc" }).toFormat(format);

/** "2018-08-06 12:41:14" */
export const plainTime = (time: number) => inUtc(time, "yyyy-MM-dd HH:mm:ss");

/** "2019-05-27T03:38:51+0000" */
export const zonedTime = (time: number) => inUtc(time, "yyyy-MM-dd'T'HH:mm:ss'+0000'");

/** "2019-01-17T07:05:52" */
export const zonelessTime = (time: number) => inUtc(time, "yyyy-MM-dd'T'HH:mm:ss");
