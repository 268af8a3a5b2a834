import assert from "node:assert/strict";
import { owned, validOf } from "../../../kinds/asked";
import { HostError } from "../../../with/host/host-error";
import { KIND, useSchedules } from "./use-schedules";

describe("a schedule of Rackspace in doubt", () => {
  const { host, later, control, schedules, stand, checked, create, update, refusal, source, other } = useSchedules();

  it("whose remaking failed is made by the next update", async () => {
    const stored = await create({ copyTo: ["DFW"] });
    const fault = { service: "rackspace", method: "POST", fault: "error-500", times: 100 };
    await control("POST", "/faults", fault);
    const change = { copyTo: ["DFW", "IAD"], __timeouts: { update: "3s" } };
    await refusal(update(stored, change));
    assert.deepEqual(await schedules(), []);
    await control("DELETE", "/faults");
    const outputs = await update(stored, { copyTo: ["DFW", "IAD"] });
    assert.deepEqual(
      (await schedules()).map((each) => each.id),
      [outputs.scheduleId],
    );
  });

  it("whose remaking failed is made by the next update of the former program, too", async () => {
    const { args, inputs, id, properties } = await create({ copyTo: ["DFW", "IAD"] });
    const allow = { "change-destination": "DFW" };
    const change = await checked({ ...args, copyTo: ["DFW"], allow }, inputs);
    await control("POST", "/faults", { service: "rackspace", method: "POST", fault: "error-500", times: 100 });
    const timed = { ...change, __timeouts: { update: "3s" } };
    const error = await host()
      .update(KIND, id, properties, timed)
      .catch((reason: unknown) => reason);
    assert.ok(error instanceof HostError && error.unfinished, `${error}`);
    assert.match(
      error.message,
      new RegExp(`Schedule ${id} is deleted, and nothing backs up ${source()} until pulumi up`),
    );
    await control("DELETE", "/faults");
    const { properties: left } = error.unfinished;
    const former = await checked(args, timed);
    const outputs = await host().update(KIND, id, left, former);
    assert.deepEqual(
      (await schedules()).map((each) => [each.id, each.copy_to]),
      [[outputs.scheduleId, ["DFW", "IAD"]]],
    );
  });

  for (const fault of ["reset-after", "reset-before", "truncated", "error-500", "bad-gateway-502"]) {
    it(`is made once where the creation is answered with ${fault}`, async () => {
      await control("POST", "/faults", { service: "rackspace", method: "POST", path: "schedules", fault });
      const { id } = await create();
      assert.deepEqual(
        (await schedules()).map((each) => each.id),
        [id],
      );
    });

    it(`is changed and deleted where that is answered with ${fault}`, async () => {
      const stored = await create({ onDelete: "delete" });
      await control("POST", "/faults", { service: "rackspace", method: "PUT", fault });
      const outputs = await update(stored, { hour: 1 });
      assert.deepEqual(
        (await schedules()).map(({ hour }) => hour),
        [1],
      );
      await control("POST", "/faults", { service: "rackspace", method: "DELETE", fault });
      await later().delete(KIND, stored.id, outputs);
      assert.deepEqual(await schedules(), []);
    });
  }

  /** A creation whose request is answered with `fault`, and after which no look is answered. */
  async function doubted(fault: string) {
    const args = { ...validOf(KIND), sourceId: source(), onDelete: "delete", __timeouts: { create: "4s" } };
    const inputs = await checked(owned(args));
    // The reset took the token: this gets another one.
    const { id: before } = await create({ sourceId: other() });
    const struck = { service: "rackspace", path: "schedules", times: 1_000 };
    // The look before the request is answered; none after it is.
    const silent = { ...struck, method: "GET", fault: "error-500", nth: 2 };
    await control("POST", "/faults", [{ ...struck, method: "POST", fault }, silent]);
    const error = await host()
      .create(KIND, inputs)
      .catch((reason: unknown) => reason);
    assert.ok(error instanceof HostError && error.unfinished, `${error}`);
    assert.equal(error.unfinished.properties.state, "unknown");
    await control("DELETE", "/faults");
    return { before, inputs, ...error.unfinished };
  }

  it("in doubt stays in state as unknown, and the next update finds it", async () => {
    const { before, id, properties, inputs } = await doubted("reset-after");
    const outputs = await host().update(KIND, id, properties, inputs);
    assert.deepEqual(
      (await schedules()).map((each) => each.id),
      [before, outputs.scheduleId],
    );
  });

  for (const others of [{ hour: 3 }, { full_backup_retention: 9 }, { copy_to: ["DFW"] }]) {
    it(`ownership 4: in doubt does not take ${JSON.stringify(others)}, which another one made since, for its own`, async () => {
      const { id, properties, inputs } = await doubted("reset-before");
      const theirs = await stand(others);
      const there = await schedules();
      const message = await refusal(host().update(KIND, id, properties, inputs));
      assert.match(message, new RegExp(`has schedule ${theirs} already.* write adopt: "${theirs}" to take it over`));
      assert.deepEqual(await schedules(), there);
    });
  }
});
