import assert from "node:assert/strict";
import { nearMiss } from "../../../../provider/core/ground/near-miss";

const ON_DELETE = ["keep", "restore", "disable", "delete"];
const SCHEDULES = ["Every Hour", "Every Day", "Every 2 Days", "Every Week", "Every Month"];
const ARGUMENTS = ["instanceId", "adopt", "server", "retentionPeriod"];

describe("core: near miss", () => {
  for (const [given, words, meant] of [
    ["restor", ON_DELETE, "restore"],
    ["deleet", ON_DELETE, "delete"],
    ["Keep", ON_DELETE, "keep"],
    ["dis", ON_DELETE, "disable"],
    ["every two days", SCHEDULES, "Every 2 Days"],
    ["instance_id", ARGUMENTS, "instanceId"],
    ["adopted", ARGUMENTS, "adopt"],
    ["server_id", ARGUMENTS, "server"],
    ["retention", ARGUMENTS, "retentionPeriod"],
  ] as const) {
    it(`"${given}" means "${meant}"`, () => assert.equal(nearMiss(given, words), meant));
  }

  for (const [given, words] of [
    ["remove", ON_DELETE],
    ["drop", ON_DELETE],
    ["destroy", ON_DELETE],
    ["leap", ON_DELETE],
    ["d", ON_DELETE],
    ["", ON_DELETE],
    ["Nightly", SCHEDULES],
    ["Monthly", SCHEDULES],
  ] as const) {
    it(`"${given}" means none of ${words.join(", ")}`, () => assert.equal(nearMiss(given, words), undefined));
  }

  it("allows no more wrong letters than it is told to", () => {
    assert.equal(nearMiss("retention", ARGUMENTS, 2), undefined);
    assert.equal(nearMiss("adoptt", ARGUMENTS, 2), "adopt");
  });
});
