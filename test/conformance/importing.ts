import assert from "node:assert/strict";
import { services } from "../../provider/services/services";
import type { Kind } from "../kinds/kind";
import { useHost } from "../with/host/use-host";

/** What exists becomes a resource by its id alone, and its arguments, written down, are no change. */
export function importing(kinds: readonly Kind[]): void {
  const { host, outside } = useHost({ form: "plugin" });

  for (const kind of kinds) {
    const isAble = services.definitionOf(kind.kind)!.imported !== undefined;

    if (!isAble) {
      it(`${kind.kind}: refused, with the argument that takes it over`, async () => {
        await outside().control("DELETE", "/requests");
        await assert.rejects(host().read(kind.kind, "21", {}), /cannot be imported, .* with adopt: "21"/);
        assert.deepEqual(await outside().requests(), []);
      });
      continue;
    }

    it(`${kind.kind}: with its arguments, which are no change`, async () => {
      const { inputs: made } = await host().check(kind.kind, kind.valid);
      const { id } = await host().create(kind.kind, made);
      const before = await outside().writes();
      const { inputs, properties, id: found } = await host().read(kind.kind, id, {});
      const named = await host().read(kind.kind, id, { onDelete: "keep", allow: {} });
      assert.deepEqual([named.inputs, named.properties.origin], [inputs, "adopted"]);
      assert.deepEqual([found, properties.origin], [id, "adopted"]);
      const checked = await host().check(kind.kind, inputs, inputs);
      assert.deepEqual(checked, { inputs: { ...inputs, summary: properties.summary }, failures: [] });
      assert.equal((await host().diff(kind.kind, id, properties, checked.inputs)).changes, "none");
      assert.deepEqual(await outside().writes(), before);
    });

    it(`${kind.kind}: what does not exist is nothing, and an id is never a path`, async () => {
      const missing = ["trove", "rackspace"].includes(kind.service)
        ? "00000000-0000-4000-8000-000000000000"
        : "0".repeat(32);
      assert.equal((await host().read(kind.kind, missing, {})).id, "");
      await outside().control("DELETE", "/requests");
      await assert.rejects(
        host().read(kind.kind, "../instances", {}),
        /^Error: import: the id must be .*given "\.\.\//,
      );
      assert.deepEqual(await outside().requests(), []);
    });
  }
}
