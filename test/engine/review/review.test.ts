import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { review } from "../../../provider/review/review";
import { markdown } from "../../../provider/review/words/markdown";
import { after as afterEdit, before as beforeEdit } from "../../provider/review/change-set";
import { plant } from "../../provider/review/planted";
import type { EngineVersion } from "../../with/engine/engine";
import { Program } from "../../with/programs/program";
import { ROOT } from "../../with/root";

const REPORT = { BACKUP_PLANS_LOSSES: "report" };
const NOW = "2030-01-10T12:00:00Z";
const cli = join(ROOT, "dist", "cli", "main.js");

/** Writes it anew with UPDATE_GOLDEN=1, to be looked at in the diff. */
function assertGolden(name: string, text: string): void {
  const file = join(ROOT, "test", "provider", "review", "golden", name);
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
  assert.equal(text, readFileSync(file, "utf8"));
}

describe("the report of a preview over all four services, on a real engine", () => {
  let program: Program;
  before(async () => {
    program = await Program.create();
    await plant(program, beforeEdit);
  });
  after(() => program?.dispose());

  it("answers what is lost, who agreed, what changes and what is not covered", async () => {
    const { code, stdout } = await program.previewJson(afterEdit, REPORT);
    assert.equal(code, 0);
    const args = [cli, "review", "--now", NOW];
    const { status, stdout: text } = spawnSync(process.execPath, args, { input: stdout, encoding: "utf8" });
    assert.equal(status, 2);
    assertGolden("change-set.md", text);
    const data = spawnSync(process.execPath, [...args, "--format", "json"], { input: stdout, encoding: "utf8" });
    assert.equal(data.status, 2);
    assert.equal(markdown(JSON.parse(data.stdout)), text, "the data say the same");
  });

  it("of a preview that stopped says so in its first line", async () => {
    const { code, stdout } = await program.previewJson(afterEdit.slice(2, 3));
    assert.notEqual(code, 0);
    assertGolden("refused.md", markdown(review(stdout, new Date(NOW))));
  });

  it("of a destroy tells what goes and what stays", async () => {
    const { stdout } = await program.json(["destroy", "--preview-only", "--json"]);
    const report = review(stdout, new Date(NOW));
    assert.deepEqual([report.exitCode, report.changes.length], [2, beforeEdit.length]);
    assertGolden("destroy.md", markdown(report));
  });

  it("without what does not change says what it cannot tell", async () => {
    const { stdout } = await program.json(["preview", "--json"], beforeEdit);
    const report = review(stdout, new Date(NOW));
    assert.match(report.untold.join(), /--show-sames/);
    assert.equal(report.exitCode, 0);
  });
});

describe("the same report on engine 3.150.0", () => {
  const engine: EngineVersion = "3.150.0";
  let program: Program;
  before(async () => {
    program = await Program.create({ engine });
    await plant(program, beforeEdit);
  });
  after(() => program?.dispose());

  it("says the same", async () => {
    const { stdout } = await program.previewJson(afterEdit, REPORT);
    assertGolden("change-set.md", markdown(review(stdout, new Date(NOW))));
  });
});
