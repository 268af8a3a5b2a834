import assert from "node:assert/strict";
import { join } from "node:path";
import { assertDone, assertSays } from "./journeys/assert-outcome";
import { useJourney } from "./journeys/use-journey";

describe("this repository as a Pulumi project", () => {
  const journey = useJourney({ dir: () => join(__dirname, "..") });

  it("previews the quickstart, and sends nothing", async () => {
    const { outcome, requests } = await journey().sent(() => journey().preview(["--diff"]));
    assertDone(outcome);
    assertSays(outcome.text, "shop-nightly", "Every Day from now", "+ 5 to create");
    assert.deepEqual(requests, []);
  });
});
