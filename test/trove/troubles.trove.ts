import assert from "node:assert/strict";
import { instances } from "./real-trove";
import { backup, itOnEachTrove, itOnTrove, wide } from "./use-trove";

const [one, other, third] = instances.active;

const soon = { customTimeouts: { create: "6s" } };

wide(`trove.Backup in trouble`, () => {
  itOnTrove(
    "that was deleted outside is dropped by refresh, with what was built on it, and made again by up",
    async ({ program, statuses, remove }) => {
      const stack = await program();
      const chain = [
        backup("full", { instance: one }),
        backup("addition", { instance: one, parentId: { idOf: "full" } }),
      ];
      await stack.declare([...chain, backup("single", { instance: other })]);
      assert.equal((await stack.up()).code, 0);
      const before = await stack.state();
      await remove(before.full!.id);
      assert.deepEqual(Object.keys(await statuses()), [before.single!.id]);
      const refreshed = await stack.refresh();
      assert.deepEqual([refreshed.code, refreshed.changes.deleted], [0, 2], refreshed.text);
      assert.deepEqual(Object.keys(await stack.state()), ["single"]);
      const again = await stack.up();
      assert.deepEqual([again.code, again.changes], [0, { created: 2, unchanged: 2 }], again.text);
      const after = await stack.state();
      assert.equal(after.single!.id, before.single!.id);
      assert.deepEqual(
        Object.keys(await statuses()).sort(),
        Object.values(after)
          .map(({ id }) => id)
          .sort(),
      );
    },
  );

  itOnTrove(
    "that FAILED is unfinished in state, made anew by the next up, and removed by destroy",
    async ({ program, rows, trove, statuses }) => {
      const stack = await program();
      await stack.declare([backup("nightly", { instance: one })]);
      await trove.control({ outcome: "FAILED" });
      const failed = await stack.up();
      assert.notEqual(failed.code, 0);
      const before = (await stack.state()).nightly!;
      assert.match(failed.text, new RegExp(`Trove says FAILED of backup ${before.id}: there is no recovery point`));
      assert.deepEqual([before.outputs.state, before.outputs.vendorStatus], ["failed", "FAILED"]);
      assert.deepEqual(await statuses(), { [before.id]: "FAILED" });

      await trove.control();
      const again = await stack.up();
      assert.equal(again.code, 0, again.text);
      const after = (await stack.state()).nightly!;
      assert.deepEqual([after.outputs.state, after.initErrors], ["ready", undefined]);
      assert.deepEqual(await statuses(), { [after.id]: "COMPLETED" });

      await trove.control({ outcome: "FAILED" });
      await stack.declare([backup("nightly", { instance: one }), backup("second", { instance: other })]);
      assert.notEqual((await stack.up()).code, 0);
      assert.equal((await rows()).length, 2);
      const destroyed = await stack.destroy();
      assert.equal(destroyed.code, 0, destroyed.text);
      assert.deepEqual(await statuses(), { [after.id]: "COMPLETED" });
    },
  );

  itOnEachTrove(
    "that still runs is waited for by up and by destroy, which keeps or deletes it as declared",
    async ({ program, trove, statuses }) => {
      const stack = await program();
      const awaited = backup("awaited", { instance: one }, soon);
      const complete = (id: string) => trove.backupctl("set", id, "COMPLETED");
      await trove.control({ taskmanager: "off" });
      await stack.declare([awaited]);
      const early = await stack.up();
      assert.notEqual(early.code, 0);
      const { id, outputs } = (await stack.state()).awaited!;
      assert.match(early.text, new RegExp(`backup ${id} .*the next pulumi up (goes on waiting|looks again)`, "i"));
      assert.equal(outputs.state, "pending");
      await complete(id);
      const waited = await stack.up();
      assert.equal(waited.code, 0, waited.text);
      const after = (await stack.state()).awaited!;
      assert.deepEqual([after.id, after.outputs.state, after.initErrors], [id, "ready", undefined]);

      const kept = backup("kept", { instance: other }, soon);
      const deleted = backup("deleted", { instance: third, onDelete: "delete" }, soon);
      await stack.declare([awaited, kept, deleted]);
      assert.notEqual((await stack.up("--continue-on-error")).code, 0);
      const running = await stack.state();
      assert.equal(Object.values(await statuses()).filter((status) => status === "NEW").length, 2);
      let tell = () => {};
      const waits = new Promise<void>((resolve) => {
        tell = resolve;
      });
      const destroying = stack.run(["destroy", "--yes", "--skip-preview"], {
        onOutput: (text) => text.includes("waiting for its end") && tell(),
      });
      await Promise.race([waits, destroying]);
      await trove.control();
      await Promise.all([complete(running.kept!.id), complete(running.deleted!.id)]);
      const destroyed = await destroying;
      assert.equal(destroyed.code, 0, destroyed.text);
      assert.match(destroyed.text, /waiting for its end before deleting it/);
      assert.match(destroyed.text, new RegExp(`${running.kept!.id} is COMPLETED, and is kept`));
      assert.deepEqual(await statuses(), { [id]: "COMPLETED", [running.kept!.id]: "COMPLETED" });
    },
  );

  itOnTrove(
    "is refused on a parent that FAILED or is of another instance, and beyond the quota, with nothing made",
    async ({ program, trove, statuses, made }) => {
      const good = await made({ name: "good", instance: one });
      const bad = await made({ name: "bad", instance: one });
      await trove.backupctl("set", bad, "FAILED");
      await trove.backupctl("quota", "2", trove.projectId);
      const stack = await program();
      await stack.declare([
        backup("on-failed", { instance: one, parentId: bad }),
        backup("on-foreign", { instance: other, parentId: good }),
        backup("too-many", { instance: third }),
      ]);
      const began = Date.now();
      const refused = await stack.up("--continue-on-error");
      assert.notEqual(refused.code, 0);
      assert.ok(Date.now() - began < 60_000, "at once");
      assert.match(refused.text, new RegExp(`parentId: backup ${bad} is FAILED`));
      assert.match(refused.text, new RegExp(`parentId: backup ${good} is of instance ${one}, not of ${other}`));
      assert.match(refused.text, /Quota exceeded .*HTTP 413.*The project's quota of backups is used up/);
      assert.deepEqual(await statuses(), { [good]: "COMPLETED", [bad]: "FAILED" });
      assert.deepEqual(await stack.state(), {});
    },
  );
});
