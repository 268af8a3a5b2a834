import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Emulator } from "../../emulator";
import { startEmulator } from "../../emulator";
import { otcServices } from "../../kinds/otc/services";
import { controlOf } from "../../with/control";
import { assertUntold } from "../../with/journeys/canaries";
import type { Declaration } from "../../with/programs/declaration";
import { Program } from "../../with/programs/program";
import { ROOT } from "../../with/root";

/** What the emulator takes for credentials, and what it does not. */
const CANARY = {
  token: "emulator-token",
  password: "not-a-real-password",
  wrongPassword: "kanari-wrong/password+1",
  accessKey: "FAKETEMPAK0000000000",
  secretKey: "fake-temporary-sk-for-tests-only-00000000",
  securityToken: "fake-security-token-for-tests-only",
  applicationCredentialSecret: "fake-application-credential-secret",
  apiKey: "fake-rackspace-api-key-for-tests",
  argument: "kanari-secret-argument/7",
};
const canaries = Object.values(CANARY);

/** Whatever logs on request is asked to; but not Node itself, which with NODE_DEBUG=http prints every header. */
const loud = {
  DEBUG: "*",
  TF_LOG: "TRACE",
  GRPC_TRACE: "all",
  GRPC_VERBOSITY: "DEBUG",
};

const cli = join(ROOT, "dist", "cli", "main.js");

const dds = "a89dab5e39394eccbdb77b19d57b0180in02";
const trove = "d4603f69-ec7e-4e9b-803f-600b9205576f";

function accounts({ identity, serveravatar, trove, ...urls }: Emulator["urls"]): object {
  const otc = { authUrl: `${identity}/v3`, tenantName: "eu-de", domainName: "OTC00000000001000000000" };
  const ends = Object.fromEntries(otcServices.map((service) => [service, { endpoint: urls[service] }]));
  const { accessKey, secretKey, securityToken, applicationCredentialSecret, apiKey, password } = CANARY;
  const open = { authUrl: `${identity}/v3`, region: "RegionOne" };
  return {
    sa: { serveravatar: { endpoint: serveravatar, token: CANARY.token } },
    key: { ...ends, opentelekomcloud: { ...otc, accessKey, secretKey, securityToken } },
    password: { ...ends, opentelekomcloud: { ...otc, userName: "tester", password } },
    wrong: { ...ends, opentelekomcloud: { ...otc, userName: "tester", password: CANARY.wrongPassword } },
    app: {
      trove: { endpoint: trove },
      openstack: { ...open, applicationCredentialId: "fa4e0000000000000000000000000001", applicationCredentialSecret },
    },
    rax: {
      trove: { endpoint: `${trove}/v1.0/1234` },
      rackspace: { authUrl: `${identity}/v2.0`, username: "rax-tester", region: "ORD", apiKey },
    },
  };
}

const good: Declaration[] = [
  {
    ...{ kind: "serveravatar:Backup", name: "sa", options: { provider: "sa" } },
    args: {
      ...{ organization: 5, server: 15, type: "filesystem", applicationId: 4246, provider: "wasabi" },
      ...{ cloudStorageProviderId: 10, applicationExtension: ".tar", name: { secret: CANARY.argument } },
    },
  },
  { kind: "dds:Backup", name: "key", args: { instanceId: dds }, options: { provider: "key" } },
  {
    ...{ kind: "dds:Backup", name: "password", options: { provider: "password" } },
    args: { instanceId: "c01fcd705b5b60eedfd99d31f79d23a2in02", description: { secret: CANARY.argument } },
  },
  { kind: "trove:Backup", name: "app", args: { instance: trove }, options: { provider: "app" } },
];

const bad: Declaration[] = [
  { kind: "dds:Backup", name: "refused", args: { instanceId: dds, triggers: [1] }, options: { provider: "wrong" } },
  { kind: "trove:Backup", name: "rax", args: { instance: trove, triggers: [2] }, options: { provider: "rax" } },
];

