import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const OWNER = "dev::shop::::nightly";

/** The module as a new process has it, with its folder in `home`. */
function fresh(home: string): typeof import("../../../../provider/core/ledger/notes") {
  process.env.PULUMI_HOME = home;
  const path = require.resolve("../../../../provider/core/ledger/notes");
  delete require.cache[path];
  return require(path);
}

describe("core: Note", () => {
  let home: string;
  const before = process.env.PULUMI_HOME;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "notes-"));
  });
  afterEach(() => {
    rmSync(home, { recursive: true });
    if (before === undefined) delete process.env.PULUMI_HOME;
    else process.env.PULUMI_HOME = before;
  });

  it("tells the next process what was there before", () => {
    const { Note } = fresh(home);
    assert.equal(new Note(OWNER).earlier(), undefined);
    new Note(OWNER).write(["17", "18"]);
    const earlier = new (fresh(home).Note)(OWNER).earlier();
    assert.deepEqual([earlier?.wasThere("17"), earlier?.wasThere("19")], [true, false]);
    assert.equal(new (fresh(home).Note)("dev::shop::::other").earlier(), undefined);
  });

  it("holds for a day: an older one tells when that was, and keeps nothing open", () => {
    new (fresh(home).Note)(OWNER).write(["17"]);
    const folder = join(home, "backup-plans");
    const twoDaysAgo = Date.now() / 1000 - 2 * 86_400;
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), twoDaysAgo, twoDaysAgo);
    const { Note } = fresh(home);
    const note = new Note(OWNER);
    assert.deepEqual(
      [note.earlier(), note.expired, note.settle("17"), note.expired],
      [undefined, new Date(twoDaysAgo * 1000), "settled", undefined],
    );
  });

  it("tells the next process whether it asked for something else, where that is noted", () => {
    new (fresh(home).Note)(OWNER).write(["17"], { name: "a", triggers: ["v1"], onDelete: "keep" });
    const earlier = new (fresh(home).Note)(OWNER).earlier();
    const changes = [{ triggers: ["v1"], name: "a" }, { name: "a" }, { name: "b", triggers: ["v1"] }];
    assert.deepEqual(
      changes.map((args) => earlier?.askedElse(args)),
      [false, true, true],
    );
    new (fresh(home).Note)(OWNER).write(["17"]);
    assert.equal(new (fresh(home).Note)(OWNER).earlier()?.askedElse({ name: "b" }), false);
  });

  it("holds nothing that can be read", () => {
    new (fresh(home).Note)(OWNER).write(["17"]);
    const folder = join(home, "backup-plans");
    const all = readdirSync(folder).map((name) => name + readFileSync(join(folder, name), "utf8"));
    assert.equal(all.length, 1);
    assert.doesNotMatch(all.join(), /nightly|shop|"17"/);
  });

  it("is settled when the state knows what was not there before, and stays open for what is replaced", () => {
    new (fresh(home).Note)(OWNER).write(["17"]);
    const { Note } = fresh(home);
    assert.equal(new Note(OWNER).settle("17"), "open");
    assert.equal(new Note(OWNER).settle("18"), "settled");
    assert.equal(new (fresh(home).Note)(OWNER).earlier(), undefined);
    new (fresh(home).Note)(OWNER).write(["17"]);
    assert.equal(new (fresh(home).Note)(OWNER).settle(undefined), "settled");
    assert.deepEqual(readdirSync(join(home, "backup-plans")), []);
  });

  it("of this process tells it nothing: how its own asking ended it knows", () => {
    const { Note } = fresh(home);
    new Note(OWNER).write(["17"]);
    assert.equal(new Note(OWNER).earlier(), undefined);
    assert.equal(new Note(OWNER).settle("17"), "settled");
  });

  it("does without a folder that cannot be written", () => {
    const file = join(home, "no-folder");
    writeFileSync(file, "");
    const { Note } = fresh(file);
    new Note(OWNER).write(["17"]);
    assert.equal(new Note(OWNER).earlier(), undefined);
    assert.equal(new Note(OWNER).settle("17"), "settled");
  });
});
