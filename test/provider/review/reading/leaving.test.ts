import assert from "node:assert/strict";
import { markdown } from "../../../../provider/review/words/markdown";
import { finished, PLAN, POINT, POLICY, plan, policy, reviewed } from "../told";

describe("review: what leaves, by onDelete", () => {
  for (const [onDelete, told] of [
    ["disable", ["automated backups are turned off"]],
    ["restore", ["the policy that stood there before comes back"]],
    ["keep", []],
  ] as const) {
    it(`tells what onDelete "${onDelete}" does to the instance that a policy leaves`, () => {
      const old = { ...policy, onDelete };
      const report = reviewed({ op: "replace", ...POLICY, old, new: { ...old, instanceId: "i-2" } });
      assert.deepEqual(
        report.losses.map(({ text, consent, isRemoval }) => [text.split(";")[0], consent, isRemoval]),
        told.map((text) => [text, "not asked", true]),
      );
    });
  }

  for (const [previousPolicy, told] of [
    [{ keepDays: 0 }, "off"],
    [{ keepDays: 1, startTime: "01:00-02:00", period: [1] }, '{"keepDays":1,"startTime":"01:00-02:00","period":[1]}'],
  ] as const) {
    it(`tells which policy comes back: ${told}`, () => {
      const old = { ...policy, onDelete: "restore" };
      const { losses } = reviewed({ op: "delete", ...POLICY, old, outputs: { previousPolicy } });
      assert.deepEqual(
        losses.map(({ text }) => text),
        [`the policy that stood there before comes back: ${told}`],
      );
    });
  }

  it("tells nothing of a policy that is replaced on its instance, whatever onDelete says", () => {
    const old = { ...policy, onDelete: "disable" };
    assert.deepEqual(reviewed({ op: "replace", ...POLICY, old, new: { ...old, keepDays: 21 } }).losses, []);
  });

  const deleted = { ...finished, backupId: "21", onDelete: "delete" };
  for (const [what, outputs, told] of [
    ["was made", { origin: "made" }, ["recovery point 21"]],
    ["was found", { origin: "found" }, []],
    ["was found later by 0.1.0", { foundLater: true }, []],
    [
      "was found and has earlier generations",
      { origin: "found", generations: [{ id: "21" }, { id: "20" }] },
      ["recovery point 21"],
    ],
  ] as const) {
    it(`ownership 4: a removal tells a loss of what goes: ${what}`, () => {
      const old = { instance: "i-1", onDelete: "delete" };
      const report = reviewed({ op: "delete", ...POINT, old, outputs: { ...deleted, ...outputs } });
      assert.deepEqual(
        report.losses.map(({ numbers }) => numbers[0]),
        told,
      );
      assert.equal(/it was found, .*stays as it is/.test(markdown(report)), told.length === 0);
    });
  }

  it("names a plan that leaves with the program a plan", () => {
    const report = reviewed({ op: "delete", ...PLAN, old: { ...plan, onDelete: "delete" }, outputs: finished });
    assert.deepEqual(
      report.losses.map(({ numbers }) => numbers),
      [["plan 21"]],
    );
  });

  const adopting = { ...plan, adopt: "22" };
  for (const [what, step, told] of [
    [
      "a plan in doubt is told",
      { op: "same", new: plan, outputs: { state: "unknown" } },
      /whether this plan exists is not known/,
    ],
    [
      "a plan without an id that is to be deleted stops pulumi up",
      { op: "delete", old: { ...plan, onDelete: "delete" } },
      /its id is not known, so pulumi up cannot delete it/,
    ],
    [
      "a plan that was only found stays when it is replaced",
      {
        op: "replace",
        old: { ...plan, onDelete: "delete" },
        new: { ...plan, applicationId: 1 },
        outputs: { planId: "21", origin: "found" },
      },
      /the old one: it was found, .* stays as it is/,
    ],
    [
      "an adoption by a plan without an id is compared",
      { op: "update", new: adopting },
      /takes over what stands there/,
    ],
    [
      "one by a plan that has its id is not",
      { op: "update", new: adopting, outputs: { planId: "21" } },
      /`adopt` not set/,
    ],
  ] as const) {
    it(what, () => {
      const report = reviewed({ ...PLAN, id: "unseen-1", old: plan, ...step });
      assert.match(markdown(report), told);
      assert.equal(report.takeovers.length, what.includes("is compared") ? 1 : 0);
    });
  }
});
