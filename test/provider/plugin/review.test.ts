import assert from "node:assert/strict";
import { SIGNATURE, secretNamesShown } from "../../../provider/core/arguments/secrets";
import { reviewedStack } from "../../../provider/policy/reviewed-stack";
import { TYPES } from "../../../provider/program/types";
import { review } from "../../../provider/review/review";
import { markdown } from "../../../provider/review/words/markdown";
import { services } from "../../../provider/services/services";
import { cases } from "../../kinds/kinds";
import { asHandedOver } from "../policy/stack";
import { previewOf } from "../review/preview-of";
import { now, PLAN, plan } from "../review/told";

const inPlugin = (text: string) => text.replaceAll(TYPES.dynamic, TYPES.plugin);

describe("a stack whose resources are the plugin's", () => {
  it("has the same review", () => {
    const shorter = { ...plan, retentionPeriod: "1 Month" };
    const preview = previewOf([{ op: "update", ...PLAN, old: plan, new: shorter }]);
    const report = review(preview, now);
    assert.equal(report.exitCode, 2);
    assert.equal(markdown(review(inPlugin(preview), now)), markdown(report));
  });

  it("has every kind before the policies", () => {
    const written = cases.map(({ kind, valid }) => ({ type: kind, name: kind, args: valid }));
    const handed = asHandedOver(written).map((each) => ({ ...each, type: inPlugin(each.type) }));
    assert.deepEqual(
      reviewedStack(handed, services).ours.map(({ kind }) => kind),
      cases.map(({ kind }) => kind),
    );
  });

  it("hides what its state holds as a secret", () => {
    const secret = { [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:abc" };
    assert.deepEqual([...secretNamesShown({ schedule: "Every Day", retentionPeriod: secret })], ["retentionPeriod"]);
  });
});
