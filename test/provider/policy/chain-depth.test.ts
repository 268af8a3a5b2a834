import assert from "node:assert/strict";
import { chainDepth } from "../../../provider/policy/rules/chain-depth";
import { incremental, plan, point, policy, UNKNOWN } from "./plans";
import { assertFound, found, stackOf, type Written } from "./stack";

const judged = (maximum: number, ...written: Written[]) => found(chainDepth, { maximum }, stackOf(...written));

describe("chain-depth", () => {
  const chain = [point("full"), incremental("a", "full"), incremental("b", "a"), incremental("c", "b")];

  it("is met by as many incremental recovery points as are allowed, and violated by more", () => {
    assert.deepEqual(judged(3, ...chain), {});
    const { c, ...others } = judged(2, ...chain);
    assert.deepEqual(others, {});
    assertFound(c, "violated", /needs 3 incremental recovery points beside the full one; at most 2 are allowed/);
    assert.deepEqual(Object.keys(judged(0, ...chain)).sort(), ["a", "b", "c"]);
  });

  it("finds a parent by its id, too", () => {
    const id = "1f4c5a2e-0000-4000-8000-000000000001";
    const full = point("full", {}, { outputs: { backupId: id } });
    assert.deepEqual(judged(1, full, point("a", { parentId: id })), {});
    assertFound(
      judged(0, full, point("a", { parentId: id })).a,
      "violated",
      /needs 1 incremental recovery point beside/,
    );
  });

  it("cannot decide where a parent is not in the stack, not known yet, or chosen by the service", () => {
    const outside = point("a", { parentId: "1f4c5a2e-0000-4000-8000-000000000002" });
    assertFound(judged(6, outside).a, "undecided", /1f4c5a2e-.*002, is not in this stack/);
    assertFound(judged(6, point("a", { parentId: UNKNOWN })).a, "undecided", /is not known yet/);
    assertFound(judged(6, point("a", { incremental: true })).a, "undecided", /chosen by the service/);
    assertFound(judged(6, point("a", { incremental: UNKNOWN })).a, "undecided", /not known yet/);
    const either = point("c", { parentId: UNKNOWN }, { from: { parentId: ["a", "b"] } });
    assertFound(judged(6, point("a"), point("b"), either).c, "undecided", /not known yet/);
  });

  it("takes what the service answered about the parent that it chose", () => {
    const id = "1f4c5a2e-0000-4000-8000-000000000001";
    const full = point("full", {}, { outputs: { backupId: id } });
    const chosen = (resolvedParentId: string | null) =>
      point("a", { incremental: true }, { outputs: { resolvedParentId } });
    assertFound(judged(0, full, chosen(id)).a, "violated", /needs 1 incremental/);
    assert.deepEqual(judged(1, full, chosen(id)), {});
    assert.deepEqual(judged(0, full, chosen(null)), {});
    assertFound(judged(6, full, chosen(UNKNOWN)).a, "undecided", /chosen by the service/);
  });

  it("is violated by the part of a chain that is known, if that is too long", () => {
    const outside = point("a", { parentId: "1f4c5a2e-0000-4000-8000-000000000002" });
    const { a, b } = judged(1, outside, incremental("b", "a"));
    assertFound(a, "undecided", /not in this stack/);
    assertFound(b, "violated", /at least 2/);
  });

  it("has nothing to say about the instance as a parent, about plans, or about what has no parent", () => {
    const instance = { type: "openstack:database/instance:Instance", name: "orders" };
    const full = point("full", { instance: UNKNOWN }, { from: { instance: ["orders"] } });
    assert.deepEqual(judged(0, instance, full, plan(), policy()), {});
  });
});
