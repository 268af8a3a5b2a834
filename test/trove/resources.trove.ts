import assert from "node:assert/strict";
import { instances } from "./real-trove";
import { backup, itOnEachTrove, itOnTrove, type Row } from "./use-trove";

const [one, other, third] = instances.active;

/** Each with the one argument that changes, before and after. */
const changes: Record<string, [before: object, after: object]> = {
  name: [{ name: "before" }, { name: "after" }],
  description: [{ description: "before" }, { description: "after" }],
  incremental: [{}, { incremental: true }],
  instance: [{}, { instance: other }],
  swiftContainer: [{}, { swiftContainer: "elsewhere" }],
  storageDriver: [{}, { storageDriver: "swift" }],
  triggers: [{ triggers: [1] }, { triggers: [2] }],
  parentId: [
    { instance: third, parentId: { idOf: "full" } },
    { instance: third, parentId: { idOf: "addition" } },
  ],
};

const chain = [
  backup("full", { instance: third }),
  backup("addition", { instance: third, parentId: { idOf: "full" } }),
];

const changing = (index: 0 | 1) => [
  ...chain,
  ...Object.entries(changes).map(([argument, args]) => backup(argument, { instance: one, ...args[index] })),
];

/** Whether each backup of an instance began when the one before it had ended. */
function assertOneAfterTheOther(rows: readonly Row[]): void {
  for (const instance of instances.active) {
    const inTime = rows
      .filter((row) => row.instance_id === instance)
      .sort((a, b) => `${a.created} ${a.updated}`.localeCompare(`${b.created} ${b.updated}`));
    for (const [index, row] of inTime.slice(1).entries()) {
      assert.ok(row.created >= inTime[index]!.updated, JSON.stringify(inTime));
    }
  }
}

describe(`trove.Backup`, () => {
  itOnTrove(
    "is made one after the other, stays, and is made anew by each argument's change; all are kept",
    async ({ program, rows, trove }) => {
      await trove.control({ done_after: 0.8 });
      const stack = await program();
      await stack.declare(changing(0));
      const first = await stack.up();
      assert.deepEqual([first.code, first.changes], [0, { created: 11 }], first.text);
      const before = await stack.state();
      const made = await rows();
      assert.deepEqual(made.map(({ id }) => id).sort(), idsOf(before));
      assert.ok(made.every(({ status }) => status === "COMPLETED"));
      assert.equal(made.filter(({ instance_id }) => instance_id === one).length, 7);
      assertOneAfterTheOther(made);
      assert.equal(made.find(({ id }) => id === before.addition!.id)?.parent_id, before.full!.id);

      const again = await stack.up();
      assert.deepEqual([again.code, again.changes], [0, { unchanged: 11 }], again.text);
      assert.equal((await rows()).length, 10);

      await stack.declare(changing(1));
      const changed = await stack.up();
      assert.deepEqual([changed.code, changed.changes], [0, { replaced: 8, unchanged: 3 }], changed.text);
      const after = await stack.state();
      const all = await rows();
      assert.equal(all.length, 18);
      assertOneAfterTheOther(all);
      const rowOf = (id: string) => all.find((row) => row.id === id)!;
      for (const argument of Object.keys(changes)) {
        const [old, now] = [before[argument]!.id, after[argument]!.id];
        assert.notEqual(now, old, argument);
        assert.ok(rowOf(now).created >= rowOf(old).updated, `${argument}: a newer recovery point`);
        assert.match(after[argument]!.outputs.summary, /delete keeps it$/);
      }
      assert.equal(rowOf(after.parentId!.id).parent_id, before.addition!.id);
      assert.notEqual(rowOf(after.incremental!.id).parent_id, null);
      assert.match(`${rowOf(after.swiftContainer!.id).locationRef}`, /\/elsewhere\//);

      const destroyed = await stack.destroy();
      assert.equal(destroyed.code, 0, destroyed.text);
      assert.deepEqual((await rows()).map(({ id }) => id).sort(), all.map(({ id }) => id).sort());
    },
  );

  itOnEachTrove(
    "is deleted only as agreed to, and takes its descendants along only as agreed to",
    async ({ program, rows }) => {
      const stack = await program();
      const single = (more: object) => backup("single", { instance: one, onDelete: "delete", ...more });
      const parent = (more: object) => backup("parent", { instance: other, onDelete: "delete", ...more });
      const child = backup("child", { instance: other, parentId: { idOf: "parent" } });
      await stack.declare([single({ triggers: [1] }), parent({}), child]);
      assert.equal((await stack.up()).code, 0);
      const before = await stack.state();
      assert.match(before.single!.outputs.summary, /delete removes it$/);

      await stack.declare([single({ triggers: [2] }), parent({}), child]);
      const refused = await stack.preview();
      assert.notEqual(refused.code, 0);
      const line = `allow: { "replace-recovery-point": "${before.single!.id}" }`;
      assert.ok(refused.text.includes(line), refused.text);
      assert.equal((await rows()).length, 3);

      const allow = { "replace-recovery-point": before.single!.id };
      await stack.declare([single({ triggers: [2], allow }), parent({}), child]);
      const replaced = await stack.up();
      assert.deepEqual([replaced.code, replaced.changes.replaced], [0, 1], replaced.text);
      const after = await stack.state();
      assert.deepEqual((await rows()).map(({ id }) => id).sort(), idsOf(after));
      assert.notEqual(after.single!.id, before.single!.id);

      const stopped = await stack.destroy();
      assert.notEqual(stopped.code, 0);
      const consent = `allow: { "delete-descendants": "${before.parent!.id}" }`;
      assert.ok(stopped.text.includes(consent) && stopped.text.includes(before.child!.id), stopped.text);
      assert.deepEqual((await rows()).map(({ id }) => id).sort(), [before.parent!.id, before.child!.id].sort());

      await stack.declare([parent({ allow: { "delete-descendants": before.parent!.id } })]);
      assert.equal((await stack.up()).code, 0);
      const destroyed = await stack.destroy();
      assert.equal(destroyed.code, 0, destroyed.text);
      assert.deepEqual(await rows(), []);
    },
  );
});

function idsOf(state: Record<string, { id: string }>): string[] {
  return Object.values(state)
    .map(({ id }) => id)
    .sort();
}
