import type { FastifyRequest } from "fastify";
import { refusals } from "../refusals";
import { toInt } from "./python-text";

type Query = Record<string, string | string[] | undefined>;

/** The last one when it is given more than once; undefined when it is empty. */
export function queryOf(request: FastifyRequest, name: string): string | undefined {
  return [(request.query as Query)[name]].flat().at(-1) || undefined;
}

/** A number of the query; Trove fails on anything else. */
export function numberOf(request: FastifyRequest, name: string, otherwise: number): number {
  const text = queryOf(request, name);
  const number = text === undefined ? otherwise : toInt(text);
  if (number === undefined) throw refusals.internal();
  return number;
}

/** Returns the address with another marker, with https whatever was used: Trove always says so. */
export function nextLinks(request: FastifyRequest, marker: string | number) {
  const [path, search] = request.url.split("?");
  const query = new Map([...new URLSearchParams(search)].filter(([, value]) => value !== ""));
  query.set("marker", String(marker));
  const href = `https://${request.headers.host}${path}?${new URLSearchParams([...query])}`;
  return [{ rel: "next", href }];
}

/**
 * A page of Rackspace's: 20 at most, in the order of ids, and the marker is the id of the last one. Its page "Pagination"
 * has that limit for backups, but no backups among the calls that are paged: a setting leaves the link out.
 */
export function rackspacePageOf<Row extends { id: string }>(
  request: FastifyRequest,
  rows: readonly Row[],
  { pageSize, linksToNextBackups }: { pageSize: number; linksToNextBackups: boolean },
): Page<Row> {
  const limit = Math.min(numberOf(request, "limit", pageSize), pageSize);
  const marker = queryOf(request, "marker") ?? "";
  const left = rows.filter(({ id }) => id > marker).sort((a, b) => (a.id < b.id ? -1 : 1));
  const page = left.slice(0, limit);
  const isCut = left.length > limit && linksToNextBackups;
  return isCut ? { rows: page, links: nextLinks(request, page.at(-1)!.id) } : { rows: page };
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly links?: ReturnType<typeof nextLinks>;
}

/** A page by offset. A full one always has a next link, so the last page may be empty. */
export function pageOf<Row>(request: FastifyRequest, rows: readonly Row[], pageSize: number): Page<Row> {
  const marker = numberOf(request, "marker", 0);
  const limit = numberOf(request, "limit", pageSize);
  const offset = Math.max(0, marker);
  const page = rows.slice(offset, limit < 0 ? undefined : offset + limit);
  return page.length < limit ? { rows: page } : { rows: page, links: nextLinks(request, marker + limit) };
}
