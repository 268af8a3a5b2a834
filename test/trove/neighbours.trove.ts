import assert from "node:assert/strict";
import type { Declaration } from "../with/programs/declaration";
import type { Program } from "../with/programs/program";
import { instances } from "./real-trove";
import { itOnTrove, wide } from "./use-trove";

const [one, other, third] = instances.active;

const backup = (name: string, args: object): Declaration => ({ kind: "trove:Backup", name, args });

wide("trove.Backup beside others", () => {
  const stackIds = async (stack: Program) => Object.values(await stack.state()).map(({ id }) => id);

  itOnTrove(
    "leaves alone what another resource or stack made of the same instance, with the same name",
    async ({ program, ids }) => {
      const declared = (more: object) => [
        backup("written", { instance: one, name: "nightly", ...more }),
        backup("again", { instance: one, name: "nightly", ...more }),
        backup("generated", { instance: one, ...more }),
      ];
      const [first, second] = [await program({ name: "first" }), await program({ name: "second" })];
      await first.declare(declared({ onDelete: "delete" }));
      await second.declare(declared({}));
      assert.equal((await first.up()).code, 0);
      assert.equal((await second.up()).code, 0);
      const [theirs, others] = [await stackIds(first), await stackIds(second)];
      assert.equal(new Set([...theirs, ...others]).size, 6);
      assert.deepEqual(await ids(), [...theirs, ...others].sort());
      const destroyed = await first.destroy();
      assert.equal(destroyed.code, 0, destroyed.text);
      assert.deepEqual(await ids(), others.sort());
      const refreshed = await second.refresh();
      assert.deepEqual([refreshed.code, refreshed.changes], [0, { unchanged: 4 }], refreshed.text);
    },
  );

  itOnTrove(
    "--replace and a taint lose nothing: one with a name of ours is kept, one with a written name made anew",
    async ({ program, ids }) => {
      const stack = await program();
      await stack.declare([
        backup("generated", { instance: one }),
        backup("written", { instance: other, name: "nightly" }),
        backup("deleting", { instance: third, onDelete: "delete" }),
      ]);
      assert.equal((await stack.up()).code, 0);
      // Without a run that shows what is stored, a written name might be that of an interrupted run.
      assert.equal((await stack.up()).code, 0);
      const first = await stack.state();
      const urns = Object.values(first).map(({ urn }) => urn);
      const replaced = await stack.up(...urns.flatMap((urn) => ["--replace", urn]));
      assert.deepEqual([replaced.code, replaced.changes], [0, { replaced: 3, unchanged: 1 }], replaced.text);
      const second = await stack.state();

      const taint = await stack.run(["state", "taint", ...urns, "--yes"]);
      assert.equal(taint.code, 0, taint.text);
      const tainted = await stack.up();
      assert.deepEqual([tainted.code, tainted.changes], [0, { replaced: 3, unchanged: 1 }], tainted.text);
      const last = await stack.state();
      const idsOf = (name: string) => [first, second, last].map((state) => state[name]!.id);
      for (const name of ["generated", "deleting"]) {
        const [id] = idsOf(name);
        assert.deepEqual(idsOf(name), [id, id, id]);
        for (const { text } of [replaced, tainted]) {
          assert.match(
            text,
            new RegExp(
              `${id} belongs to its replacement in this same run, and is kept. For a new one, change triggers`,
            ),
          );
        }
      }
      assert.equal(new Set(idsOf("written")).size, 3);
      assert.deepEqual(await ids(), [first.generated!.id, first.deleting!.id, ...idsOf("written")].sort());
    },
  );

  itOnTrove(
    "adopts one that matches, refuses one that does not, and never replaces it unasked",
    async ({ program, ids, made }) => {
      const adopt = await made({ name: "by-hand", instance: one });
      const stack = await program();
      await stack.declare([
        backup("mismatch", { instance: other, name: "by-hand", adopt }),
        backup("missing", { instance: one, adopt: "00000000-0000-4000-8000-000000000000" }),
      ]);
      const refused = await stack.up("--continue-on-error");
      assert.notEqual(refused.code, 0);
      assert.match(refused.text, new RegExp(`adopt: backup ${adopt} does not match.*instance \\(there: ${one}\\)`));
      assert.match(refused.text, /adopt: Trove has no backup 00000000-0000-4000-8000-000000000000/);

      const adopted = (more: object) => stack.declare([backup("adopted", { instance: one, name: "by-hand", ...more })]);
      await adopted({ adopt });
      const taken = await stack.up();
      assert.equal(taken.code, 0, taken.text);
      assert.equal((await stack.state()).adopted!.id, adopt);
      await adopted({ adopt, description: "changed" });
      const edit = await stack.up();
      assert.notEqual(edit.code, 0);
      assert.match(edit.text, new RegExp(`adopt: names "${adopt}", which is in state and would be replaced`));
      await adopted({});
      const removed = await stack.up();
      assert.deepEqual([removed.code, removed.changes], [0, { unchanged: 2 }], removed.text);
      assert.equal((await stack.destroy()).code, 0);
      assert.deepEqual(await ids(), [adopt]);
    },
  );
});
