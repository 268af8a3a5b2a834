import assert from "node:assert/strict";
import { assertDone, assertRefused, assertSays, assertUnchanged } from "../with/journeys/assert-outcome";
import { instant, plan, without } from "../with/journeys/plans";
import { useJourney } from "../with/journeys/use-journey";

interface Loss {
  title: string;
  /** What the arguments are after it. */
  args: Record<string, unknown>;
  kind: string;
  value: string;
}

const shorter = { retentionPeriod: "6 Months" };
const rarer = { ...shorter, schedule: "Every Week" };
const elsewhere = { ...rarer, provider: "wasabi", cloudStorageProviderId: 10 };

const losses: Loss[] = [
  {
    title: "a shorter retention",
    args: shorter,
    kind: "shorter-retention",
    value: "6 Months",
  },
  {
    title: "a schedule that backs up less often",
    args: rarer,
    kind: "less-frequent",
    value: "Every Week",
  },
  {
    title: "another destination",
    args: elsewhere,
    kind: "change-destination",
    value: "wasabi 10",
  },
];

describe("a loss, on a real engine", () => {
  const journey = useJourney();

  before(async () => {
    journey().declare(plan());
    assertDone(await journey().up());
  });

  for (const { title, args, kind, value } of losses) {
    it(`${title} is done by one PATCH once that line is written`, async () => {
      journey().declare(plan({ ...args, allow: { [kind]: value } }));
      const { outcome, writes } = await journey().sent(() => journey().up());
      assertDone(outcome);
      assert.deepEqual(
        writes.map(({ method, status }) => `${method} ${status}`),
        ["PATCH 200"],
      );
    });
  }

  it("is let pass by a preview for a report, and by nothing that acts", async () => {
    journey().declare(plan({ ...elsewhere, schedule: "Every Year" }));
    const env = { BACKUP_PLANS_LOSSES: "report" };
    assertDone(await journey().preview([], { env }));
    const { outcome, writes } = await journey().sent(() => journey().up([], { env }));
    assertRefused(outcome, 'write allow: { "less-frequent": "Every Year" }');
    assert.deepEqual(writes, []);
  });

  it("of a narrower scope is told with that of the plan that is left running", async () => {
    const files = without({ ...elsewhere, type: "filesystem", databaseId: undefined }, "databaseExtension");
    journey().declare(plan(files));
    const { outcome, requests } = await journey().sent(() => journey().preview());
    const target = '"leave-running": "application 4246 on server 15"';
    const scope = '"narrower-scope": "database 4223 of application 4246"';
    assertRefused(outcome, `write allow: { ${scope}, ${target} }`);
    assert.deepEqual(requests, []);
    const allow = {
      "leave-running": "application 4246 on server 15",
      "narrower-scope": "database 4223 of application 4246",
    };
    journey().declare(plan({ ...files, allow }));
    const up = await journey().sent(() => journey().up());
    assertDone(up.outcome);
    assertSays(up.outcome.text, "warning: plan 21 keeps running");
    assert.deepEqual(
      up.writes.map(({ method }) => method),
      ["POST"],
    );
    assert.equal((await journey().counts()).plans, 2);
    assert.equal((await journey().stored("nightly")).outputs.planId, "22");
  });

  it("by a changed server is refused in preview, and agreed to by the line that it prints", async () => {
    const moved = without({ ...elsewhere, server: 11, type: "filesystem", databaseId: undefined }, "databaseExtension");
    journey().declare(plan(moved));
    const { outcome, requests } = await journey().sent(() => journey().preview());
    assertRefused(outcome, "nightly: server", "this change makes a new plan", "keeps running");
    assert.deepEqual(requests, []);
    const [, line] = /write allow: (\{.*?\})/.exec(outcome.text.replace(/\s+/g, " "))!;
    journey().declare(plan({ ...moved, allow: JSON.parse(line!) }));
    const [step] = await journey().steps();
    assert.deepEqual([step!.op, step!.changed.includes("server")], ["replace", true]);
  });

  it("newcomer 7: on replacement is one error of a preview with --diff, and begins with the resource's name", async () => {
    journey().declare(instant({ onDelete: "delete", triggers: ["v1"] }));
    assertDone(await journey().up());
    journey().declare(instant({ onDelete: "delete", triggers: ["v2"] }));
    const { outcome, requests } = await journey().sent(() => journey().preview(["--diff"]));
    assertRefused(outcome);
    const told = outcome.text.split("\n").filter((line) => line.includes('write allow: { "replace-recovery-point": "'));
    assert.equal(told.length, 1, outcome.text);
    assert.match(told[0]!, /^error: before-upgrade: onDelete: /);
    // Pulumi's host of dynamic providers writes a line of its own for every error of a diff.
    assert.match(outcome.text, /^pulumi-backup-plans: see the error of the resource: $/m);
    assert.deepEqual(requests, []);
  });

  it("that lies behind leaves a consent that makes no difference", async () => {
    const allow = { "less-frequent": "Every Week", "shorter-retention": "6 Months" };
    journey().declare(plan({ applicationId: 4247, databaseId: 4224, allow }, undefined, "other"));
    assertDone(await journey().up());
    assertUnchanged(await journey().preview());
  });
});
