import assert from "node:assert/strict";
import { coverage } from "../../../provider/policy/rules/coverage";
import { plan, point, policy, UNKNOWN } from "./plans";
import { assertFound, found, stackOf, type Written } from "./stack";

const TROVE = "openstack:database/instance:Instance";
const DDS = "opentelekomcloud:index/ddsInstanceV3:DdsInstanceV3";
const GEMINIDB = "opentelekomcloud:index/geminiInstanceV3:GeminiInstanceV3";
const OWN = "shop:index:Database";

const DAILY = { keepDays: 7, startTime: "01:00-02:00", period: [1, 2, 3, 4, 5, 6, 7] };
const OFF = { keepDays: 0, startTime: undefined, period: undefined };

const instance = (type: string, name = "orders", more: Partial<Written> = {}): Written => ({ type, name, ...more });

/** Both new: the instance's id is not known yet. */
const policyFor = (name: string, args: object = {}) =>
  policy({ instanceId: UNKNOWN, ...args }, { from: { instanceId: [name] } });

const judged = (config: Parameters<typeof coverage.judge>[1] | object, ...written: Written[]) =>
  found(coverage, config, stackOf(...written)).orders;

describe("coverage", () => {
  it("finds an instance of each service that no plan names, and no other resource", () => {
    for (const type of [TROVE, DDS, GEMINIDB])
      assertFound(judged({}, instance(type)), "violated", /has no backup plan/);
    assert.equal(judged({}, instance("openstack:compute/instance:Instance")), undefined);
  });

  it("is met by a plan of the same program, though the instance is not there yet", () => {
    assert.equal(judged({}, instance(DDS), policyFor("orders")), undefined);
    const gemini = { ...policyFor("orders"), type: "geminidb:BackupPolicy" };
    assert.equal(judged({}, instance(GEMINIDB), gemini), undefined);
  });

  it("finds the instance that is new beside one that has a plan", () => {
    const both = [instance(DDS, "known", { args: { id: "abc" } }), instance(DDS), policy({}, {})];
    const { known, orders } = found(coverage, {}, stackOf(...both));
    assert.equal(known, undefined);
    assertFound(orders, "violated", /has no backup plan/);
    const { known: also, orders: again } = found(coverage, {}, stackOf(...both.slice(0, 2), policyFor("known")));
    assert.equal(also, undefined);
    assertFound(again, "violated", /has no backup plan/);
  });

  it("is met by a plan that names the id, which its provider shows", () => {
    const there = instance(DDS, "orders", { args: { id: "abc" } });
    assert.equal(judged({}, there, policy()), undefined);
    assertFound(judged({}, there, policy({ instanceId: "abd" })), "violated", /has no backup plan/);
  });

  it("is not met by a plan of another service", () => {
    assertFound(judged({}, instance(GEMINIDB), policyFor("orders")), "violated", /has no backup plan/);
  });

  it("is not met by a plan that is turned off", () => {
    assertFound(judged({}, instance(DDS), policyFor("orders", OFF)), "violated", /policy is turned off/);
    const maybe = policyFor("orders", { ...DAILY, keepDays: UNKNOWN });
    assertFound(
      judged({}, instance(DDS), maybe),
      "undecided",
      /whether its plan policy is turned off is not known yet/,
    );
  });

  it("counts a backup on demand where the service has no plan, or as the configuration says", () => {
    const trove = point("point", { instance: UNKNOWN }, { from: { instance: ["orders"] } });
    const dds = { type: "dds:Backup", name: "once", args: { instanceId: UNKNOWN }, from: { instanceId: ["orders"] } };
    assert.equal(judged({}, instance(TROVE), trove), undefined);
    assertFound(judged({}, instance(DDS), dds), "violated", /once is a backup on demand/);
    assert.equal(judged({ recoveryPoints: "always" }, instance(DDS), dds), undefined);
    assertFound(judged({ recoveryPoints: "never" }, instance(TROVE), trove), "violated", /point is a backup on demand/);
  });

  it("takes a stated exception, for that resource alone", () => {
    const urn = `urn:pulumi:test::policed::${DDS}::orders`;
    for (const key of [urn, `${DDS}::orders`]) {
      assert.equal(judged({ exceptions: { [key]: "rebuilt from the shop" } }, instance(DDS)), undefined);
    }
    const other = { exceptions: { [`${DDS}::order`]: "rebuilt", [`${TROVE}::orders`]: "rebuilt" } };
    assertFound(judged(other, instance(DDS)), "violated", /coverage.exceptions/);
  });

  it("takes types of the user's own, which a plan of any service can be for", () => {
    const types = [OWN];
    assert.equal(judged({}, instance(OWN)), undefined);
    assertFound(judged({ types }, instance(OWN)), "violated", /has no backup plan/);
    assert.equal(judged({ types }, instance(OWN), policyFor("orders")), undefined);
    const application = plan({ applicationId: UNKNOWN }, { from: { applicationId: ["orders"] } });
    assert.equal(judged({ types }, instance(OWN), application), undefined);
  });

  it("takes no number that is equal by chance for an application's id", () => {
    const there = instance(OWN, "orders", { args: { id: "15" } });
    assertFound(judged({ types: [OWN] }, there, plan({ server: 15 })), "violated", /has no backup plan/);
  });

  it("sees through to the component that the instance is a part of", () => {
    const parts = [instance(OWN), instance(DDS, "inside", { parent: "orders" }), policyFor("inside")];
    assert.deepEqual(found(coverage, { types: [OWN] }, stackOf(...parts)), {});
  });

  it("cannot decide where a plan's instance is not known yet, or made of several", () => {
    const unknown = policy({ instanceId: UNKNOWN });
    assertFound(judged({}, instance(DDS), unknown), "undecided", /whether policy is for it is not known yet/);
    const either = policy({ instanceId: UNKNOWN }, { from: { instanceId: ["orders", "other"] } });
    assertFound(judged({}, instance(DDS), instance(DDS, "other"), either), "undecided", /whether policy is for it/);
    // What is for another one for certain is not for this one.
    assertFound(judged({}, instance(DDS), instance(DDS, "other"), policyFor("other")), "violated", /no backup plan/);
  });
});
