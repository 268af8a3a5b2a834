import assert from "node:assert/strict";
import { assertDone, assertRefused, assertSays, assertUnchanged } from "../with/journeys/assert-outcome";
import { instant, plan } from "../with/journeys/plans";
import { useJourney } from "../with/journeys/use-journey";

describe("Pulumi's own options, on a real engine", () => {
  const journey = useJourney({ settings: { serveravatar: { undocumentedDelete: "works" } } });
  // No two plans of a program are equal.
  const kept = (retentionPeriod: string) => ({ retentionPeriod });
  const parts = [
    plan({}, { protect: true }, "protected"),
    plan(kept("1 Month"), { ignoreChanges: ["schedule"] }, "ignoring"),
    plan(kept("2 Months"), { component: "shop" }, "part"),
    plan(kept("3 Months"), { customTimeouts: { create: "30m" } }, "timed"),
    plan({ ...kept("6 Months"), onDelete: "delete" }, { retainOnDelete: true }, "retained"),
    instant({}, {}, "before"),
  ];

  it("--target creates one of several", async () => {
    journey().declare(...parts);
    const urn = "urn:pulumi:test::declared::pulumi-nodejs:dynamic/serveravatar:BackupPlan::protected";
    assertDone(await journey().up(["--target", urn]));
    assert.deepEqual(
      (await journey().state()).map((resource) => resource.urn),
      [urn],
    );
    assertDone(await journey().up());
  });

  it("parent puts a resource under its component", async () => {
    assertSays(
      (await journey().stored("part")).urn,
      "declared:index:Group$pulumi-nodejs:dynamic/serveravatar:BackupPlan",
    );
  });

  it("ignoreChanges, an alias for a former name and another customTimeouts make no difference", async () => {
    const { name } = (await journey().stored("before")).outputs;
    const [first, , part, , retained] = parts;
    journey().declare(
      first!,
      plan({ ...kept("1 Month"), schedule: "Every Hour" }, { ignoreChanges: ["schedule"] }, "ignoring"),
      part!,
      plan(kept("3 Months"), { customTimeouts: { create: "1h" } }, "timed"),
      retained!,
      instant({}, { aliases: ["before"] }, "renamed"),
    );
    const { outcome, requests } = await journey().sent(() => journey().preview(["--diff"]));
    assertUnchanged(outcome);
    assert.doesNotMatch(outcome.text, /__timeouts/);
    assert.deepEqual(requests, []);
    assertDone(await journey().up());
    assert.equal((await journey().stored("renamed")).outputs.name, name);
  });

  it("replaceOnChanges replaces what could be changed in place", async () => {
    const replacing = plan(
      { ...kept("3 Months"), schedule: "Every 12 Hours" },
      { replaceOnChanges: ["schedule"] },
      "timed",
    );
    journey().declare(...parts.slice(0, 3), replacing, parts[4]!, instant({}, {}, "renamed"));
    const steps = await journey().steps();
    assert.deepEqual(
      steps.map(({ op, name }) => `${op} ${name}`),
      ["replace timed"],
    );
  });

  it("retainOnDelete leaves what is deleted, whatever onDelete says", async () => {
    journey().declare(...parts.slice(0, 4), instant({}, {}, "renamed"));
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertDone(outcome);
    assertSays(outcome.text, "1 deleted");
    assert.deepEqual(writes, []);
    assert.equal((await journey().counts()).plans, 5);
  });

  it("protect keeps destroy away", async () => {
    assertRefused(await journey().destroy(), "protected");
    const one = await journey().stored("protected");
    assertDone(await journey().run("state", "unprotect", one.urn, "--yes"));
    assertDone(await journey().destroy());
    assert.deepEqual(await journey().state(), []);
  });

  it("a component may have several, none of which waits for the others", async () => {
    // The plans of the tests before run on.
    await journey().control("POST", "/reset");
    const several = ["1 Month", "2 Months", "3 Months"].map((period) =>
      plan(kept(period), { component: "several" }, period.replace(" ", "-")),
    );
    journey().declare(...several);
    assertDone(await journey().up());
    assertDone(await journey().destroy());
  });

  it("customTimeouts bound the wait for a backup", async () => {
    await journey().control("POST", "/settings", { buildSeconds: 60 });
    journey().declare(instant({}, { customTimeouts: { create: "2s" } }));
    const begin = Date.now();
    assertRefused(await journey().up(), "is still In Progress after 2 seconds");
    assert.ok(Date.now() - begin < 30_000);
    assert.equal((await journey().stored("before-upgrade")).outputs.state, "pending");
  });
});
