import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EmulatorUrls } from "../../emulator";
import { declarationsIn } from "../../provider/cli/declarations";
import type { Engine } from "../../with/engine/engine";
import { engineEnvironment } from "../../with/engine/environment";
import { findEngine } from "../../with/engine/find";
import { Stack } from "../../with/engine/project";
import { QUICKLY } from "../../with/engine/quickly";
import { runProcess } from "../../with/engine/run-process";
import { filled } from "../../with/filled/filled";
import { ODD_NAMES } from "../../with/filled/odd-names";
import type { Props } from "../../with/host/host";
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

interface Account {
  title: string;
  /** A line of each service's program. */
  says: Record<string, string>;
  own?: (urls: EmulatorUrls) => Props;
  settings?: Record<string, unknown>;
}

const ACCOUNTS: Account[] = [
  {
    title: "ServerAvatar, Trove, DDS and RDS in one stack",
    says: {
      serveravatar: "schedule: ServerAvatar does not show it",
      trove: "it is not complete (FAILED)",
      dds: "// f111ed00000000000000000000000000in02 (plain)",
      rds: "no program can declare it: keepDays",
    },
  },
  {
    title: "GeminiDB",
    says: { geminidb: "no page of the vendor has its status (MYSTERY)" },
    own: () => ({ "opentelekomcloud:tenantName": "eu-de_gemini" }),
  },
  {
    title: "Rackspace",
    says: { trove: "a schedule of Rackspace" },
    own: (urls) => ({ ...rackspaceConfig(urls), "trove:endpoint": urls.trove }),
    settings: { trove: { flavour: "rackspace" } },
  },
];

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

  for (const { title, says, own, settings } of ACCOUNTS) {
    it(`of ${title} is adopted without a write`, async () => {
      const outside = await Outside.start({ services: filled(BACKUPS), settings });
      const all = Object.entries({ ...configFor(outside.urls), ...own?.(outside.urls) });
      const config = Object.fromEntries(all.filter(([, value]) => value !== undefined)) as Record<string, string>;
      let stack: Stack | undefined;
      try {
        stack = await Stack.create(engine, { dir: folder, config, env: QUICKLY });
        await outside.control("DELETE", "/requests");
        let declared = 0;
        for (const [service, words] of Object.entries(says)) {
          const program = await discovered(stack, service);
          assert.ok(program.includes(words), program);
          await writeFile(join(folder, `${service}.ts`), program);
          declared += declarationsIn(program).length;
        }
        const imports = Object.keys(says).map((service) => `import "./${service}";\n`);
        await writeFile(join(folder, "index.ts"), imports.join(""));
        const up = await stack.up(["--skip-preview"]);
        assert.equal(up.code, 0, up.stdout + up.stderr);
        assert.match(up.stdout, new RegExp(`\\+ ${declared + 1} created`), up.stdout);
        const again = await stack.preview(["--expect-no-changes"]);
        assert.equal(again.code, 0, again.stdout + again.stderr);
        assert.match(again.stdout, new RegExp(`${declared + 1} unchanged`));
        assert.deepEqual(await outside.writes(), []);
      } finally {
        await stack?.dispose();
        await outside.close();
      }
    });
  }

  /** The program that the command prints in a project of that stack. */
  async function discovered({ root }: Stack, service: string): Promise<string> {
    const env = engineEnvironment(engine, { home: join(root, "home"), backendDir: join(root, "state") });
    const command = [join(ROOT, "dist", "cli", "main.js"), "discover", service, "--stack", "test"];
    const run = await runProcess(process.execPath, [...command, "--format", "typescript"], {
      ...{ cwd: join(root, "project"), env, timeoutSeconds: 60 },
    });
    assert.equal(run.code, 0, run.stderr);
    assert.doesNotMatch(run.stdout + run.stderr, /emulator-token|not-a-real-password|fake-rackspace/);
    assert.doesNotMatch(run.stdout, /allow:/);
    return run.stdout;
  }
});
