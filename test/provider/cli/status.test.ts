import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { statusIn } from "../../../provider/cli/status/status";
import { ROOT } from "../../with/root";
import { urnOf } from "../review/preview-of";
import { plan, policy } from "../review/told";

const NOW = "2030-01-10T12:00:00Z";
const point = { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f" };

interface Planted {
  kind: string;
  name: string;
  inputs: object;
  outputs: object;
  delete?: boolean;
  pendingReplacement?: boolean;
  modified?: string;
}

function stateOf(...all: Planted[]): string {
  const resources = all.map(({ kind, name, inputs, outputs, ...rest }) => {
    return { urn: urnOf({ kind, name }), inputs, outputs: { ...inputs, ...outputs }, ...rest };
  });
  const others = [
    { urn: "urn:pulumi:test::declared::pulumi:pulumi:Stack::declared-test" },
    { urn: "urn:pulumi:test::p::aws:s3/bucket:Bucket::b" },
  ];
  return JSON.stringify({ version: 3, deployment: { resources: [...others, ...resources] } });
}

const planned = (name: string, outputs: object, inputs: object = plan): Planted => ({
  kind: "serveravatar:BackupPlan",
  name,
  inputs,
  outputs,
});

const STATE = stateOf(
  planned("shop", { health: "ok", lastBackupAt: "2030-01-10T02:30:00Z" }),
  planned("stopped", { health: "overdue", lastBackupAt: "2030-01-01T00:00:00Z" }),
  planned("not refreshed", { health: "ok", lastBackupAt: "2030-01-01T00:00:00Z" }),
  planned("young", { health: "not-due-yet" }),
  { kind: "dds:BackupPolicy", name: "off", inputs: { instanceId: "i-1", keepDays: 0 }, outputs: { health: null } },
  { kind: "dds:BackupPolicy", name: "silent", inputs: policy, outputs: { health: "never-ran" } },
  {
    kind: "trove:Backup",
    name: 'a"\u001b[31m',
    inputs: point,
    outputs: { state: "ready", lastBackupAt: "2029-12-31T12:00:00Z", sizeBytes: 7 },
  },
  { kind: "trove:Backup", name: "broken", inputs: point, outputs: { state: "failed" } },
  { kind: "trove:Backup", name: "replaced", inputs: point, outputs: { state: "ready" }, delete: true },
);

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const command = [join(ROOT, "dist", "cli", "main.js"), "status", "--now", NOW, ...args];
  return spawnSync(process.execPath, command, { input: STATE, encoding: "utf8" });
}

describe("status: health that the state alone does not tell", () => {
  const healthOf = (...planted: Planted[]) =>
    statusIn(stateOf(...planted), new Date(NOW)).resources.map(({ health }) => health);
  const policed = (outputs: object, modified?: string): Planted => {
    return { kind: "dds:BackupPolicy", name: "p", inputs: policy, outputs, ...(modified && { modified }) };
  };

  // The gap of 25 hours counts half more, from the first window after the state was written: 23:00, and 12 hours.
  for (const [health, modified, told] of [
    ["not-due-yet", "2030-01-08T00:00:00Z", "not-due-yet"],
    ["not-due-yet", "2030-01-07T00:00:00Z", "unknown"],
    ["not-due-yet", undefined, "not-due-yet"],
    ["ok", "2030-01-07T00:00:00Z", "unknown"],
    ["never-ran", "2030-01-07T00:00:00Z", "never-ran"],
  ] as const) {
    it(`takes ${health} of a policy without a backup, written ${modified ?? "at an unknown time"}, for ${told}`, () =>
      assert.deepEqual(healthOf(policed({ health }, modified)), [told]));
  }

  it("trusts not-due-yet of a plan whose first start is to come, however long ago it was written", () => {
    const inputs = { ...plan, startBackupFromNow: undefined, startBackup: "2030-02-01 03:00" };
    const young = { ...planned("young", { health: "not-due-yet" }, inputs), modified: "2029-06-01T00:00:00Z" };
    assert.deepEqual(healthOf(young), ["not-due-yet"]);
  });

  it("takes for failed what an earlier run deleted without making its replacement", () =>
    assert.deepEqual(healthOf({ ...policed({ health: "ok" }), pendingReplacement: true }), ["failed"]));
});

