import assert from "node:assert/strict";
import { ThisRun, thisRunOf } from "../../../../provider/core/ledger/this-run";
import type { Loss } from "../../../../provider/plan/losses";

const loss: Loss = { kind: "replace-recovery-point", property: "onDelete", value: "21", text: "goes" };

describe("core: ThisRun", () => {
  let run: ThisRun;
  beforeEach(() => {
    run = new ThisRun();
  });

  it("answers no to everything before anything happened", () => {
    assert.deepEqual(
      [
        run.isStoredAs("orders"),
        run.isStoredAs(undefined),
        run.shownId,
        run.isWhatStateHas("21"),
        run.isWhatStateHas(undefined),
        run.wasMade("21", undefined),
        run.isReplacedWithoutConsent([loss]),
      ],
      [false, false, undefined, false, false, false, false],
    );
  });

  it("knows the stored name from a check with stored inputs, and keeps it when the replacement is checked as if new", () => {
    run.checked({ name: "orders" });
    run.checked({});
    assert.deepEqual([run.isStoredAs("orders"), run.isStoredAs("others")], [true, false]);
  });

  it("lets go of the name of what never got an id, which may not exist", () => {
    run.checked({ name: "orders" });
    run.seen("21");
    assert.deepEqual([run.isStoredAs("orders"), run.shownId], [true, "21"]);
    run.seen(undefined);
    assert.deepEqual([run.isStoredAs("orders"), run.shownId], [false, undefined]);
  });

  it("knows what is older than what the state has, where both tell when they began", () => {
    assert.equal(run.isOlderThanStored("2030-01-01T00:00:00Z"), false);
    run.seen("21", "2030-01-01T01:00:00Z");
    const times = ["2030-01-01T00:59:59Z", "2030-01-01T01:00:00Z", undefined];
    assert.deepEqual(
      times.map((time) => run.isOlderThanStored(time)),
      [true, false, false],
    );
    run.seen("21", undefined);
    assert.equal(run.isOlderThanStored("2030-01-01T00:59:59Z"), false);
  });

  it("knows what was checked as stored, while the replacement is checked as if new", () => {
    assert.equal(run.stored, undefined);
    run.checked({ name: "orders" });
    run.checked({});
    assert.deepEqual(run.stored, { name: "orders" });
  });

  it("knows what the state has and keeps", () => {
    run.seen("21");
    assert.equal(run.isWhatStateHas("21"), false, "not decided yet");
    run.compared({ isReplaced: false });
    assert.deepEqual(
      [run.isWhatStateHas("21"), run.isWhatStateHas("22"), run.isWhatStateHas(undefined)],
      [true, false, false],
    );
  });

  it("keeps what an update found, of which the state had no id", () => {
    run.seen(undefined);
    run.compared({ isReplaced: false });
    run.found("21");
    assert.deepEqual([run.isWhatStateHas("21"), run.isWhatStateHas("22")], [true, false]);
  });

  it("keeps nothing that is replaced, by its arguments or by a creation that nobody announced", () => {
    run.seen("21");
    run.compared({ isReplaced: true });
    assert.equal(run.isWhatStateHas("21"), false);
    run.compared({ isReplaced: false });
    run.making();
    assert.equal(run.isWhatStateHas("21"), false);
  });

  it("keeps nothing without an id", () => {
    run.seen(undefined);
    run.compared({ isReplaced: false });
    assert.equal(run.isWhatStateHas(undefined), false);
  });

  it("knows what was made last, by any of its ids", () => {
    run.made("unseen-1", undefined);
    assert.deepEqual(
      [run.wasMade("unseen-1", "21"), run.wasMade("x", "unseen-1"), run.wasMade("21", undefined)],
      [true, true, false],
    );
    run.made("22", undefined);
    assert.deepEqual([run.wasMade("unseen-1"), run.wasMade("22")], [false, true]);
  });

  it("asks the consents of the successor, of all that goes, and of it alone", () => {
    run.made("22", { "replace-recovery-point": "20" });
    assert.equal(run.isReplacedWithoutConsent([loss]), true);
    run.made("22", { "replace-recovery-point": "21" });
    assert.equal(run.isReplacedWithoutConsent([loss]), false);
    assert.equal(run.isReplacedWithoutConsent([loss, { ...loss, value: "23" }]), true);
    assert.equal(run.isReplacedWithoutConsent([]), false);
  });

  it("is one for an owner", () => {
    thisRunOf("dev::shop::::orders").seen("21");
    assert.equal(thisRunOf("dev::shop::::orders").shownId, "21");
    assert.equal(thisRunOf("dev::shop::::users").shownId, undefined);
  });
});
