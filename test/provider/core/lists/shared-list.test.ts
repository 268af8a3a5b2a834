import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { SharedList } from "../../../../provider/core/lists/shared-list";

/** A list whose looks take some time; each answers when it began. */
function watched(milliseconds = 5) {
  const list = new SharedList<number>();
  const began: number[] = [];
  let [running, most] = [0, 0];
  const look = async () => {
    began.push(performance.now());
    most = Math.max(most, ++running);
    const start = began.at(-1)!;
    await sleep(milliseconds);
    running--;
    return start;
  };
  return { ask: () => list.fresh(look), began, most: () => most };
}

describe("core: SharedList", () => {
  it("looks once for all who ask at the same time", async () => {
    const { ask, began } = watched();
    const answers = await Promise.all([ask(), ask(), ask()]);
    assert.equal(began.length, 1);
    assert.deepEqual(new Set(answers).size, 1);
  });

  it("looks once more for all who ask while it looks", async () => {
    const { ask, began } = watched(20);
    const first = ask();
    await sleep(5);
    const later = await Promise.all([ask(), ask(), ask()]);
    assert.equal(began.length, 2);
    assert.notEqual(later[0], await first);
  });

  it("gives nobody a look that began before the question, and never looks twice at once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 12 }), async (delays) => {
        const { ask, most, began } = watched(4);
        const asking = delays.map(async (delay) => {
          await sleep(delay);
          const asked = performance.now();
          assert.ok((await ask()) >= asked, "a look from before the question");
        });
        await Promise.all(asking);
        assert.equal(most(), 1);
        assert.ok(began.length <= delays.length);
      }),
      { numRuns: 20 },
    );
  });

  it("tells a failure to those who asked, and looks anew for the next", async () => {
    const list = new SharedList<string>();
    const failing = async (): Promise<string> => {
      throw new Error("no answer");
    };
    const first = [list.fresh(failing), list.fresh(failing)];
    for (const asked of first) await assert.rejects(asked, /no answer/);
    assert.equal(await list.fresh(async () => "there"), "there");
  });
});
