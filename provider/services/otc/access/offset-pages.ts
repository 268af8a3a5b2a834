import type { Endpoint } from "../../../core/http/endpoint";
import { type Page, pagesOf } from "../../../core/lists/pages";
import type { Connection } from "./connection";
import { unlessRefused } from "./errors";

/** A list whose pages begin at an offset. */
interface OffsetList<Reply, Row> {
  /** The rows in messages: `backups`. */
  of: string;
  list: Endpoint<Reply, "projectId">;
  query: Record<string, string>;
  /** The codes of a refusal that stands for an empty list: some versions of the services refuse the id of what is gone. */
  gone: ReadonlySet<string>;
  rowsIn(reply: Reply): Pick<Page<Row, number>, "rows" | "total">;
}

const PAGE = 100;

/** Returns the list, page by page to its end. */
export function offsetPages<Reply, Row extends { id: string }>(
  { client, projectId }: Connection,
  { of, list, query, gone, rowsIn }: OffsetList<Reply, Row>,
): AsyncGenerator<Row[]> {
  return pagesOf<Row, number>({
    ...{ name: `${client.name}: the list of ${of}`, deadline: client.context.deadline, first: 0 },
    at: async (offset) => {
      const asked = { path: { projectId }, query: { ...query, offset, limit: PAGE } };
      const reply = await unlessRefused(gone, () => client.call(list, asked));
      if (reply === undefined) return { rows: [], next: undefined };
      const { rows, total } = rowsIn(reply);
      client.tellUnreadable(rows);
      // A service may answer fewer rows than it was asked for.
      const end = offset + rows.length;
      return { rows, total, next: rows.length === PAGE || end < (total ?? 0) ? end : undefined };
    },
    idOf: ({ id }) => id,
  });
}
