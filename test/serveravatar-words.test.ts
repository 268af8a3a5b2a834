import assert from "node:assert/strict";
import type { Run } from "../provider/services/serveravatar/api";
import { stateOf } from "../provider/services/serveravatar/runs";
import { shopBackup } from "./example-shop";
import type { HostError } from "./host/host-error";
import { useHost } from "./host/use-host";

const WORDS: Record<string, string> = {
  ...{ Completed: "ready", completed: "ready", Failed: "failed", FAILED: "failed" },
  ...{ "In Progress": "pending", Running: "pending", Queued: "pending", "Uploading to storage": "pending" },
  ...{ "Completed with errors": "unknown", "Partially failed": "unknown", "Failed (will be retried)": "unknown" },
  ...{ Cancelled: "unknown", Aborted: "unknown", "Not failed": "unknown", Errorless: "unknown", "": "unknown" },
};

describe("ownership 9: a status word of ServerAvatar that no page has is unknown", () => {
  const { host, control } = useHost({ settings: { buildSeconds: 0 } });

  for (const [word, state] of Object.entries(WORDS)) {
    it(`"${word}" is ${state}`, () => assert.equal(stateOf({ status: word } as Run), state));
  }

  for (const onDelete of ["keep", "delete"]) {
    it(`a run that "Completed with errors" is kept and told, with onDelete "${onDelete}"`, async () => {
      const kind = "serveravatar:Backup";
      await control("POST", "/settings", {
        serveravatar: { failedWord: "Completed with errors", failNext: { run: 1 } },
      });
      const args = { ...shopBackup, onDelete, triggers: [onDelete] };
      const { inputs } = await host().check(kind, args);
      const error = await host()
        .create(kind, inputs)
        .catch((refused: HostError) => refused);
      const { id, properties } = (error as HostError).unfinished!;
      assert.equal(properties.state, "unknown");
      await host().delete(kind, id, properties);
      const { runs } = ((await control("GET", "/state")) as { serveravatar: { runs: { id: number }[] } }).serveravatar;
      assert.ok(runs.some((run) => `${run.id}` === id));
      const told = host().logs.at(-1)!.message;
      assert.match(told, new RegExp(`backup ${id} is Completed with errors, and is kept, a status that no page`));
      assert.deepEqual((await host().diff(kind, id, properties, inputs)).replaces, []);
    });
  }
});
