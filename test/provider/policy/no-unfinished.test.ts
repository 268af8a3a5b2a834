import assert from "node:assert/strict";
import { noUnfinished } from "../../../provider/policy/rules/no-unfinished";
import { plan, UNKNOWN } from "./plans";
import { assertFound, found, stackOf } from "./stack";

const judged = (outputs: object, states?: string[]) =>
  found(noUnfinished, states ? { states } : {}, stackOf(plan({}, { outputs: { ...outputs } }))).plan;

describe("no-unfinished", () => {
  it("is met by what is ready, and violated by what is failed, pending or unknown", () => {
    assert.equal(judged({ state: "ready" }), undefined);
    assert.equal(judged({ state: "deleting" }), undefined);
    for (const state of ["failed", "pending", "unknown"]) {
      assertFound(judged({ state }), "violated", new RegExp(`state is ${state}:`));
    }
    assertFound(judged({ state: "failed", vendorStatus: "FAILED" }), "violated", /failed \(FAILED\)/);
  });

  it("tells the states that it is told to", () => {
    assert.equal(judged({ state: "pending" }, ["failed"]), undefined);
    assertFound(judged({ state: "deleting" }, ["deleting"]), "violated", /deleting/);
  });

  it("cannot decide about what this run creates or changes", () => {
    for (const outputs of [{}, { state: UNKNOWN }]) assertFound(judged(outputs), "undecided", /creates or changes/);
  });
});
