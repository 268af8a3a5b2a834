import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { pagesOf } from "../../../../provider/core/lists/pages";
import { Deadline } from "../../../../provider/core/run/deadline";

const PAGE = 100;

/** The numbers from one to below another. */
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

/** What a reader gets of a list whose rows are those that `shown` tells at each request. */
async function read(shown: (request: number) => number[], more: { total?: boolean; deadline?: Deadline } = {}) {
  let requests = 0;
  const at = async (offset: number) => {
    const all = shown(requests++);
    const rows = all.slice(offset, offset + PAGE);
    const total = more.total ? all.length : undefined;
    return { rows, total, next: rows.length === PAGE ? offset + PAGE : undefined };
  };
  const deadline = more.deadline ?? new Deadline(60_000);
  const rows = new Set<number>();
  const list = { name: "Trove: the list of backups", deadline, first: 0, at, idOf: (row: number) => row };
  for await (const page of pagesOf(list)) for (const row of page) rows.add(row);
  return { rows: rows.size, requests };
}

describe("core: pagesOf", () => {
  it("reads each page once where nothing shifts", async () => {
    const [none, one, some] = [await read(() => []), await read(() => [1]), await read(() => range(0, 250))];
    assert.deepEqual(
      [none, one, some],
      [
        { rows: 0, requests: 1 },
        { rows: 1, requests: 1 },
        { rows: 250, requests: 3 },
      ],
    );
  });

  it("reads the page before again where a row came, or one went as the total tells", async () => {
    assert.deepEqual(await read((request) => range(request > 0 ? -1 : 0, 250)), { rows: 251, requests: 4 });
    const whenOneWent = (request: number) => range(request > 0 ? 1 : 0, 250);
    assert.deepEqual(await read(whenOneWent, { total: true }), { rows: 250, requests: 4 });
  });

  it("goes on where a whole page came at once", async () => {
    assert.deepEqual(await read((request) => range(request > 0 ? -PAGE : 0, 250)), { rows: 350, requests: 5 });
  });

  it("doubt 4: is no answer where the list shows the same again and again", async () => {
    const same = { rows: range(0, PAGE), next: 0 };
    const list = {
      name: "DDS: the list of backups",
      deadline: new Deadline(60_000),
      first: 0,
      idOf: (id: number) => id,
    };
    await assert.rejects(
      async () => {
        for await (const _ of pagesOf({ ...list, at: async () => same }));
      },
      { message: /^DDS: the list of backups repeats its first 100 rows and shows no others$/ },
    );
  });

  it("doubt 4: ends by the deadline where there are new rows for ever, and by their number", async () => {
    let next = 0;
    const endless = (milliseconds: number, pause: number) => async () => {
      const at = async (from: number) => {
        await sleep(pause);
        next = from + PAGE;
        return { rows: range(from, next), next };
      };
      const deadline = new Deadline(milliseconds);
      for await (const _ of pagesOf({ name: "DDS: the list", deadline, first: 0, at, idOf: (id: number) => id }));
    };
    const began = Date.now();
    await assert.rejects(endless(100, 20), { message: /^DDS: the list does not end: \d+ rows so far\. / });
    assert.ok(Date.now() - began < 8_000);
    await assert.rejects(endless(60_000, 0), {
      message: /^DDS: the list has more than 100000 rows, the most that are read/,
    });
  }).timeout(20_000);
});
