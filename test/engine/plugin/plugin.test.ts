import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { shopPlan } from "../../kinds/example-shop";
import { findEngine } from "../../with/engine/find";
import { Stack } from "../../with/engine/project";
import type { ProcessResult } from "../../with/engine/run-process";
import { Outside } from "../../with/outside";
import { ROOT } from "../../with/root";

const INSTANCE = "a89dab5e39394eccbdb77b19d57b0180in02";
const POLICY = { keepDays: 7, startTime: "01:00-02:00", period: [1, 2, 3, 4, 5, 6, 7] };

type Env = Record<string, string>;

describe("the plugin on a real engine", () => {
  let outside: Outside;
  let stack: Stack;
  let bin: string;

  /** A run that succeeds, and what it wrote to the services. */
  async function done(run: Promise<ProcessResult>): Promise<{ text: string; writes: number }> {
    const { code, stdout, stderr } = await run;
    const text = stdout + stderr;
    assert.equal(code, 0, text);
    const writes = await outside.writes();
    await outside.control("DELETE", "/requests");
    return { text, writes: writes.length };
  }

  const inForm = (form: string, more: Env = {}) => ({
    env: { FORM: form, PLAN: JSON.stringify(shopPlan), POLICY: JSON.stringify(POLICY), ...more },
  });

  before(async () => {
    outside = await Outside.start();
    bin = await mkdtemp(join(tmpdir(), "plugin-bin-"));
    const main = join(bin, "pulumi-resource-backup-plans");
    await writeFile(main, `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, "dist/plugin/main.js")}" "$@"\n`);
    await chmod(main, 0o755);
    const user = { userName: "tester", password: "not-a-real-password", authUrl: `${outside.urls.identity}/v3` };
    const engine = await findEngine();
    const path = [engine.dir, bin, process.env.PATH].filter(Boolean).join(delimiter);
    stack = await Stack.create(engine, {
      dir: join(ROOT, "test/with/programs/moving"),
      config: {
        "backup-plans:pollSeconds": 0.05,
        "backup-plans:serveravatar": { token: "emulator-token", endpoint: outside.urls.serveravatar },
        "backup-plans:opentelekomcloud": { ...user, domainName: "OTC00000000001000000000", tenantName: "eu-de" },
        "backup-plans:dds": { endpoint: outside.urls.dds },
      },
      env: { PATH: path, PULUMI_NODEJS_TRANSPILE_ONLY: "true" },
    });
  });
  after(async () => {
    await stack?.dispose();
    await outside?.close();
    await rm(bin, { recursive: true, force: true });
  });

  it("the dynamic form makes a plan with an account of our own namespace", async () => {
    const { writes } = await done(stack.up([], inForm("dynamic")));
    assert.equal(writes, 1);
  });

  it("takes the plan over by its alias, without a change or a request", async () => {
    const { text, writes } = await done(stack.up([], inForm("plugin")));
    assert.match(text, /2 unchanged/);
    assert.equal(writes, 0);
  });

  it("refreshes it, and imports a policy that stands there", async () => {
    assert.equal((await done(stack.refresh([], inForm("plugin")))).writes, 0);
    const { text, writes } = await done(stack.up([], inForm("plugin", { IMPORTED: INSTANCE })));
    assert.match(text, /1 imported/);
    assert.equal(writes, 0);
    assert.match((await done(stack.preview([], inForm("plugin", { IMPORTED: INSTANCE })))).text, /3 unchanged/);
  });

  it("refuses a loss", async () => {
    const { code, stdout } = await stack.preview([], inForm("plugin", { RETENTION: "1 Month", IMPORTED: INSTANCE }));
    assert.notEqual(code, 0);
    assert.match(stdout, /write allow: \{ "shorter-retention": "1 Month" \}/);
  });

  it("gives all back to the dynamic form, which stores what it needs and sends nothing", async () => {
    const { text, writes } = await done(stack.up([], inForm("dynamic", { IMPORTED: INSTANCE })));
    assert.match(text, /2 updated/);
    assert.equal(writes, 0);
    assert.match((await done(stack.preview([], inForm("dynamic", { IMPORTED: INSTANCE })))).text, /3 unchanged/);
    assert.equal((await done(stack.destroy([], inForm("dynamic")))).writes, 0);
  });
});
