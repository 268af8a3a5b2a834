import assert from "node:assert/strict";
import { Unreadable } from "../../../../provider/core/lists/unreadable";
import { Deadline } from "../../../../provider/core/run/deadline";
import { api, type Run, type RunPage } from "../../../../provider/services/serveravatar/api";
import { type Reader, RunList } from "../../../../provider/services/serveravatar/runs/run-list";

const run = (id: number, status = "Completed") => ({ id, status }) as Run;

/** Runs with these ids. */
const runs = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => run(from + index));

const PAGE = 10;

/** Who has time to read the list that these pages make. */
const by = (pageAt: Reader["pageAt"]): Reader => ({ deadline: new Deadline(60_000), pageAt });

describe("serveravatar: the list of runs", () => {
  let list: RunList;
  let there: Run[];
  let asked: number[];
  let tellsTotal: boolean;

  beforeEach(() => {
    list = new RunList();
    there = [];
    asked = [];
    tellsTotal = true;
  });

  async function pageAt(page: number): Promise<RunPage> {
    asked.push(page);
    const data = there.slice((page - 1) * PAGE, page * PAGE);
    const last_page = Math.ceil(there.length / PAGE);
    return { data, current_page: page, last_page, ...(tellsTotal && { total: there.length }) };
  }

  /** What a look finds, and what it asks for. */
  async function look(): Promise<{ ids: number[]; pages: number[] }> {
    asked = [];
    const found = await list.look("now", by(pageAt));
    return { ids: found.map(({ id }) => id).sort((a, b) => a - b), pages: asked };
  }

  const newestFirst = (from: number, to: number) => runs(from, to).reverse();

  it("is read whole once; then the first page tells that the rest is as it was", async () => {
    there = newestFirst(1, 35);
    assert.deepEqual(await look(), { ids: runs(1, 35).map(({ id }) => id), pages: [1, 2, 3, 4] });
    assert.deepEqual((await look()).pages, [1]);
  });

  it("is read as far as it has new ones", async () => {
    there = newestFirst(1, 35);
    await look();
    there = newestFirst(1, 40);
    assert.deepEqual(await look(), { ids: runs(1, 40).map(({ id }) => id), pages: [1] });
    const inOrder = await list.look("now", by(pageAt));
    assert.deepEqual(
      inOrder.map(({ id }) => id),
      newestFirst(1, 40).map(({ id }) => id),
    );
    there = newestFirst(1, 61);
    assert.deepEqual(await look(), { ids: runs(1, 61).map(({ id }) => id), pages: [1, 2, 3] });
  });

  it("is read as far as it has any that had not ended", async () => {
    there = newestFirst(1, 35).map((each) => (each.id === 14 ? run(14, "In Progress") : each));
    await look();
    there = newestFirst(1, 35);
    assert.deepEqual((await look()).pages, [1, 2, 3]);
    assert.deepEqual((await look()).pages, [1]);
  });

  it("is read whole when one is gone, also when another has come", async () => {
    there = newestFirst(1, 35);
    await look();
    there = newestFirst(2, 35);
    assert.deepEqual(await look(), { ids: runs(2, 35).map(({ id }) => id), pages: [1, 2, 3, 4] });
    there = newestFirst(3, 36);
    assert.deepEqual(await look(), { ids: runs(3, 36).map(({ id }) => id), pages: [1, 2, 3, 4] });
  });

  it("is read until its pages meet what was known: as many may have come as are gone", async () => {
    there = newestFirst(1, 30);
    await look();
    there = newestFirst(6, 45);
    assert.deepEqual(await look(), { ids: runs(6, 45).map(({ id }) => id), pages: [1, 2, 3, 4] });
  });

  it("ends with a page that is empty, whatever the last one is said to be", async () => {
    const endless = async (page: number) => ({
      data: page < 3 ? [run(page)] : [],
      current_page: page,
      last_page: page + 1,
    });
    assert.deepEqual(await list.look("now", by(endless)), [run(1), run(2)]);
  });

  it("is no answer where the last page is not told", () => {
    for (const last_page of [null, undefined, ""])
      assert.equal(api.runs.reply.safeParse({ data: [], current_page: 1, last_page }).success, false);
    assert.ok(api.runs.reply.safeParse({ data: [], current_page: "1", last_page: "1", total: null }).success);
  });

  it("tells that a run cannot be read to whoever asks for that one, and shows the others", async () => {
    const odd = new Unreadable("2", "backup_config_id: expected number");
    const shown = async () => ({ data: [run(3), odd, run(1)], current_page: 1, last_page: 1, total: 3 });
    assert.deepEqual(await list.look("now", by(shown)), [run(3), run(1)]);
    assert.deepEqual(await list.one("3", "now", by(shown)), run(3));
    assert.equal(await list.one("4", "now", by(shown)), undefined);
    await assert.rejects(list.one("2", "lately", by(shown)), /row 2, which cannot be read/);
  });

  it("is read whole each time where the oldest come first, or in no order, or no total is told", async () => {
    for (const [order, total] of [
      [runs(1, 35), true],
      [[...runs(18, 35), ...runs(1, 17)], true],
      [newestFirst(1, 35), false],
    ] as [Run[], boolean][]) {
      [there, tellsTotal, list] = [order, total, new RunList()];
      await look();
      assert.deepEqual((await look()).pages, [1, 2, 3, 4]);
    }
  });
});
