import assert from "node:assert/strict";
import { assertDone, assertRefused } from "../../../../with/journeys/assert-outcome";
import { plan } from "../../../../with/journeys/plans";
import { useModel } from "../../../../with/journeys/use-model";

describe('a plan with onDelete "delete"', () => {
  const journey = useModel();

  it("stays in state when the vendor refuses the call, which it does not document", async () => {
    journey().declare(plan({ onDelete: "delete" }));
    assertDone(await journey().up());
    const { outcome, writes } = await journey().sent(() => journey().destroy());
    assertRefused(outcome, "This call is not documented by ServerAvatar. The plan stays in state");
    assert.deepEqual(
      writes.map(({ method, path, status }) => [method, path, status]),
      [["DELETE", "/organizations/5/servers/15/backups/21", 405]],
    );
    assert.equal(journey().outputs("nightly").planId, "21");
  });

  it("is deleted where the vendor takes the call", async () => {
    await journey().control("POST", "/settings", { serveravatar: { undocumentedDelete: "works" } });
    assertDone(await journey().destroy());
    assert.deepEqual([await journey().plans(), journey().state()], [0, []]);
  });

  it("is gone with its replacement, which then leaves nothing running and needs no consent to that", async () => {
    journey().declare(
      plan({ onDelete: "delete", type: "filesystem", databaseId: undefined, databaseExtension: undefined }),
    );
    assertDone(await journey().up());
    // The runs of the plan that the test before deleted are listed still.
    journey().declare(plan({ onDelete: "delete", allow: { "second-plan": "21" } }));
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertDone(outcome);
    assert.deepEqual(
      writes.map(({ method, status }) => `${method} ${status}`),
      ["POST 200", "DELETE 200"],
    );
    assert.equal(await journey().plans(), 1);
  });
});
