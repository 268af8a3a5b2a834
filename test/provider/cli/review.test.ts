import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../with/root";

import { previewOf, type Step } from "../review/preview-of";

const { bin } = require("../../../package.json") as { bin: Record<string, string> };

function run(args: string[], input: string | Buffer = ""): { status: number | null; stdout: string; stderr: string } {
  const command = join(ROOT, bin["backup-plans"]!);
  return spawnSync(process.execPath, [command, ...args], { input, encoding: "utf8" });
}

const policy = { instanceId: "i-1", keepDays: 14, startTime: "01:00-02:00", period: [1, 2, 3, 4, 5, 6, 7] };
const lossy: Step = {
  op: "update",
  kind: "dds:BackupPolicy",
  name: "documents",
  old: policy,
  new: { ...policy, keepDays: 7 },
};
const clean: Step = { ...lossy, new: { ...policy, keepDays: 30 } };

describe("review: the command", () => {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-backup-plans-"));
  after(() => rmSync(folder, { recursive: true }));

  it("reads standard input or a file, and tells by its exit code", () => {
    const file = join(folder, "preview.json");
    writeFileSync(file, previewOf([lossy]));
    const ofFile = run(["review", file, "--now", "2030-01-10T12:00:00Z"]);
    const ofInput = run(["review", "--now", "2030-01-10T12:00:00Z"], previewOf([lossy]));
    assert.deepEqual([ofFile.status, ofInput.status, ofFile.stdout], [2, 2, ofInput.stdout]);
    assert.match(ofFile.stdout, /^## Backups: ❌ 1 loss without consent/);
    assert.equal(run(["review"], previewOf([clean])).status, 0);
    assert.equal(run(["review"], "").status, 1);
  });

  it("reads what a shell of Windows writes: with a byte order mark, in UTF-8 or UTF-16", () => {
    const file = join(folder, "marked.json");
    const preview = `\uFEFF${previewOf([{ ...lossy, name: "dokumente-größe" }])}`;
    const utf16 = Buffer.from(preview, "utf16le");
    const written = { "UTF-8": Buffer.from(preview), "UTF-16 LE": utf16, "UTF-16 BE": Buffer.from(utf16).swap16() };
    for (const [encoding, bytes] of Object.entries(written)) {
      writeFileSync(file, bytes);
      for (const { status, stdout } of [run(["review", file]), run(["review"], bytes)]) {
        assert.equal(status, 2, `${encoding}: ${stdout}`);
        assert.match(stdout, /`dokumente-größe` \(dds:BackupPolicy\)/, encoding);
      }
    }
  });

  it("writes the same as data", () => {
    const { status, stdout } = run(["review", "--format", "json"], previewOf([lossy]));
    const report = JSON.parse(stdout);
    assert.deepEqual(
      [status, report.version, report.exitCode, report.losses[0].allow],
      [2, 1, 2, { "shorter-retention": "7 days" }],
    );
  });

  it("says how it is used when it is used wrongly, and fails", () => {
    const wrong = [
      [],
      ["look"],
      ["review", "a", "b"],
      ["review", "--format", "html"],
      ["review", "--now", "soon"],
      ["review", "--what"],
    ];
    for (const args of [...wrong, ["review", join(folder, "none.json")]]) {
      const { status, stdout, stderr } = run(args, previewOf([clean]));
      assert.deepEqual([status, stdout], [1, ""], args.join(" "));
      assert.ok(stderr.trim().length > 0);
      assert.doesNotMatch(stderr, /\n {4}at /);
    }
    const help = run(["--help"]);
    assert.equal(help.status, 0);
    assert.match(help.stdout, / review [\s\S]* status [\s\S]* -h, --help [\s\S]* -v, --version /);
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    assert.deepEqual([run(["--version"]).stdout, run(["-v"]).status], [`${version}\n`, 0]);
    for (const args of [
      ["review", "-h"],
      ["review", "--help"],
      ["help", "review"],
      ["review", "x", "-h"],
    ]) {
      const { status, stdout } = run(args);
      assert.equal(status, 0);
      assert.match(
        stdout,
        /^usage: backup-plans review[\s\S]*exit code: 1 an error .*, else 2 .*, else 3 .*, else 0\n$/,
      );
    }
  });

  it("names what may have been meant", () => {
    const slips: [string[], RegExp][] = [
      [["reveiw"], /^reveiw: no such command; did you mean review\?/],
      [["review", "--fromat", "json"], /^--fromat: no such option; did you mean --format\?/],
      [
        ["review", "--fail-on", "overdu"],
        /^--fail-on: must be overdue, failed, never-ran or removals.*did you mean overdue\?/,
      ],
      [["status", "--fail-on", "removals"], /^--fail-on: must be overdue, failed, never-ran, unknown or off/],
      [["status", "--fail-on", ","], /^--fail-on: needs a value/],
      [["review", "--fail-on", "failed", "--fail-on=overdue"], /^--fail-on: is given twice, and only one would count/],
      [["review", "--format"], /^--format: needs a value/],
      [["review", "--week=5"], /^--week: takes no value/],
      [["status", "state.json", "--stack", "prod"], /^--stack: names a stack to export, and state.json is read in its/],
    ];
    for (const [args, says] of slips) {
      const { status, stderr } = run(args, previewOf([clean]));
      assert.equal(status, 1);
      assert.match(stderr, says);
    }
  });

  it("ends without a stack where its reader closes the pipe", () => {
    const file = join(folder, "many.json");
    writeFileSync(file, previewOf(Array.from({ length: 2000 }, (_, at) => ({ ...lossy, name: `documents-${at}` }))));
    const command = `"$1" "$2" review "$3" --format json | head -c 10`;
    const { stdout, stderr } = spawnSync(
      "sh",
      ["-c", command, "sh", process.execPath, join(ROOT, bin["backup-plans"]!), file],
      {
        encoding: "utf8",
      },
    );
    assert.deepEqual([stdout.length, stderr], [10, ""]);
  });

  it("consent 12: exits with 3 for what --fail-on names, where no loss lacks consent", () => {
    const overdue: Step = { ...clean, outputs: { health: "overdue" } };
    assert.equal(run(["review", "--fail-on", "failed,overdue"], previewOf([overdue])).status, 3);
    assert.equal(run(["review", "--fail-on", "failed"], previewOf([overdue])).status, 0);
    assert.equal(run(["review", "--fail-on", "overdue"], previewOf([overdue, lossy])).status, 2);
  });
});