describe("status: the command", () => {
  it("tells health, newest backup and age of each resource of the package, as the state has them", () => {
    const { stack, resources } = statusIn(STATE, new Date(NOW));
    assert.equal(stack, "test");
    assert.deepEqual(
      resources.map(({ name, health, ageHours }) => [name, health, ageHours]),
      [
        ['a"\u001b[31m', "ok", 240],
        ["broken", "failed", undefined],
        ["not refreshed", "unknown", 228],
        ["off", "off", undefined],
        ["shop", "ok", 9.5],
        ["silent", "never-ran", undefined],
        ["stopped", "overdue", 228],
        ["young", "not-due-yet", undefined],
      ],
    );
  });

  it("writes a table of printable lines", () => {
    const { status, stdout } = run();
    assert.equal(status, 0);
    assert.match(stdout, /^NAME +KIND +HEALTH +NEWEST BACKUP +AGE +LONGEST GAP\n/);
    assert.match(stdout, /^shop +serveravatar:BackupPlan +ok +2030-01-10T02:30:00Z +9 h +24 h$/m);
    assert.match(stdout, /^a"\\u001b\[31m +trove:Backup +ok +2029-12-31T12:00:00Z +10 days +-$/m);
  });

  it("writes JSON, and the text format of Prometheus", () => {
    const json = JSON.parse(run("--format", "json").stdout);
    assert.deepEqual([json.version, json.resources.length], [1, 8]);
    const { stdout } = run("--format", "prometheus");
    const lines = stdout.trimEnd().split("\n");
    const sample = /^backup_plans_\w+\{(?:\w+="(?:[^"\\\n]|\\["\\n])*",?)+\} \d+(\.\d+)?$/;
    for (const line of lines) assert.match(line, /^#/.test(line) ? /^# (HELP|TYPE) backup_plans_/ : sample);
    assert.match(stdout, /backup_plans_health\{stack="test",name="stopped",.*health="overdue"\} 1\n/);
    assert.match(stdout, /backup_plans_last_backup_timestamp_seconds\{.*name="shop".*\} 1894242600\n/);
    assert.equal(
      new Set(lines.filter((line) => !line.startsWith("#")).map((line) => line.split("} ")[0])).size,
      lines.filter((line) => !line.startsWith("#")).length,
    );
  });

  it("exits with 3 for what --fail-on names, and with 1 for what is no state", () => {
    assert.equal(run("--fail-on", "overdue").status, 3);
    assert.equal(run("--fail-on", "off").status, 3);
    assert.equal(run("--fail-on", "never-ran, failed").status, 3);
    const command = [join(ROOT, "dist", "cli", "main.js"), "status", "--fail-on", "overdue"];
    const of = (input: string) => spawnSync(process.execPath, command, { input, encoding: "utf8" });
    assert.equal(of(stateOf(planned("shop", { health: "ok" }))).status, 0);
    for (const input of ["no json", "{}", '{"steps":[]}']) {
      const { status, stderr } = of(input);
      assert.equal(status, 1);
      assert.match(stderr, /^the state is .*give what pulumi stack export writes\n$/);
    }
  });

  for (const [option, ...others] of ["--fail-on", "--stack", "--now", "--format"].map((name) => [
    name,
    "",
    "state.json",
  ])) {
    it(`refuses ${option} with the value of a variable that is not set, as a gate that is off looks like one that passes`, () => {
      const { status, stderr } = run(`${option}`, ...others);
      assert.deepEqual([status, stderr], [1, `${option}: needs a value\n`]);
    });
  }

  it("says that it takes the current stack, where the command before the pipe failed and wrote nothing", () => {
    const command = [join(ROOT, "dist", "cli", "main.js"), "status"];
    const { status, stderr } = spawnSync(process.execPath, command, { input: "", encoding: "utf8", env: { PATH: "" } });
    assert.equal(status, 1);
    assert.match(
      stderr,
      /^standard input is empty: this is the current stack; --stack names another one\npulumi stack/,
    );
  });

  it("says that it waits for the end of its input, where that does not come", async () => {
    const command = [join(ROOT, "dist", "cli", "main.js"), "status"];
    const child = spawn(process.execPath, command, { stdio: ["pipe", "ignore", "pipe"] });
    const [line] = await once(child.stderr.setEncoding("utf8"), "data");
    child.stdin.end(STATE);
    const [code] = await once(child, "exit");
    assert.deepEqual([line, code], ["standard input has not ended yet; name a file to read that instead\n", 0]);
  });

  it("says of a stack without resources that it has none", () => {
    const command = [join(ROOT, "dist", "cli", "main.js"), "status"];
    const { status, stdout } = spawnSync(process.execPath, command, {
      input: '{"version":3,"deployment":{"manifest":{}}}',
      encoding: "utf8",
    });
    assert.deepEqual([status, stdout], [0, "no backup plan, policy or recovery point in this state\n"]);
  });

  it("runs pulumi stack export where nothing is handed over, and says what that said", () => {
    const command = [join(ROOT, "dist", "cli", "main.js"), "status"];
    const { status, stderr } = spawnSync(process.execPath, command, {
      stdio: ["ignore", "pipe", "pipe"],
      encoding: "utf8",
      env: { PATH: "" },
    });
    assert.equal(status, 1);
    assert.match(stderr, /^pulumi stack export: .*ENOENT.*create it by: pulumi stack export > state\.json\n$/);
  });
});
