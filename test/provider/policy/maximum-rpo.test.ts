import assert from "node:assert/strict";
import { maximumRpo } from "../../../provider/policy/rules/maximum-rpo";
import { instant, plan, point, policy, UNKNOWN } from "./plans";
import { assertFound, found, stackOf, type Written } from "./stack";

const judged = (config: { hours?: number; longestRunHours?: number }, written: Written) =>
  found(maximumRpo, config, stackOf(written))[written.name];

describe("maximum-rpo", () => {
  it("is met by the longest gap that is allowed, and violated by less", () => {
    const weekdays = policy({ period: [1, 2, 3, 4, 5] });
    for (const [written, gap] of [
      [plan(), 24],
      [policy(), 25],
      [weekdays, 73],
    ] as const) {
      assert.equal(judged({ hours: gap }, written), undefined);
      assertFound(judged({ hours: gap - 0.5 }, written), "violated", new RegExp(`${gap} h.* at most ${gap - 0.5} h`));
    }
  });

  it("adds what a run may take, and says that the run has to be added where nothing is said", () => {
    assert.equal(judged({ hours: 26, longestRunHours: 2 }, plan()), undefined);
    assertFound(
      judged({ hours: 25, longestRunHours: 2 }, plan()),
      "violated",
      /^its RPO is 26 h \(.* 24 h, and a run may take 2 h/,
    );
    assertFound(judged({ hours: 23 }, plan()), "violated", /the time of a run has to be added/);
  });

  it("allows 25 hours where nothing is said", () => {
    assert.equal(judged({}, policy()), undefined);
    assertFound(judged({}, policy({ period: [1, 3, 5, 7] })), "violated", /49 h.* at most 25 h/);
  });

  it("names the RPO, what it is made of, the limit, and what to change", () => {
    assert.equal(
      judged({ hours: 25, longestRunHours: 2 }, plan())?.text,
      "its RPO is 26 h (the longest gap between two backups is 24 h, and a run may take 2 h (longestRunHours)), and " +
        "data of at most 25 h may be lost (hours). Let it run more often, or raise hours",
    );
    const off = policy({ keepDays: 0, startTime: undefined, period: undefined });
    assert.equal(
      judged({}, off)?.text,
      "is turned off: nothing is backed up, and data of at most 25 h may be lost (hours). Turn it on, or remove it",
    );
  });

  it("is violated by a plan that is turned off, whatever is allowed", () => {
    const off = policy({ keepDays: 0, startTime: undefined, period: undefined });
    assertFound(judged({ hours: 10_000 }, off), "violated", /turned off/);
  });

  it("cannot decide about days or a schedule that is not known yet, or not documented", () => {
    assertFound(judged({}, policy({ keepDays: UNKNOWN })), "undecided", /turned off is not known yet/);
    assertFound(judged({}, policy({ period: UNKNOWN })), "undecided", /longest gap.* not known yet/);
    assertFound(judged({}, plan({ schedule: UNKNOWN })), "undecided", /longest gap.* not known yet/);
    const twice = plan({ schedule: "Twice a Month" });
    assertFound(judged({ hours: 24 * 17 }, twice), "undecided", /about 17 days; .* not documented/);
    assertFound(judged({ hours: 24 * 17 - 1 }, twice), "violated", /about 17 days/);
  });

  it("does not judge backups on demand", () => {
    assert.deepEqual(found(maximumRpo, { hours: 1 }, stackOf(instant(), point())), {});
  });

  it("does not tell what the program marks secret", () => {
    const secret = plan({ schedule: "Every Week" }, { secret: ["schedule"] });
    const finding = judged({}, secret);
    assertFound(finding, "violated", /is \[secret\]/);
    assert.doesNotMatch(finding!.text, /7 days|168/);
  });
});
