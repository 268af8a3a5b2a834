import assert from "node:assert/strict";
import { copyOf, owned, validOf } from "../../../kinds/asked";
import { useHost } from "../../../with/host/use-host";

describe("a policy that is off, or was changed outside", () => {
  const { host } = useHost();

  for (const kind of ["dds:BackupPolicy", "geminidb:BackupPolicy"]) {
    it(`consent 19, 16: ${kind}: keepDays 0 keeps time and days for the return, and refresh tells the summary of a drift`, async () => {
      const args = owned({ ...validOf(kind), keepDays: 7, startTime: "03:00-04:00", period: ["1", 2, 3, 4, 5, 6, 7] });
      const { inputs } = await host().check(kind, args);
      const { id, properties } = await host().create(kind, inputs);
      const off = { ...args, keepDays: 0, allow: { disable: "keepDays 0" } };
      const { inputs: stopped, failures } = await host().check(kind, off, inputs);
      assert.deepEqual(failures, []);
      assert.match(`${stopped.summary}`, /OFF; at resume daily 03:00-04:00/);
      const state = await host().update(kind, id, properties, stopped);
      const read = await host().read(kind, id, state);
      assert.deepEqual(read.inputs, stopped, "no drift while it is off");
      const drifted = await host().read(kind, id, { ...read.properties, keepDays: 9, summary: "of 9 days" });
      assert.match(`${drifted.inputs.summary}`, /OFF/);
      assert.equal(drifted.properties.summary, drifted.inputs.summary);
      const { inputs: back, failures: none } = await host().check(kind, args, stopped);
      assert.deepEqual(none, []);
      assert.deepEqual([back.startTime, back.period], ["03:00-04:00", [1, 2, 3, 4, 5, 6, 7]]);
    });

    it(`newcomer 4: ${kind}: a loss says that somebody changed it outside the program where a refresh saw that, and only there`, async () => {
      const instanceId = copyOf(`${validOf(kind).instanceId}`, 1);
      const args = owned({ ...validOf(kind), instanceId, keepDays: 7 });
      const { inputs } = await host().check(kind, args);
      for (const [drifted, says] of [
        [{ keepDays: 7 }, true],
        [{ keepDays: 30 }, false],
        [{ startTime: args.startTime }, false],
        [{}, false],
      ] as const) {
        const { failures } = await host().check(kind, { ...args, keepDays: 1 }, { ...inputs, __drifted: drifted });
        assert.equal(failures.length, 1);
        assert.equal(/somebody changed it outside the program/.test(failures[0]!.reason), says, failures[0]!.reason);
      }
    });
  }

  const long = { organization: 5, server: 15, type: "application", applicationId: 987654321, databaseId: 987654321 };

  it("newcomer 9: a summary has at most 140 characters, and says what delete does", async () => {
    for (const onDelete of ["keep", "delete"]) {
      const args = owned({
        ...validOf("serveravatar:BackupPlan"),
        ...long,
        schedule: "Twice a Month",
        onDelete,
        adopt: onDelete === "keep" ? "21" : "22",
      });
      const { inputs } = await host().check("serveravatar:BackupPlan", args);
      const summary = `${inputs.summary}`;
      assert.ok([...summary].length <= 140, summary);
      assert.match(summary, /; delete (leaves it running|tries to end it \(undocumented\))$/);
    }
  });
});
