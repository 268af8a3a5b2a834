import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import ts from "typescript";
import type { Engine } from "../../with/engine/engine";
import { engineEnvironment } from "../../with/engine/environment";
import { findEngine } from "../../with/engine/find";
import { Stack } from "../../with/engine/project";
import { runProcess } from "../../with/engine/run-process";
import { rackspaceConfig } from "../../with/host/rackspace";
import { configFor } from "../../with/host/use-host";
import { Outside } from "../../with/outside";
import { ROOT } from "../../with/root";

const PROJECT = "054e292c9880d4992f02c0196d3ea468";
const EU_DE = "0549b4a43100d4f32f51c01c2fe4acdb";
const DEMO = "7f1d2c3b4a5968708f9e0d1c2b3a4958";
const TROVE = "d4603f69-ec7e-4e9b-803f-600b9205576f";
const DDS = "a89dab5e39394eccbdb77b19d57b0180in02";
const GEMINI = "a4d8ea2584e047439a667703c0684119in06";
// biome-ignore lint/suspicious/noTemplateCurlyInString: it must not become one.
const ODD = 'a "b" `c` ${process.exit(9)} */ größe';

const plan = { application_id: 4246, database_id: 4223, start_backup_from_now: 1, application_extension: ".tar.gz" };

/** What somebody else has in the account of each service. */
async function fill(outside: Outside): Promise<void> {
  const server = "/organizations/5/servers/15/backups";
  const storage = {
    provider: "wasabi",
    cloud_storage_provider_id: 10,
    type: "application",
    database_extension: ".sql",
  };
  const instant = { ...plan, ...storage, automatic_backup: 0, name: `${ODD}\n` };
  await outside.send("serveravatar", "POST", server, instant);
  await outside.send("serveravatar", "POST", server, {
    ...{ ...plan, ...storage, automatic_backup: 1, schedule: "Every Day", retention_period: "1 Month" },
  });
  for (const [name, instance] of [
    [ODD, TROVE],
    [ODD, "44b277eb-39be-4921-be31-3d61b43651d7"],
  ]) {
    await outside.send("trove", "POST", `/v1.0/${DEMO}/backups`, { backup: { name, instance, description: ODD } });
    await setTimeout(150);
  }
  const failing = { name: "to FAIL", instance: TROVE };
  await outside.send("trove", "POST", `/v1.0/${DEMO}/backups`, { backup: failing });
  await outside.send("dds", "POST", `/v3/${EU_DE}/backups`, {
    backup: { instance_id: DDS, name: "before-upgrade", description: "größe `1` ?" },
  });
  await outside.send("dds", "PUT", `/v3/${EU_DE}/instances/b90ebc6f4a4a5fddcec88c20e68c1291in02/backups/policy`, {
    backup_policy: { keep_days: 0 },
  });
  await outside.send("geminidb", "POST", `/v3/${PROJECT}/instances/${GEMINI}/backups`, {
    name: "by-hand",
    description: "",
  });
  await setTimeout(400);
}

/** A folder with a program of the user's, beside the package. */
async function projectFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "discover-"));
  await mkdir(join(folder, "node_modules"));
  for (const name of ["@pulumi", "@types"]) {
    await symlink(join(ROOT, "node_modules", name), join(folder, "node_modules", name));
  }
  await symlink(ROOT, join(folder, "node_modules", "pulumi-backup-plans"));
  await writeFile(join(folder, "Pulumi.yaml"), "name: adopted\nruntime: nodejs\nmain: index.ts\n");
  return folder;
}

function compilerErrors(file: string): string[] {
  const options: ts.CompilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022 },
    ...{ module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: ["node"] },
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], options))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

const ACCOUNTS = [
  { account: "serveravatar", service: "serveravatar", adopted: 1, says: ["schedule: ServerAvatar does not show it"] },
  { account: "trove", service: "trove", adopted: 2, says: ["it is not complete (FAILED)"] },
  { account: "dds", service: "dds", adopted: 4, says: ["b90ebc6f4a4a5fddcec88c20e68c1291in02 (dds-events)"] },
  { account: "geminidb", service: "geminidb", adopted: 4, says: ["// Every target has a plan that is seen."] },
  { account: "Rackspace", service: "trove", adopted: 1, says: ["a schedule of Rackspace"] },
] as const;

describe("16.6 discover: the program that it prints, on a real engine", () => {
  let engine: Engine;
  let folder: string;
  before(async () => {
    engine = await findEngine();
    folder = await projectFolder();
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function fillRackspace(outside: Outside): Promise<void> {
    await outside.control("POST", "/settings", { trove: { flavour: "rackspace" } });
    const backup = (name: string, instance: string) => ({ backup: { name, instance } });
    await outside.send("trove", "POST", "/v1.0/1234/backups", backup("by hand", TROVE));
    await setTimeout(400);
    await outside.control("POST", "/settings", { trove: { automatedBackups: true } });
    await outside.send("trove", "POST", "/v1.0/1234/backups", backup("nightly", TROVE));
    await setTimeout(400);
  }

  for (const { account, service, adopted, says } of ACCOUNTS) {
    it(`of ${account} compiles, previews, and is adopted without a write`, async () => {
      const outside = await Outside.start({ settings: { buildSeconds: 0.05 } });
      const isRackspace = account === "Rackspace";
      const usual = configFor(outside.urls);
      const geminidb = service === "geminidb" ? { "opentelekomcloud:tenantName": "eu-de_gemini" } : {};
      const own = isRackspace ? { ...rackspaceConfig(outside.urls), "trove:endpoint": outside.urls.trove } : geminidb;
      const wanted = Object.entries({ ...usual, ...own }).filter(([, value]) => value !== undefined);
      const config = Object.fromEntries(wanted) as Record<string, string>;
      let stack: Stack | undefined;
      try {
        await (isRackspace ? fillRackspace(outside) : fill(outside));
        stack = await Stack.create(engine, { dir: folder, config, env: { PULUMI_NODEJS_TRANSPILE_ONLY: "true" } });
        await outside.control("DELETE", "/requests");
        const env = engineEnvironment(engine, {
          home: join(stack.root, "home"),
          backendDir: join(stack.root, "state"),
        });
        const command = [join(ROOT, "dist", "cli", "main.js"), "discover", service, "--stack", "test"];
        const run = await runProcess(process.execPath, [...command, "--format", "typescript"], {
          ...{ cwd: join(stack.root, "project"), env, timeoutSeconds: 60 },
        });
        assert.equal(run.code, 0, run.stderr);
        for (const text of says) assert.ok(run.stdout.includes(text), run.stdout);
        assert.doesNotMatch(run.stdout + run.stderr, /emulator-token|not-a-real-password|fake-rackspace/);
        assert.doesNotMatch(run.stdout, /allow:/);
        await writeFile(join(folder, "index.ts"), run.stdout);
        assert.deepEqual(compilerErrors(join(folder, "index.ts")), []);
        const preview = await stack.preview();
        assert.equal(preview.code, 0, preview.stdout + preview.stderr);
        const up = await stack.up(["--skip-preview"]);
        assert.equal(up.code, 0, up.stdout + up.stderr);
        assert.match(up.stdout, new RegExp(`\\+ ${adopted + 1} created`), up.stdout);
        const again = await stack.preview(["--expect-no-changes"]);
        assert.equal(again.code, 0, again.stdout + again.stderr);
        assert.match(again.stdout, new RegExp(`${adopted + 1} unchanged`));
        assert.deepEqual(await outside.writes(), []);
      } finally {
        await stack?.dispose();
        await outside.close();
      }
    });
  }
});
