import assert from "node:assert/strict";
import { BackupError } from "../../../../provider/core/ground/errors";
import { Deadline, parseTimeout } from "../../../../provider/core/run/deadline";

describe("core: parseTimeout", () => {
  const durations: [string, number][] = [
    ["90s", 90_000],
    ["1h30m", 5_400_000],
    ["1.5h", 5_400_000],
    ["250ms", 250],
    ["1m", 60_000],
    ["2h45m30s", 9_930_000],
  ];
  for (const [text, milliseconds] of durations) {
    it(`takes "${text}" as ${milliseconds} ms`, () => assert.equal(parseTimeout(text), milliseconds));
  }

  for (const text of ["", "90", "1 h", "h", "1d", "-1s", "1h 30m", "1h30", "soon", "1,5h"]) {
    it(`refuses "${text}"`, () => {
      assert.throws(
        () => parseTimeout(text),
        new BackupError(`customTimeouts must be durations like "90s" or "1h30m"; given "${text}"`),
      );
    });
  }
});

describe("core: Deadline", () => {
  it("is passed when its time is over, and never has less than none left", async () => {
    const deadline = new Deadline(20);
    assert.equal(deadline.passed, false);
    await deadline.pause(60_000);
    assert.deepEqual([deadline.passed, deadline.left], [true, 0]);
  });

  it("lets nothing begin once it has passed, where it is final, and says why", () => {
    new Deadline(0).insist();
    new Deadline(60_000, "20 s are over").insist();
    assert.throws(() => new Deadline(0, "20 s are over").insist(), /20 s are over/);
  });

  it("pauses no longer than it has left", async () => {
    const began = Date.now();
    await new Deadline(20).pause(60_000);
    assert.ok(Date.now() - began < 2_000);
  });

  it("ends within another at the earlier of the two", () => {
    assert.ok(new Deadline(60_000).within(20).left <= 20);
    assert.ok(new Deadline(20).within(60_000).left <= 20);
  });

  it("asks until there is an answer", async () => {
    const answers = [undefined, undefined, "there", "too late"];
    assert.equal(await new Deadline(10_000).until(1, async () => answers.shift()), "there");
    assert.deepEqual(answers, ["too late"]);
  });

  it("takes false, 0 and nothing but undefined for an answer", async () => {
    assert.equal(await new Deadline(10_000).until(1, async () => false), false);
    assert.equal(await new Deadline(10_000).until(1, async () => 0), 0);
  });

  it("asks once more when the time is over, and at least once", async () => {
    let asked = 0;
    const nothing = async () => {
      asked++;
      return undefined;
    };
    assert.equal(await new Deadline(0).until(10, nothing), undefined);
    assert.equal(asked, 1);
    assert.equal(await new Deadline(25).until(10, nothing), undefined);
    assert.ok(asked >= 3 && asked <= 6, `${asked}`);
  });

  it("reads as a person says it", () => {
    assert.equal(`${new Deadline(1_800_000)}`, "30 minutes");
    assert.equal(`${new Deadline(5_400_000)}`, "1 hour, 30 minutes");
  });
});
