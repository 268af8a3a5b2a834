import assert from "node:assert/strict";
import { slugOf } from "../kinds/kind";
import { inOneStack as kinds } from "../kinds/kinds";
import { useStage } from "../with/stage";

describe("online checks, on a real engine", () => {
  const stage = useStage({ config: { "backup-plans:online": true } });

  it("a preview of what is in order passes, and writes nothing", async () => {
    await stage().program.declare(kinds.map((kind) => ({ kind: kind.kind, name: slugOf(kind), args: kind.valid })));
    const run = await stage().program.preview();
    assert.equal(run.code, 0, run.text);
    assert.doesNotMatch(run.text, /warning: /);
    const asked = new Set((await stage().requests()).map(({ service }) => service));
    assert.deepEqual([...asked].sort(), [...new Set([...kinds.map(({ service }) => service), "identity"])].sort());
    assert.deepEqual(await stage().writes(), []);
  });
});
