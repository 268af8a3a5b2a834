import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { declared, declaredIn } from "../stored-state/declared";
import { exported, made } from "../stored-state/made";
import { moved } from "../stored-state/moved";
import { ROOT } from "../with/root";
import type { Stage } from "../with/stage";

const states = join(ROOT, "test", "states");
const { version } = require("../../package.json") as { version: string };

/** Each file is what `pulumi stack export` told when that version was current; once released it never changes. */
describe("the states that released versions stored", () => {
  it("are there, that of the current version too", () => {
    assert.ok(readdirSync(states).includes(`${version}.json`), `npm run state writes test/states/${version}.json`);
  });

  for (const file of readdirSync(states)) {
    const wrote = file.replace(".json", "");
    describe(`that of ${wrote}, on a real engine`, () => {
      let stage: Stage;
      before(async () => {
        stage = await made();
        const stored = JSON.parse(await readFile(join(states, file), "utf8"));
        await restore(stage, JSON.stringify(moved(stored, await exported(stage))));
        await stage.program.declare(declaredIn(wrote));
        await stage.control("DELETE", "/requests");
      });
      after(() => stage?.close());

      it("shows no change, and asks for nothing", async () => {
        const { code, text, changes } = await stage.program.preview("--diff");
        assert.equal(code, 0, text);
        assert.deepEqual(changes, { unchanged: declared.length + 2 }, text);
        assert.deepEqual(await stage.requests(), []);
      });

      it("is refreshed by the ids that it holds, and nothing is lost", async () => {
        const { code, text } = await stage.program.refresh();
        assert.equal(code, 0, text);
        assert.deepEqual(Object.keys(await stage.program.state()).sort(), declared.map(({ name }) => name).sort());
        assert.deepEqual(await stage.writes(), []);
        assert.deepEqual((await stage.program.preview()).changes, { unchanged: declared.length + 2 });
      });

      it("is deleted by what it holds", async () => {
        const state = await stage.program.state();
        const { code, text } = await stage.program.destroy();
        assert.equal(code, 0, text);
        assert.match(text, /the plan \(its id is not known\) keeps running/);
        const deleted = (await stage.writes()).filter(({ method }) => method === "DELETE").map(({ path }) => path);
        const ids = ["nightly", "full", "incremental", "documents"].map((name) => `${state[name]!.id}`);
        assert.deepEqual(deleted.map((path) => path.slice(path.lastIndexOf("/") + 1)).sort(), ids.sort());
      });
    });
  }
});

async function restore({ program }: Stage, state: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "stored-state-"));
  try {
    const file = join(folder, "state.json");
    await writeFile(file, state);
    const { code, text } = await program.run(["stack", "import", "--file", file]);
    assert.equal(code, 0, text);
  } finally {
    await rm(folder, { recursive: true });
  }
}
