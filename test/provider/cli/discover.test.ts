import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { typescript, yaml } from "../../../provider/cli/discover/languages";
import { program } from "../../../provider/cli/discover/program";
import { discovered } from "../../../provider/cli/discover/report";
import { table } from "../../../provider/cli/discover/table";
import { Settings } from "../../../provider/core/configuration/settings";
import type { Found } from "../../../provider/core/kind/found";
import { ODD_NAMES } from "../../with/filled/odd-names";
import { ROOT } from "../../with/root";
import { declarationsIn } from "./declarations";

const uuid = (nth: number) => `44444444-4444-4444-8444-${`${nth}`.padStart(12, "0")}`;

const ROWS = Array.from({ length: 20 }, (_, nth): Found => {
  const name = ODD_NAMES[nth % ODD_NAMES.length]!;
  const args = { instance: uuid(1), name, description: nth % 3 === 0 ? null : name, adopt: uuid(nth) };
  return { is: "recovery point", id: uuid(nth), name, targets: [uuid(1)], resource: { kind: "trove:Backup", args } };
});

const target = (id: string): Found => ({ is: "target", id, name: ODD_NAMES[5], targets: [] });

const report = (rows: readonly Found[]) => discovered("trove", rows, new Settings(undefined, {}));

function run(...args: string[]) {
  const command = [join(ROOT, "dist", "cli", "main.js"), "discover", ...args];
  const env = { PATH: process.env.PATH, PULUMI_HOME: join(tmpdir(), "none"), HOME: join(tmpdir(), "none") };
  return spawnSync(process.execPath, command, { encoding: "utf8", cwd: tmpdir(), env });
}

describe("16.6 discover: the command", () => {
  it("keeps what may be declared as it is, and leaves out what the vendor's form refuses", () => {
    const [kept, left] = report([ROWS[2]!, ROWS[14]!]).found;
    assert.equal(kept?.resource?.args.name, 'quo"te');
    assert.equal(left?.resource?.args.name, undefined);
    assert.match(`${left?.note}`, /its name has a form that no program can declare/);
  });

  it("declares nothing where an argument that is needed is not shown", () => {
    const args = { instance: null, adopt: uuid(3) };
    const source = program(typescript, report([{ ...ROWS[3]!, resource: { kind: "trove:Backup", args } }]));
    assert.deepEqual(declarationsIn(source), []);
    assert.match(source, /no program can declare it: instance/);
  });

  it("writes in YAML what it writes in TypeScript, with Pulumi's own signs as text", () => {
    const all = report([...ROWS, { ...ROWS[0]!, id: uuid(99), resource: undefined }]);
    const { resources } = parse(program(yaml, all));
    const read = Object.entries(resources as Record<string, { type: string; properties: object }>).map(
      ([name, { type, properties }]) => ({
        kind: type.replace("backup-plans:", "backup.").replace(":", "."),
        name,
        texts: JSON.parse(JSON.stringify(properties).replaceAll("$${", "${")),
      }),
    );
    assert.deepEqual(read, declarationsIn(program(typescript, all)));
    assert.match(program(yaml, all), /name: "dollar\$\$\{process/);
    assert.deepEqual(parse(program(yaml, report([]))), { resources: {} });
  });

  it("lists what has no plan: a policy that is off is none", () => {
    const policy = (id: string, off: boolean): Found => ({ is: "policy", id, off, targets: [id] });
    const { withoutPlan } = report([target("a"), target("b"), target("c"), policy("a", false), policy("b", true)]);
    assert.deepEqual(withoutPlan, ["b", "c"]);
  });

  it("writes a table of printable lines", () => {
    const lines = table(report([target("b"), ...ROWS])).split("\n");
    assert.equal(lines.length, 1 + 21 + 1 + 1 + 1);
    assert.equal(lines.at(-2), "1 of 1 targets without a plan that is seen: b");
  });

  it("says which services there are, and what a slip may mean", () => {
    assert.match(run().stderr, /^a service is missing: dds, geminidb, rackspace, rds, serveravatar, trove/);
    assert.match(run("trov").stderr, /^trov: no such service; did you mean trove\?/);
    const { status, stdout } = run("--help");
    assert.equal(status, 0);
    assert.match(stdout, /^usage: backup-plans discover <service>/);
  });

  it("says what to do where the configuration of the service is missing", () => {
    const { status, stderr } = run("serveravatar");
    assert.equal(status, 1);
    assert.match(stderr, /no current stack of Pulumi: the account is that of the environment/);
    assert.match(stderr, /run: pulumi config set --secret serveravatar:token/);
  });
});
