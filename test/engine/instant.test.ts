import assert from "node:assert/strict";
import { assertDone, assertRefused } from "../with/journeys/assert-outcome";
import { instant } from "../with/journeys/plans";
import { useJourney } from "../with/journeys/use-journey";

describe("an instant backup that fails, on a real engine", () => {
  const journey = useJourney();

  async function stored(): Promise<unknown[]> {
    const { outputs } = await journey().stored("before-upgrade");
    return [outputs.backupId, outputs.state, outputs.vendorStatus];
  }

  it("ends the run with an error, and is in state as what it is", async () => {
    await journey().control("POST", "/settings", { serveravatar: { failNext: { run: 1 } } });
    journey().declare(instant());
    assertRefused(await journey().up(), "says Failed of backup 5001", "there is no recovery point");
    assert.deepEqual(await stored(), ["5001", "failed", "Failed"]);
  });

  it("is made anew by the next up, and removed", async () => {
    assertDone(await journey().up());
    const state = await journey().state();
    assert.deepEqual([state.length, await stored()], [1, ["5002", "ready", "Completed"]]);
    const { serveravatar } = await journey().control<{ serveravatar: { runs: { id: number }[] } }>("GET", "/state");
    assert.deepEqual(
      serveravatar.runs.map(({ id }) => id),
      [5002],
    );
  });
});
