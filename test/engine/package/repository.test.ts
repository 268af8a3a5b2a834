import assert from "node:assert/strict";
import { assertDone, assertSays } from "../../with/journeys/assert-outcome";
import { useJourney } from "../../with/journeys/use-journey";
import { ROOT } from "../../with/root";

describe("this repository as a Pulumi project", () => {
  const journey = useJourney({ dir: () => ROOT });

  it("previews the quickstart, and sends nothing", async () => {
    const { outcome, requests } = await journey().sent(() => journey().preview(["--diff"]));
    assertDone(outcome);
    assertSays(outcome.text, "shop-nightly", "Every Day from now", "+ 5 to create");
    assert.deepEqual(requests, []);
  });
});
