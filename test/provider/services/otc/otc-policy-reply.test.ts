import assert from "node:assert/strict";
import { policyReply, valuesOf } from "../../../../provider/services/otc/policy/policy-reply";

const told = (backup_policy: unknown) => policyReply.safeParse({ backup_policy });

describe("otc: a policy as the service tells it", () => {
  const readable: [unknown, unknown][] = [
    [
      { keep_days: 7, start_time: "01:00-02:00", period: "2,1, 7,1" },
      { keepDays: 7, startTime: "01:00-02:00", period: [1, 2, 7] },
    ],
    [{ keep_days: "7", start_time: null, period: "" }, { keepDays: 7 }],
    [{ keep_days: 0, period: "0" }, { keepDays: 0 }],
    [null, { keepDays: 0 }],
  ];
  for (const [policy, values] of readable) {
    it(`reads ${JSON.stringify(policy)}`, () => assert.deepEqual(valuesOf(told(policy).data!), values));
  }

  for (const period of ["0", "8", "Mon,Tue", "1,,2", "1-5", "12"]) {
    it(`does not take "${period}" for days of the week`, () => {
      const { error } = told({ keep_days: 7, start_time: "01:00-02:00", period });
      assert.deepEqual(
        error?.issues.map(({ path }) => path.join(".")),
        ["backup_policy.period"],
      );
    });
  }

  for (const keep_days of [null, "", undefined, true, 7.5, -1, "-1"]) {
    it(`does not take keep_days ${JSON.stringify(keep_days)} for a number of days`, () =>
      assert.equal(told({ keep_days, start_time: "01:00-02:00", period: "1" }).success, false));
  }
});
