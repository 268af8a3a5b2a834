import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { assertDone, assertSays, assertUnchanged } from "./journeys/assert-outcome";
import { instant, plan } from "./journeys/plans";
import { useJourney } from "./journeys/use-journey";

const states = join(__dirname, "states");

/** What each stored state was made from. */
const declared = [
  plan({ onDelete: "delete" }, { customTimeouts: { create: "5m" } }),
  plan({ startBackup: "2100-01-31 02:30", allow: { "less-frequent": "Every Week" } }, {}, "unseen"),
  instant({ triggers: ["v1", { deep: [1] }] }),
];

/** Each file is what `pulumi stack export` told of these resources when that version was current; it never changes. */
for (const file of readdirSync(states)) {
  describe(`the state that version ${file.replace(".json", "")} stored, on a real engine`, () => {
    const journey = useJourney({
      configuredBy: "environment",
      settings: { serveravatar: { undocumentedDelete: "works" } },
    });

    it("shows no change", async () => {
      assertDone(await journey().run("stack", "import", "--file", join(states, file)));
      journey().declare(...declared);
      const { outcome, requests } = await journey().sent(() => journey().preview(["--diff"]));
      assertUnchanged(outcome);
      assert.deepEqual(requests, []);
    });

    it("is refreshed and keeps what the vendor does not show", async () => {
      assertDone(await journey().refresh());
      assert.equal((await journey().state()).length, declared.length);
      assertUnchanged(await journey().preview());
    });

    it("is deleted by what it holds", async () => {
      const { outcome, writes } = await journey().sent(() => journey().destroy());
      assertDone(outcome);
      assertSays(outcome.text, "the plan (its id is not known) keeps running");
      assert.deepEqual(
        writes.map((write) => `${write.method} ${write.path}`),
        ["DELETE /organizations/5/servers/15/backups/22"],
      );
    });
  });
}
