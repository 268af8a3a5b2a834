import assert from "node:assert/strict";
import { after, before } from "mocha";
import type { Args } from "../kinds/case";
import { slugOf } from "../kinds/kind";
import { inOneStack as kinds } from "../kinds/kinds";
import { assertSays } from "../with/journeys/assert-outcome";
import type { Declaration } from "../with/programs/declaration";
import { Stage } from "../with/stage";

const declared = (changes: Record<string, Args> = {}): Declaration[] =>
  kinds.map((kind) => ({ kind: kind.kind, name: slugOf(kind), args: { ...kind.valid, ...changes[kind.kind] } }));

describe("online checks, on a real engine", () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({}, { "backup-plans:online": true });
  });
  after(() => stage?.close());

  it("a preview of what is in order passes, and writes nothing", async () => {
    await stage.program.declare(declared());
    const run = await stage.program.preview();
    assert.equal(run.code, 0, run.text);
    assert.doesNotMatch(run.text, /warning: /);
    const asked = new Set((await stage.requests()).map(({ service }) => service));
    assert.deepEqual([...asked].sort(), [...new Set([...kinds.map(({ service }) => service), "identity"])].sort());
    assert.deepEqual(await stage.writes(), []);
  });

  it("a preview that could only fail is refused", async () => {
    await stage.program.declare(declared({ "serveravatar:BackupPlan": { databaseId: 5223 } }));
    const run = await stage.program.preview();
    assert.notEqual(run.code, 0);
    assertSays(run.text, "databaseId: is no database of server 15; given 5223");
    assert.deepEqual(await stage.writes(), []);
  });

  it("up goes as without it", async () => {
    await stage.program.declare(declared());
    const up = await stage.program.up();
    assert.deepEqual([up.code, up.changes], [0, { created: kinds.length + 1 }], up.text);
  });

  it("an endpoint that is dead does not fail a preview, and is told once", async () => {
    const dead = { "dds:endpoint": "http://127.0.0.1:1", "serveravatar:endpoint": "http://127.0.0.1:1" };
    await stage.program.declare(declared(), dead);
    const began = Date.now();
    const run = await stage.program.preview();
    assert.equal(run.code, 0, run.text);
    assertSays(
      run.text,
      "online check undecided: DDS: GET",
      "DDS is not asked again",
      "ServerAvatar is not asked again",
    );
    const diagnostics = run.text.slice(run.text.indexOf("Diagnostics:"));
    assert.equal(diagnostics.match(/online check undecided/g)?.length, 2, run.text);
    assert.ok(Date.now() - began < 60_000);
  });
});
