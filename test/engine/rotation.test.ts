import assert from "node:assert/strict";
import { shopBackup } from "../kinds/example-shop";
import { instances } from "../kinds/instances";
import type { Declaration } from "../with/programs/declaration";
import { useStage } from "../with/stage";

const KEEP = { keepLast: 2, onDelete: "delete" };

/** The four kinds of recovery points, and an incremental one on the first. */
function program(release: string): Declaration[] {
  const [instance] = instances.trove;
  const more = { ...KEEP, triggers: [release] };
  return [
    { kind: "trove:Backup", name: "full", args: { instance, ...more } },
    { kind: "trove:Backup", name: "incremental", args: { instance, parentId: { idOf: "full" }, ...KEEP } },
    { kind: "dds:Backup", name: "dds", args: { instanceId: instances.dds[0], ...more } },
    {
      kind: "geminidb:Backup",
      name: "geminidb",
      args: { instanceId: instances.geminidb[0], description: "", ...more },
    },
    { kind: "serveravatar:Backup", name: "shop", args: { ...shopBackup, ...more } },
  ];
}

describe("consent 8: a rotation of all four kinds in one program, on a real engine", () => {
  const stage = useStage({ settings: { buildSeconds: 0 } });

  const idsOf = async () => {
    const state = await stage().program.state();
    const names = program("").map(({ name }) => name);
    return Object.fromEntries(names.map((name) => [name, `${state[name]?.id}`]));
  };

  it("keeps the last two of each, without a consent, and all go with the stack", async () => {
    const releases: Record<string, string>[] = [];
    for (const release of ["v1", "v2", "v3"]) {
      await stage().program.declare(program(release));
      if (release === "v2") {
        const { text } = await stage().program.preview("--diff");
        assert.match(text, /~ triggers/);
        assert.doesNotMatch(text, /__/, "consent 15");
      }
      const run = await stage().program.up();
      assert.equal(run.code, 0, run.text);
      releases.push(await idsOf());
    }
    const state = await stage().program.state();
    for (const name of Object.keys(releases[0]!)) {
      const listed = (state[name]!.outputs.generations as { id: string }[]).map(({ id }) => id);
      assert.deepEqual(listed, [releases[2]![name], releases[1]![name]], name);
    }
    const text = JSON.stringify(await stage().control("GET", "/state"));
    for (const [name, id] of Object.entries(releases[0]!)) {
      const is = (value: string) => text.includes(`"id":"${value}"`) || text.includes(`"id":${value},`);
      assert.deepEqual([is(id), is(releases[1]![name]!)], [false, true], name);
    }
    const destroyed = await stage().program.destroy();
    assert.equal(destroyed.code, 0, destroyed.text);
    const left = JSON.stringify(await stage().control("GET", "/state"));
    for (const ids of releases)
      for (const [name, id] of Object.entries(ids))
        assert.ok(!left.includes(`"id":"${id}"`) && !left.includes(`"id":${id},`), `${name} ${id} is left`);
  });
});
