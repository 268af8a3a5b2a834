import assert from "node:assert/strict";
import type { Run } from "../../../../provider/services/serveravatar/api";
import { stateOf } from "../../../../provider/services/serveravatar/runs/runs";
import { shopBackup } from "../../../kinds/example-shop";
import type { HostError } from "../../../with/host/host-error";
import { useTwoRuns } from "../../../with/host/use-two-runs";

const WORDS: Record<string, string> = {
  ...{ Completed: "ready", completed: "ready", Failed: "failed", FAILED: "failed" },
  ...{ "In Progress": "pending", Running: "pending", Queued: "pending", "Uploading to storage": "pending" },
  ...{ "Completed with errors": "unknown", "Partially failed": "unknown", "Failed (will be retried)": "unknown" },
  ...{ Cancelled: "unknown", Aborted: "unknown", "Not failed": "unknown", Errorless: "unknown", "": "unknown" },
};

describe("ownership 9: a status word of ServerAvatar that no page has is unknown", () => {
  const word = "Completed with errors";
  const { first, second, state } = useTwoRuns({
    buildSeconds: 0,
    serveravatar: { failedWord: word, failNext: { run: 9 } },
  });

  for (const [status, known] of Object.entries(WORDS)) {
    it(`"${status}" is ${known}`, () => assert.equal(stateOf({ status } as Run), known));
  }

  for (const onDelete of ["keep", "delete"]) {
    it(`a run that "${word}" is kept and told, with onDelete "${onDelete}"`, async () => {
      const kind = "serveravatar:Backup";
      const { inputs } = await first().check(kind, { ...shopBackup, onDelete });
      const error = await first()
        .create(kind, inputs)
        .catch((refused: HostError) => refused);
      const { id, properties } = (error as HostError).unfinished!;
      assert.equal(properties.state, "unknown");
      assert.deepEqual((await first().diff(kind, id, properties, inputs)).replaces, []);
      await second().delete(kind, id, properties);
      const { runs } = (await state<{ serveravatar: { runs: { id: number }[] } }>()).serveravatar;
      assert.ok(runs.some((run) => `${run.id}` === id));
      assert.match(
        second().logs.at(-1)!.message,
        new RegExp(`backup ${id} is ${word}, and is kept, a status that no page`),
      );
    });
  }
});
