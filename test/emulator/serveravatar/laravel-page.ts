import type { FastifyRequest } from "fastify";

type Query = Record<string, string | undefined>;

/** Page numbers that get a link: all of few, else both ends and three on each side; null stands for "...". */
function linkedPages(current: number, last: number): (number | null)[] {
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  if (last < 14) return range(1, last);
  if (current <= 7) return [...range(1, 10), null, last - 1, last];
  if (current >= last - 6) return [1, 2, null, ...range(last - 9, last)];
  return [1, 2, null, ...range(current - 3, current + 3), null, last - 1, last];
}

/** Laravel's LengthAwarePaginator, with the fields of the vendor's examples. */
export function laravelPage<Row>(
  rows: readonly Row[],
  perPage: number,
  request: FastifyRequest,
  format: (row: Row) => unknown = (row) => row,
) {
  const { page, ...query } = request.query as Query;
  const asked = Number(page ?? 1);
  const current = Number.isInteger(asked) && asked >= 1 ? asked : 1;
  const last = Math.max(1, Math.ceil(rows.length / perPage));
  const offset = (current - 1) * perPage;
  const data = rows.slice(offset, offset + perPage).map(format);
  const path = `http://${request.headers.host}${request.url.split("?")[0]}`;
  const url = (number: number) =>
    `${path}?${new URLSearchParams({ ...(query as Record<string, string>), page: String(number) })}`;
  const previous = current > 1 ? url(current - 1) : null;
  const next = current < last ? url(current + 1) : null;
  return {
    current_page: current,
    data,
    first_page_url: url(1),
    from: data.length > 0 ? offset + 1 : null,
    last_page: last,
    last_page_url: url(last),
    links: [
      { url: previous, label: "&laquo; Previous", active: false },
      ...linkedPages(current, last).map((number) =>
        number === null
          ? { url: null, label: "...", active: false }
          : { url: url(number), label: String(number), active: number === current },
      ),
      { url: next, label: "Next &raquo;", active: false },
    ],
    next_page_url: next,
    path,
    per_page: perPage,
    prev_page_url: previous,
    to: data.length > 0 ? offset + data.length : null,
    total: rows.length,
  };
}