/** A line of Pulumi's own log, in the form of either age; not one by which it passes on what a provider says. */
function isPulumis(line: string): boolean {
  if (/eventSink::(Info|Warning|Error)/i.test(line)) return false;
  return /^\{"time":.*"msg":/.test(line) || /^[IWEF]\d{4} \d\d:/.test(line);
}

interface Logged {
  service: string;
  method: string;
  path: string;
  status?: number;
}

describe("canaries, on a real engine", () => {
  let emulator: Emulator;
  let program: Program;
  let home: string;

  before(async () => {
    home = await mkdtemp(join(tmpdir(), "canaries-"));
    emulator = await startEmulator({ settings: { buildSeconds: 0.05 } });
    program = await Program.create({
      env: { ...loud, PULUMI_HOME: home, PULUMI_CONFIG_PASSPHRASE: "canaries" },
      config: {
        "backup-plans:pollSeconds": 0.1,
        "declared:providers": { secret: JSON.stringify(accounts(emulator.urls)) },
      },
    });
  });
  after(async () => {
    await program?.dispose();
    await emulator?.stop();
    await rm(home, { recursive: true, force: true });
  });

  async function resources(all: Declaration[], ...command: string[]): Promise<string> {
    const { stdout, stderr } = await program.json(command, all);
    return stdout + stderr;
  }

  it("go through a life, errors of every sort, and every log of ours, and are told by none", async () => {
    const plan = join(home, "plan.json");
    assertUntold("preview", await resources(good, "preview", "--diff", `--save-plan=${plan}`), canaries);
    const up = await resources(good, "up", "--yes", "--skip-preview");
    assert.match(up, /4 created|\+ \d+ created/);
    assertUntold("up", up, canaries);
    assertUntold("refresh", await resources(good, "refresh", "--yes", "--skip-preview"), canaries);
    const fault = { service: "trove", method: "POST", fault: "reset-after", times: 9 };
    await controlOf(emulator.urls)("POST", "/faults", fault);
    const failed = await resources([...good, ...bad], "up", "--yes", "--skip-preview", "--continue-on-error");
    assert.match(failed, /401/);
    assertUntold("a failing up", failed, canaries);
    assertUntold("the exported state", (await program.run(["stack", "export"])).text, canaries);
  });

  it("were sent: the services took them, or refused them", async () => {
    const logged = await controlOf(emulator.urls)<Logged[]>("GET", "/requests");
    const told = new Set(logged.map(({ service, method, path, status }) => `${status} ${service} ${method} ${path}`));
    const sent = (pattern: RegExp) =>
      assert.ok(
        [...told].some((each) => pattern.test(each)),
        `${pattern}`,
      );
    sent(/^200 serveravatar POST .*\/backups$/);
    sent(/^401 identity POST \/v3\/auth\/tokens$/);
    sent(/^201 identity POST \/v3\/auth\/tokens$/);
    sent(/^20\d dds POST /);
    sent(/^200 identity POST \/v2\.0\/tokens$/);
    sent(/ trove POST \/v1\.0\/1234\/backups$/);
  });

  it("are in no report of a review", async () => {
    const preview = ["preview", "--json", "--show-sames"];
    const changed = [...good.map((each) => ({ ...each, args: { ...each.args, triggers: ["again"] } })), ...bad];
    const { stdout, stderr } = await program.json(preview, changed, { BACKUP_PLANS_LOSSES: "report" });
    assertUntold("a preview as JSON", stdout + stderr, canaries);
    for (const format of ["markdown", "json"]) {
      const told = spawnSync(process.execPath, [cli, "review", "--format", format], {
        input: stdout,
        encoding: "utf8",
      });
      assert.match(told.stdout, /sa\b/);
      assertUntold(`the review as ${format}`, told.stdout + told.stderr, canaries);
    }
  });

  it("are in no line of ours at -v=9, where Pulumi's own have what it passes on", async () => {
    const flags = ["-v=9", "--logtostderr", "--logflow"];
    const up = await resources([...good, ...bad], "up", "--yes", "--skip-preview", "--continue-on-error", ...flags);
    const lines = up.split("\n");
    assertUntold("-v=9", lines.filter((line) => !isPulumis(line)).join("\n"), canaries);
    const itsOwn = lines.filter(isPulumis).join("\n");
    for (const passedOn of [CANARY.token, CANARY.argument]) assert.ok(itsOwn.includes(passedOn), passedOn);
  });

  it("are in no file that was written: state, its backups, history, plans, notes", () => {
    let files = 0;
    for (const file of filesUnder(program.root).concat(filesUnder(home))) {
      files++;
      const bytes = readFileSync(file);
      const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
      assertUntold(file, plain.toString("latin1"), canaries);
    }
    assert.ok(files > 5, `${files}`);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("/plugins"))
    .map(({ parentPath, name }) => join(parentPath, name));
}
