import { BackupError } from "../ground/errors";
import { Deadline } from "../run/deadline";

export interface Page<Row, Place> {
  rows: readonly Row[];
  /** The place of the next page; nothing on the last one. */
  next: Place | undefined;
  /** The number of rows in the whole list, where the service tells it. */
  total?: number | null | undefined;
}

/** A list that a service answers page by page. */
export interface List<Row, Place> {
  /** The name of the list in messages. */
  readonly name: string;
  readonly deadline: Deadline;
  readonly first: Place;
  at(place: Place): Promise<Page<Row, Place>>;
  idOf(row: Row): string | number;
}

/** A longer list is an error: it is not held in memory. */
const MOST_ROWS = 100_000;

/**
 * Returns the rows of a list, page by page. Where rows came or went meanwhile, it reads the page before again, as a row may
 * have moved there. A list that repeats itself, has too many rows or outlasts the deadline is an error.
 */
export async function* pagesOf<Row, Place>(list: List<Row, Place>): AsyncGenerator<Row[]> {
  const { name, deadline } = list;
  const limit = new Deadline(deadline.leftToEnd);
  const seen = new Set<string | number>();
  const read = async (place: Place) => {
    if (limit.passed) {
      throw new BackupError(`${name} does not end: ${seen.size} rows so far. ${deadline.whyNoLonger}`);
    }
    const page = await list.at(place);
    const fresh = page.rows.map(list.idOf).filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    if (seen.size > MOST_ROWS) throw new BackupError(`${name} has more than ${MOST_ROWS} rows, the most that are read`);
    return { ...page, fresh: fresh.length };
  };
  let before: { place: Place; total: unknown } | undefined;
  for (let place: Place | undefined = list.first; place !== undefined; ) {
    const page: Page<Row, Place> & { fresh: number } = await read(place);
    yield [...page.rows];
    if (page.rows.length === 0) return;
    if (before && (page.fresh < page.rows.length || page.total !== before.total)) {
      const again = await read(before.place);
      yield [...again.rows];
      if (page.fresh + again.fresh === 0) {
        throw new BackupError(`${name} repeats its first ${seen.size} rows and shows no others`);
      }
    }
    before = { place, total: page.total };
    place = page.next;
  }
}

/** Returns the rows of all pages, each once: a row may move to another page while the pages are read. */
export async function rowsOnce<Row>(
  pages: AsyncIterable<readonly Row[]>,
  keyOf: (row: Row) => string | number,
): Promise<Row[]> {
  const rows = new Map<string | number, Row>();
  for await (const page of pages) for (const row of page) rows.set(keyOf(row), row);
  return [...rows.values()];
}
