import assert from "node:assert/strict";
import { minimumRetention } from "../../../provider/policy/rules/minimum-retention";
import { instant, plan, point, policy, UNKNOWN } from "./plans";
import { assertFound, found, stackOf, type Written } from "./stack";

const judged = (config: { days?: number; recoveryPoints?: boolean }, written: Written) =>
  found(minimumRetention, config, stackOf(written))[written.name];

describe("minimum-retention", () => {
  it("is met by the days that are required, and violated by one less", () => {
    assert.equal(judged({ days: 7 }, policy()), undefined);
    assertFound(judged({ days: 8 }, policy()), "violated", /7 days; 8 days are required/);
    // A month has 28 days at least.
    const month = plan({ retentionPeriod: "1 Month" });
    assert.equal(judged({ days: 28 }, month), undefined);
    assertFound(judged({ days: 29 }, month), "violated", /28 to 31 days; 29 days are required/);
  });

  it("requires 7 days where nothing is said", () => {
    assert.equal(judged({}, policy({ keepDays: 7 })), undefined);
    assertFound(judged({}, policy({ keepDays: 6 })), "violated", /6 days; 7 days/);
  });

  it("judges backups on demand where it is told to", () => {
    const month = instant({ retentionPeriod: "1 Month" });
    assert.equal(judged({ days: 90 }, month), undefined);
    assertFound(judged({ days: 90, recoveryPoints: true }, month), "violated", /28 to 31 days/);
    assert.equal(judged({ days: 90, recoveryPoints: true }, point()), undefined);
  });

  it("cannot decide about what is not known yet, or not documented", () => {
    assertFound(judged({}, policy({ keepDays: UNKNOWN })), "undecided", /not known yet/);
    assertFound(judged({}, plan({ provider: "wasabi" })), "undecided", /not documented/);
    assertFound(judged({}, plan({ provider: UNKNOWN })), "undecided", /not known yet/);
  });

  it("leaves a plan that is turned off to maximum-rpo and coverage", () => {
    assert.equal(judged({}, policy({ keepDays: 0, startTime: undefined, period: undefined })), undefined);
  });

  it("does not tell what the program marks secret", () => {
    const finding = judged({}, policy({ keepDays: 3 }, { secret: ["keepDays"] }));
    assertFound(finding, "violated", /kept for \[secret\]; 7 days are required/);
  });
});
