import assert from "node:assert/strict";
import fc from "fast-check";
import { type Freshness, SharedRows } from "../../../../provider/core/lists/shared-rows";
import { Unreadable } from "../../../../provider/core/lists/unreadable";

interface Row {
  id: string;
}

const PAGE = 100;

/** A service with `count` rows that counts what it is asked. */
function service(count: number) {
  const rows = Array.from({ length: count }, (_, index): Row => ({ id: `${index}` }));
  const asked = { pages: 0, ones: 0 };
  const source = {
    async *pages() {
      for (let offset = 0; ; offset += PAGE) {
        asked.pages += 1;
        const page = rows.slice(offset, offset + PAGE);
        yield page;
        if (page.length < PAGE) return;
      }
    },
    one: async (id: string) => {
      asked.ones += 1;
      return rows.find((row) => row.id === id);
    },
  };
  const shared = new SharedRows<Row>((row) => row.id);
  const find = (id: string, freshness: Freshness = "lately") => shared.one(id, source, freshness);
  return { rows, asked, source, shared, find };
}

/** In waves, as the engine asks. */
async function inWaves<T>(items: readonly T[], width: number, ask: (item: T) => Promise<unknown>): Promise<void> {
  for (let index = 0; index < items.length; index += width) {
    await Promise.all(items.slice(index, index + width).map(ask));
  }
}

describe("core: SharedRows", () => {
  it("asks for one row by one request", async () => {
    const { asked, find } = service(5_000);
    assert.deepEqual(await find("4321"), { id: "4321" });
    assert.deepEqual(asked, { pages: 0, ones: 1 });
  });

  for (const width of [4, 8, 16, 200]) {
    it(`reads 1,000 rows, ${width} at a time, by the 10 pages of the list and at most 2 single requests`, async () => {
      const { rows, asked, find } = service(1_000);
      await inWaves(rows, width, async ({ id }) => assert.deepEqual(await find(id), { id }));
      assert.ok(asked.pages <= 11 && asked.ones <= 2, JSON.stringify(asked));
    });
  }

  it("reads few rows of a long list by few requests", async () => {
    const { asked, find } = service(50_000);
    await inWaves(["7", "49000", "31000"], 3, find);
    assert.ok(asked.pages + asked.ones <= 9, JSON.stringify(asked));
  });

  it("answers 50 who wait by the pages that they are on", async () => {
    const { asked, find } = service(1_000);
    const ids = Array.from({ length: 50 }, (_, index) => `${index}`);
    await Promise.all(ids.map((id) => find(id, "now")));
    assert.deepEqual(asked, { pages: 1, ones: 0 });
  });

  it("never takes an older answer for one that must be of now", async () => {
    const { rows, find } = service(10);
    await Promise.all([find("1", "now"), find("2", "now")]);
    rows.splice(0);
    assert.deepEqual(await Promise.all([find("1", "now"), find("2", "now")]), [undefined, undefined]);
  });

  it("asks for what the list lacks by itself, before it is gone", async () => {
    const { asked, source, shared } = service(10);
    const shifted = { ...source, one: async (id: string) => ({ id, isAlone: true }) };
    const answers = await Promise.all(["3", "gone"].map((id) => shared.one(id, shifted, "lately")));
    assert.deepEqual(answers, [{ id: "3" }, { id: "gone", isAlone: true }]);
    assert.equal(asked.pages, 1);
  });

  it("takes no row of another id for an answer, and an id in capitals for the same one", async () => {
    const { source, shared } = service(10);
    const others = { ...source, one: async (id: string) => ({ id: id === "a-1" ? "A-1" : "another" }) };
    assert.deepEqual(await shared.one("a-1", others, "now"), { id: "A-1" });
    await assert.rejects(shared.one("gone", others, "now"), /asked for backup gone and answered with another/);
  });

  it("tells the failure of a list to nobody, when single requests succeed", async () => {
    const { source, shared } = service(10);
    const broken = {
      ...source,
      // biome-ignore lint/correctness/useYield: it fails before its first page
      async *pages(): AsyncGenerator<Row[]> {
        throw new Error("no time left");
      },
    };
    const answers = await Promise.all(["1", "2"].map((id) => shared.one(id, broken, "now")));
    assert.deepEqual(answers, [{ id: "1" }, { id: "2" }]);
  });

  it("tells the failure of a single request to whoever asked", async () => {
    const { source, shared } = service(0);
    const one = async (id: string) => (id === "bad" ? Promise.reject(new Error("403")) : { id });
    const asking = ["bad", "good"].map((id) => shared.one(id, { ...source, one }, "now"));
    await assert.rejects(asking[0]!, /403/);
    assert.deepEqual(await asking[1], { id: "good" });
  });

  it("tells that a row cannot be read to whoever asks for that one, and to nobody that it is gone", async () => {
    const odd = new Unreadable("7", "status: expected string");
    const pages = async function* () {
      yield [{ id: "6" }, odd, { id: "8" }];
    };
    const alone = { pages, one: async () => odd };
    const shared = new SharedRows<Row>((row) => row.id);
    for (const ids of [["6", "7", "8"], ["7"]]) {
      const answers = await Promise.allSettled(ids.map((id) => shared.one(id, alone, "now")));
      const told = answers.map((answer) => (answer.status === "fulfilled" ? answer.value?.id : `${answer.reason}`));
      const refusal =
        "the service lists row 7, which cannot be read (status: expected string): nothing is decided by it";
      assert.deepEqual(
        told,
        ids.map((id) => (id === "7" ? refusal : id)),
      );
    }
    assert.deepEqual(await shared.all(alone, "now"), [{ id: "6" }, { id: "8" }]);
    assert.deepEqual(await shared.whole(alone, "now"), [{ id: "6" }, odd, { id: "8" }]);
  });

  it("answers right whoever asks for what, when", async () => {
    const ids = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.array(ids, { maxLength: 3 }), fc.boolean(), async (waves, now) => {
        const { find, rows } = service(350);
        for (const wave of waves) {
          const found = await Promise.all(wave.map((id) => find(`${id}`, now ? "now" : "lately")));
          assert.deepEqual(
            found,
            wave.map((id) => rows[id]),
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});
