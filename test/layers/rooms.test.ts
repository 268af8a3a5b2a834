import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { filesIn, importsOf } from "./imports";

/** The rooms of the provider, each above those that it may import. */
const ROOMS = [
  "plan",
  "core/ground",
  "core/run",
  "core/lists",
  "core/configuration",
  "core/kind",
  "core/doubt",
  "core/http",
  "core/ledger",
  "core/arguments",
  "core/recovery-points",
  "core/online",
  "program",
  "services",
  "host",
  "plugin",
  "review",
  "policy",
  "cli",
];

/** The entries, and no room: what a program imports, of either form, what the engine calls, and what both forms of that share. */
const ENTRIES = ["provider/index.ts", "provider/plugin-classes.ts", "provider/engine.ts", "provider/process.ts"];

const MOST_FILES = 15;

/** Files that keep what a pure function gave, which is the same for every run. */
const CACHES = ["provider/core/arguments/inputs.ts", "provider/core/ledger/memory.ts", "provider/plan/retention.ts"];

/** What a module would remember, whichever run it serves. */
const REMEMBERS = /^(export )?(let |const \w+.* = new (Map|Set|WeakMap)(<.*>)?\(\))/m;

const files = filesIn("provider").filter((file) => !ENTRIES.includes(file));
const imports = files.flatMap(importsOf);

describe("rooms", () => {
  it("hold every file of the provider", () => {
    assert.deepEqual(
      files.filter((file) => levelOf(file) < 0),
      [],
    );
  });

  it("import only rooms below them", () => {
    const upward = imports.filter(({ from, to }) => to.startsWith("provider/") && levelOf(to) > levelOf(from));
    assert.deepEqual(
      upward.map(({ from, to }) => `${from} imports ${to}`),
      [],
    );
  });

  it("hold no file that loads itself by what it loads", () => {
    const loads = (file: string) => imports.filter(({ from, value, lazy }) => from === file && value && !lazy);
    const inCircle = files.filter((file) => {
      const reached = new Set(loads(file).map(({ to }) => to));
      for (const each of reached) for (const { to } of loads(each)) reached.add(to);
      return reached.has(file);
    });
    assert.deepEqual(inCircle, []);
  });

  it("remember nothing outside the Run but what pure functions gave", () => {
    const remembering = filesIn("provider").filter((file) => REMEMBERS.test(readFileSync(file, "utf8")));
    assert.deepEqual(
      remembering.filter((file) => !file.startsWith("provider/core/run/")),
      CACHES,
    );
  });

  for (const tree of ["provider", "test"]) {
    it(`of ${tree} have at most ${MOST_FILES} files in a folder`, () => {
      const folders = filesIn(tree).map(dirname);
      const inside = (folder: string) => folders.filter((each) => each === folder).length;
      assert.deepEqual(
        [...new Set(folders)].filter((folder) => inside(folder) > MOST_FILES),
        [],
      );
    });
  }
});

function levelOf(file: string): number {
  return ROOMS.findIndex((room) => file.startsWith(`provider/${room}/`));
}
