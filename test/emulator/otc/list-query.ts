import type { FastifyRequest } from "fastify";
import { DateTime } from "luxon";
import { projectOf } from "./access";
import { refusal } from "./errors";
import type { OtcWorld } from "./settings";
import type { Backup } from "./store";

export type Query = Partial<Record<string, string>>;

export const queryOf = (request: FastifyRequest) => request.query as Query;

/** A whole number of the query within bounds; anything else is refused with this code. */
function wholeNumber(text: string | undefined, fallback: number, isAllowed: (value: number) => boolean): number {
  if (text === undefined || text === "") return fallback;
  return /^\d+$/.test(text) && isAllowed(Number(text)) ? Number(text) : Number.NaN;
}

/** One page of rows: `offset` counts rows, `limit` is 1 to 100. */
export function pageOf<Row>(rows: readonly Row[], { offset, limit }: Query): Row[] {
  const start = wholeNumber(offset, 0, () => true);
  const size = wholeNumber(limit, 100, (value) => value >= 1 && value <= 100);
  if (Number.isNaN(size)) throw refusal("DBS.280439");
  if (Number.isNaN(start)) throw refusal("DBS.280440");
  return rows.slice(start, start + size);
}

type TimeFormat = "yyyy-MM-dd HH:mm:ss" | "yyyy-MM-dd'T'HH:mm:ssZZZ";

function readTime(text: string, format: TimeFormat): number {
  // A plus sign that was not encoded arrives as a space, as the vendor's own example has it.
  const spelled = text.replace(/ 0000$/, "+0000").replace(/Z$/, "+0000");
  return DateTime.fromFormat(format.includes("ZZZ") ? spelled : text, format, { zone: "utc" }).toMillis();
}

/** `begin_time` and `end_time`: both or none. */
function timeTest(
  { begin_time: begin = "", end_time: end = "" }: Query,
  format: TimeFormat,
): (time: number) => boolean {
  if (begin === "" && end === "") return () => true;
  const [first, last] = [readTime(begin, format), readTime(end, format)];
  // not on the vendor's page: the codes for a time that is missing or malformed.
  if (Number.isNaN(first)) throw refusal("DBS.280067");
  if (Number.isNaN(last) || last < first) throw refusal("DBS.280068");
  // In whole seconds, as the times are shown.
  return (time) => Math.floor(time / 1000) * 1000 >= first && time < last + 1000;
}

export function requireOneOf(value: string | undefined, allowed: readonly string[]): void {
  if (value !== undefined && value !== "" && !allowed.includes(value)) throw refusal("DBS.200001");
}

/** The backups of the project that the parameters which all services know let through, newest first. */
export function selectBackups(world: OtcWorld, request: FastifyRequest, format: TimeFormat): Backup[] {
  const query = queryOf(request);
  const project = projectOf(request);
  const { instance_id, backup_id, backup_type } = query;
  requireOneOf(backup_type, world.store.dialect.backupTypes);
  const isInTime = timeTest(query, format);
  const all = backup_id ? [world.store.backups.get(backup_id)].filter((one) => one !== undefined) : [];
  const found = (backup_id ? all : [...world.store.backups.values()].reverse()).filter(
    (backup) =>
      backup.instance.projectId === project &&
      (!instance_id || backup.instance.id === instance_id) &&
      (!backup_type || backup.type.toLowerCase() === backup_type.toLowerCase()) &&
      isInTime(backup.beginTime),
  );
  if (backup_id && found.length === 0 && world.settings.unknownBackupInList === "refused") {
    throw refusal(world.settings.notFoundCode);
  }
  return found;
}
