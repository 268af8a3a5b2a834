import assert from "node:assert/strict";
import { isSupported, type Kind } from "../kinds/kind";
import type { Host } from "../with/host/host";
import { useRuns } from "../with/host/use-runs";
import { changed, checked, created, named, type Stored } from "./stored";

/** The calls of the engine, one after the other; each run of it has a process of its own. */
export function lifeThroughHost(kinds: readonly Kind[]): void {
  const { outside, run } = useRuns({ form: "plugin" });
  const live = new Map<Kind, Stored>();
  const argsOf = (kind: Kind) => named(kind, "life", kind.valid);

  run(
    ({ kind }) => `${kind}: check and create`,
    kinds,
    async (host, kind) => {
      const stored = await created(host, kind, argsOf(kind));
      assert.equal(stored.outputs.state, kind.state);
      live.set(kind, stored);
    },
  );

  run(
    ({ kind }) => `${kind}: diff, and update or replace by each argument, one on top of the other`,
    kinds,
    async (host, kind) => {
      let stored = live.get(kind)!;
      let args = argsOf(kind);
      const unchanged = await checked(host, kind, args, stored.inputs);
      assert.equal((await host.diff(kind.kind, stored.id, stored.outputs, unchanged)).changes, "none");
      for (const { argument, to, effect } of kind.turns) {
        args = { ...args, ...to };
        const old = stored.id;
        stored = await changed(host, kind, stored, args);
        assert.equal(stored.id === old, effect === "update", argument);
        assert.ok(stored.id in (await kind.stands(outside())), argument);
      }
      live.set(kind, stored);
    },
  );

  const read = (host: Host, kind: Kind) => host.read(kind.kind, live.get(kind)!.id, live.get(kind)!.outputs);
  run(
    ({ kind }) => `${kind}: read without drift, and delete, which keeps all`,
    kinds,
    async (host, kind) => {
      const { id, inputs, outputs } = live.get(kind)!;
      const shown = await read(host, kind);
      assert.deepEqual([shown.id, shown.inputs], [id, inputs]);
      const before = await kind.stands(outside());
      await host.delete(kind.kind, id, outputs);
      assert.deepEqual(await kind.stands(outside()), before);
      if (isSupported(kind.remove)) await kind.remove(outside(), id);
    },
  );

  run(
    ({ kind }) => `${kind}: read of what was deleted outside, as far as the vendor tells`,
    kinds,
    async (host, kind) => {
      assert.equal((await read(host, kind)).id, isSupported(kind.remove) ? "" : live.get(kind)!.id);
    },
  );
}
