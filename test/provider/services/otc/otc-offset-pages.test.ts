import assert from "node:assert/strict";
import { rowsOnce } from "../../../../provider/core/lists/pages";
import { Deadline } from "../../../../provider/core/run/deadline";
import { offsetPages } from "../../../../provider/services/otc/access/offset-pages";

const ALL = Array.from({ length: 7 }, (_, index) => ({ id: `${index}` }));

/** Reads a list of which one answer has so many rows at most. */
async function read(most: number, total: number | undefined) {
  let requests = 0;
  const call = async (_to: unknown, { query }: { query: { offset: number } }) => {
    requests += 1;
    return ALL.slice(query.offset, query.offset + most);
  };
  const client = { name: "RDS", context: { deadline: new Deadline(5_000) }, call, tellUnreadable: () => undefined };
  const list = {
    of: "backups",
    list: {},
    query: {},
    gone: new Set<string>(),
    rowsIn: (rows: unknown) => ({ rows, total }),
  };
  const rows = await rowsOnce(offsetPages({ client, projectId: "p" } as never, list as never), ({ id }) => id);
  return [rows.length, requests];
}

describe("otc: a list that is read by offsets", () => {
  it("is read to its total where the service answers fewer rows than it was asked for", async () => {
    assert.deepEqual(await read(3, 7), [7, 3]);
  });

  it("ends with its first page where that is short and no total says more", async () => {
    for (const total of [undefined, 7]) assert.deepEqual(await read(10, total), [7, 1]);
  });

  it("ends where a total counts rows that are not shown", async () => {
    assert.deepEqual(await read(10, 9), [7, 2]);
  });
});
