import assert from "node:assert/strict";
import { chainDepth } from "../../../provider/policy/rules/chain-depth";
import { coverage } from "../../../provider/policy/rules/coverage";
import { maximumRpo } from "../../../provider/policy/rules/maximum-rpo";
import { minimumRetention } from "../../../provider/policy/rules/minimum-retention";
import { noUnfinished } from "../../../provider/policy/rules/no-unfinished";
import { separateDestination } from "../../../provider/policy/rules/separate-destination";
import { written } from "../../kinds/case";
import { cases } from "../../kinds/kinds";
import { UNKNOWN } from "./plans";
import { found, stackOf } from "./stack";

const rules = [
  () => found(maximumRpo, { hours: 0.1 }, stack),
  () => found(minimumRetention, { days: 100_000 }, stack),
  () => found(coverage, {}, stack),
  () => found(separateDestination, {}, stack),
  () => found(noUnfinished, {}, stack),
  () => found(chainDepth, { maximum: 0 }, stack),
];
let stack = stackOf();

describe("every rule, on every kind", () => {
  for (const { kind, full, valid } of cases) {
    const open = Object.keys(full).map((name) => [name, written(valid, { [name]: UNKNOWN })] as const);

    it(`${kind}: judges it whichever argument is not known yet`, () => {
      for (const [name, args] of [["none", valid] as const, ...open]) {
        stack = stackOf({ type: kind, name: "one", args, outputs: { state: "ready" } });
        for (const judge of rules) {
          const finding = judge().one;
          assert.doesNotMatch(finding?.text ?? "", new RegExp(`${UNKNOWN}|undefined|NaN|object`), `${name} unknown`);
        }
      }
    });

    it(`${kind}: says nothing of a plan's value while it is secret`, () => {
      const secret = Object.keys(valid).filter(
        (name) => !["adopt", "instanceId", "sourceId", "onDelete"].includes(name),
      );
      stack = stackOf({ type: kind, name: "one", args: valid, outputs: { state: "ready" }, secret });
      const said = rules.map((judge) => judge().one?.text ?? "").join("\n");
      for (const name of ["schedule", "retentionPeriod", "keepDays", "period", "cloudStorageProviderId"]) {
        if (valid[name] !== undefined) assert.ok(!said.includes(`${valid[name]} `), `${name}: ${said}`);
      }
      assert.doesNotMatch(said, /24 h|25 h|365|days of|wasabi|custom_s3/);
    });
  }
});
