import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Note, noteOf } from "../../../../provider/core/ledger/note";
import { PulumiEngine } from "../../../../provider/core/run/pulumi-engine";
import { Run } from "../../../../provider/core/run/run";

const OWNER = "dev::shop::::nightly";

/** The notes as a new process has them, with its folder in `home`. */
function fresh(home: string, engineLives = true, account?: string): (owner?: string) => Note {
  process.env.PULUMI_HOME = home;
  const engine = new PulumiEngine();
  engine.lives = async () => engineLives;
  const run = new Run(engine);
  return (owner = OWNER) => noteOf({ run, subject: owner, account });
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
    const note = fresh(home);
    assert.equal(note().earlier(), undefined);
    note().write(["17", "18"], {});
    const earlier = fresh(home)().earlier();
    assert.deepEqual([earlier?.wasThere("17"), earlier?.wasThere("19")], [true, false]);
    assert.equal(fresh(home)("dev::shop::::other").earlier(), undefined);
  });

  it("holds for a day: an older one tells when that was, and keeps nothing open", () => {
    fresh(home)().write(["17"], {});
    const folder = join(home, "backup-plans");
    const twoDaysAgo = Date.now() / 1000 - 2 * 86_400;
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), twoDaysAgo, twoDaysAgo);
    const note = fresh(home)();
    assert.deepEqual(
      [note.earlier(), note.expired, note.settle("17"), note.expired],
      [undefined, new Date(twoDaysAgo * 1000), "settled", undefined],
    );
  });

  it("tells the next process whether it asked for something else, however they are written", () => {
    fresh(home)().write(["17"], { name: "a", triggers: ["v1"], onDelete: "keep" });
    const earlier = fresh(home)().earlier();
    const changes = [{ triggers: ["v1"], name: "a" }, { name: "a" }, { name: "b", triggers: ["v1"] }];
    assert.deepEqual(
      changes.map((args) => earlier?.askedElse(args)),
      [false, true, true],
    );
  });

  it("tells the next process whether the service answered, and an engine was there to store it", async () => {
    for (const lives of [false, true]) {
      const note = fresh(home, lives)();
      note.write([], {});
      assert.equal(fresh(home)().earlier()?.isAnswered, false);
      await note.answered();
      assert.equal(fresh(home)().earlier()?.isAnswered, lives);
    }
  });

  it("of another account is no request to this one; a part is compared where both know it", () => {
    fresh(home, true, "project a, eu-de")().write(["17"], {});
    const accounts = [undefined, "project a", "PROJECT A, eu-de", "project a, eu-nl", "project b"];
    const here = accounts.map((account) => fresh(home, true, account)().earlier() !== undefined);
    assert.deepEqual(here, [true, true, true, false, false]);
    const elsewhere = accounts.map((account) => fresh(home, true, account)().elsewhere()?.account);
    assert.deepEqual(elsewhere, [undefined, undefined, undefined, "project a, eu-de", "project a, eu-de"]);
  });

  it("stays while another account is asked, and is gone with the note of that one once the state knows the thing", () => {
    fresh(home, true, "project a")().write(["17"], {});
    const other = fresh(home, true, "project b")();
    other.write(["18"], {});
    other.remove();
    assert.equal(fresh(home, true, "project a")().earlier()?.wasThere("17"), true);
    fresh(home)().settle("19");
    assert.equal(fresh(home, true, "project a")().earlier(), undefined);
  });

  it("holds no name that a program gave", () => {
    fresh(home)().write(["17"], {});
    const folder = join(home, "backup-plans");
    const all = readdirSync(folder).map((name) => name + readFileSync(join(folder, name), "utf8"));
    assert.equal(all.length, 1);
    assert.doesNotMatch(all.join(), /nightly|shop|"17"/);
  });

  it("is settled when the state knows what was not there before, and stays open for what is replaced", () => {
    fresh(home)().write(["17"], {});
    const note = fresh(home);
    assert.equal(note().settle("17"), "open");
    assert.equal(note().settle("18"), "settled");
    assert.equal(fresh(home)().earlier(), undefined);
    fresh(home)().write(["17"], {});
    assert.equal(fresh(home)().settle(undefined), "settled");
    assert.deepEqual(readdirSync(join(home, "backup-plans")), []);
  });

  it("of this process tells it nothing: how its own asking ended it knows", () => {
    const note = fresh(home);
    note().write(["17"], {});
    assert.equal(note().earlier(), undefined);
    assert.equal(note().settle("17"), "settled");
  });

  it("does without a folder that cannot be written", () => {
    const file = join(home, "no-folder");
    writeFileSync(file, "");
    const note = fresh(file);
    note().write(["17"], {});
    assert.equal(note().earlier(), undefined);
    assert.equal(note().settle("17"), "settled");
  });
});
