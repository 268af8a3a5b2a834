import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { declarationsIn } from "../../provider/cli/declarations";
import type { Engine } from "../../with/engine/engine";
import { engineEnvironment } from "../../with/engine/environment";
import { findEngine } from "../../with/engine/find";
import { Stack } from "../../with/engine/project";
import { QUICKLY } from "../../with/engine/quickly";
import { runProcess } from "../../with/engine/run-process";
import { filled } from "../../with/filled/filled";
import { ODD_NAMES } from "../../with/filled/odd-names";
import { rackspaceConfig } from "../../with/host/rackspace";
import { configFor } from "../../with/host/use-host";
import { Outside } from "../../with/outside";
import { ROOT } from "../../with/root";

/** As many as there are odd names. */
const BACKUPS = ODD_NAMES.length;

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

const ACCOUNTS = [
  { account: "ServerAvatar", service: "serveravatar", says: "schedule: ServerAvatar does not show it" },
  { account: "Trove", service: "trove", says: "it is not complete (FAILED)" },
  { account: "DDS", service: "dds", says: "// f111ed00000000000000000000000000in02 (plain)" },
  { account: "GeminiDB", service: "geminidb", says: "no page of the vendor has its status (MYSTERY)" },
  { account: "RDS", service: "rds", says: "no program can declare it: keepDays" },
  { account: "Rackspace", service: "trove", says: "a schedule of Rackspace" },
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

  for (const { account, service, says } of ACCOUNTS) {
    it(`of ${account} previews, and is adopted without a write`, async () => {
      const isRackspace = account === "Rackspace";
      const settings = isRackspace ? { trove: { flavour: "rackspace" } } : {};
      const outside = await Outside.start({ services: filled(BACKUPS), settings });
      const usual = configFor(outside.urls);
      const geminidb = service === "geminidb" ? { "opentelekomcloud:tenantName": "eu-de_gemini" } : {};
      const own = isRackspace ? { ...rackspaceConfig(outside.urls), "trove:endpoint": outside.urls.trove } : geminidb;
      const wanted = Object.entries({ ...usual, ...own }).filter(([, value]) => value !== undefined);
      const config = Object.fromEntries(wanted) as Record<string, string>;
      let stack: Stack | undefined;
      try {
        stack = await Stack.create(engine, { dir: folder, config, env: QUICKLY });
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
        assert.ok(run.stdout.includes(says), run.stdout);
        assert.doesNotMatch(run.stdout + run.stderr, /emulator-token|not-a-real-password|fake-rackspace/);
        assert.doesNotMatch(run.stdout, /allow:/);
        await writeFile(join(folder, "index.ts"), run.stdout);
        const created = declarationsIn(run.stdout).length + 1;
        const preview = await stack.preview();
        assert.equal(preview.code, 0, preview.stdout + preview.stderr);
        const up = await stack.up(["--skip-preview"]);
        assert.equal(up.code, 0, up.stdout + up.stderr);
        assert.match(up.stdout, new RegExp(`\\+ ${created} created`), up.stdout);
        const again = await stack.preview(["--expect-no-changes"]);
        assert.equal(again.code, 0, again.stdout + again.stderr);
        assert.match(again.stdout, new RegExp(`${created} unchanged`));
        assert.deepEqual(await outside.writes(), []);
      } finally {
        await stack?.dispose();
        await outside.close();
      }
    });
  }
});
