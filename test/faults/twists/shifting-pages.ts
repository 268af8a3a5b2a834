import { changed, type Foreign, type Twist, withRows } from "./twist";

type Row = Record<string, unknown>;

/** What counts the rows before a page, or the pages. */
const PLACE = /\b(offset|page)=(\d+)/;
const SIZE = /\blimit=(\d+)/;

/**
 * A list that begins with as many rows of others as a page has, and from which one goes, or to which one comes, whenever
 * a further page is asked for. A list that goes on behind a marker does not shift.
 */
export function shiftingPages(foreign: Foreign): Twist["treat"] {
  let isOneGone = false;
  return async ({ exchange, url, pass }) => {
    const [, by, place = "0"] = PLACE.exec(url) ?? [];
    if (exchange.method !== "GET" || by === undefined || /backup_id=\w/.test(url)) return pass();
    const answered = await pass(url.replace(PLACE, by === "offset" ? "offset=0" : "page=1"));
    return changed(answered, (json) => {
      const told = json as { per_page?: number };
      const size = told.per_page ?? Number(SIZE.exec(url)?.[1] ?? 0);
      const from = by === "offset" ? Number(place) : (Number(place) - 1) * size;
      if (from > 0) isOneGone = !isOneGone;
      let total = 0;
      const shown = withRows(json, (rows) => {
        const all = [
          ...others(
            rows.find(({ id }) => foreign.has(`${id}`)),
            size,
          ).slice(isOneGone ? 1 : 0),
          ...rows,
        ];
        total = all.length;
        return all.slice(from, from + size);
      }) as object;
      const pages = { current_page: from / size + 1, last_page: Math.ceil(total / size) };
      return {
        ...shown,
        ...("total_count" in shown && { total_count: total }),
        ...("total" in shown && { total, ...pages }),
      };
    });
  };
}

/** Like this one, but for name and id. */
function others(first: Row | undefined, count: number): Row[] {
  if (first === undefined) return [];
  const idOf = (index: number) =>
    typeof first.id === "number" ? 900_000 + index : `${index}`.padStart(8, "f") + `${first.id}`.slice(8);
  return Array.from({ length: count }, (_, index) => ({ ...first, id: idOf(index), name: `another-${index}` }));
}
