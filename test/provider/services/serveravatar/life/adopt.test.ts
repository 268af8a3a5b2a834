import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { shopPlanSent } from "../../../../kinds/example-shop";
import { assertDone, assertRefused } from "../../../../with/journeys/assert-outcome";
import { instant, plan } from "../../../../with/journeys/plans";
import { useModel } from "../../../../with/journeys/use-model";

const FILES = { type: "filesystem", databaseId: undefined, databaseExtension: undefined };

/** A plan that somebody made in the panel. */
const inPanel = { ...shopPlanSent, schedule: "Every Week", retention_period: "1 Month" };

describe("adopting a plan", () => {
  const journey = useModel();

  it("is refused without a run to compare with", async () => {
    journey().declare(plan({ adopt: "99" }));
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertRefused(outcome, "adopt: no run of plan 99 is listed in organization 5", "backup-plans:adoptUnseen");
    assert.deepEqual([writes, journey().state()], [[], []]);
  });
});

describe("adopting a plan unseen, where the configuration says so", () => {
  const journey = useModel({ "backup-plans:adoptUnseen": "true" });

  it("is done by one PATCH", async () => {
    await journey().control("POST", "/settings", { serveravatar: { showScheduledRuns: false } });
    await journey().send("serveravatar", "POST", "/organizations/5/servers/15/backups", inPanel);
    journey().declare(plan({ adopt: "21" }));
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertDone(outcome);
    assert.deepEqual(
      writes.map(({ method }) => method),
      ["PATCH"],
    );
  });
});

/** What is declared, where the panel has a plan or an instant backup, and what the refusal says. */
const MISMATCHES: [what: string, declared: Parameters<typeof plan>[0], inPanel: object, says: string][] = [
  ["its type is wider", FILES, {}, "type (there: application), databaseId (there: 4223)"],
  [
    "its type is narrower",
    {},
    { type: "filesystem", database_id: undefined, database_extension: undefined },
    "type (there: filesystem)",
  ],
  ["it has a database that is not declared", { databaseId: undefined }, {}, "databaseId (there: 4223)"],
  ["it is of another application", { applicationId: 4247 }, {}, "applicationId (there: 4246)"],
];

describe("consent 4: adopting what does not match", () => {
  const journey = useModel({ "backup-plans:online": "true" });
  const backups = "/organizations/5/servers/15/backups";
  const once = { automatic_backup: 0, schedule: undefined, name: "once" };
  beforeEach(() => journey().control("POST", "/reset"));

  async function refuses(declared: ReturnType<typeof plan>, says: string): Promise<void> {
    await setTimeout(100);
    journey().declare(declared);
    const { outcome, writes } = await journey().sent(() => journey().preview());
    assertRefused(outcome, "does not match what is declared", says);
    assert.deepEqual(writes, []);
  }

  for (const [what, declared, there, says] of MISMATCHES) {
    it(`a plan is refused in an online preview: ${what}`, async () => {
      await journey().send("serveravatar", "POST", backups, { ...shopPlanSent, ...there });
      await refuses(plan({ ...declared, adopt: "21" }), `adopt: plan 21 does not match what is declared: ${says}`);
    });

    it(`an instant backup is refused in an online preview: ${what}`, async () => {
      await journey().send("serveravatar", "POST", backups, { ...shopPlanSent, ...once, ...there });
      await refuses(instant({ ...declared, adopt: "5001" }), says);
    });
  }

  it("an instant backup is refused where it ends earlier than is declared, and adopted where it does not", async () => {
    await journey().send("serveravatar", "POST", backups, { ...shopPlanSent, ...once, retention_period: "1 Month" });
    await refuses(instant({ adopt: "5001" }), "retentionPeriod (there: 1 Month)");
    journey().declare(instant({ adopt: "5001", retentionPeriod: "1 Month" }));
    assertDone(await journey().up());
  });
});
