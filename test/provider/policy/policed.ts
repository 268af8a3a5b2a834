import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import ts from "typescript";
import type { Emulator } from "../../emulator";
import type { Engine } from "../../with/engine/engine";
import { Stack } from "../../with/engine/project";
import { QUICKLY } from "../../with/engine/quickly";
import type { StackConfig } from "../../with/engine/stack-config";
import { configFor } from "../../with/host/use-host";
import type { Declaration } from "../../with/programs/declaration";
import { ROOT } from "../../with/root";

/** A violation, as the engine prints it. */
interface Violation {
  level: string;
  policy: string;
  /** The name of the resource. */
  resource: string;
  text: string;
}

export interface Policed {
  code: number;
  text: string;
  violations: Violation[];
}

const example = join(ROOT, "examples", "policy-pack");

/** The policy pack of the examples, over a stack of the program `declared`. */
export class PolicedStack {
  private constructor(
    private readonly stack: Stack,
    private readonly folder: string,
    private readonly pack: string,
  ) {}

  /** `others`: the packages of the providers, beside this one, whose resources the program declares. */
  static async create(engine: Engine, emulator: Emulator, others: readonly string[]): Promise<PolicedStack> {
    const folder = await mkdtemp(join(tmpdir(), "backup-policies-"));
    const otherProvider = `require(${JSON.stringify(join(__dirname, "other-provider.js"))});`;
    for (const name of others) await writePlugin(join(folder, `pulumi-resource-${name}`), otherProvider);
    const stack = await Stack.create(engine, {
      dir: join(ROOT, "test", "with", "programs", "declared"),
      config: configFor(emulator.urls) as StackConfig,
      env: {
        PATH: [folder, engine.dir, process.env.PATH].filter((each) => each !== undefined).join(delimiter),
        ...QUICKLY,
      },
    });
    return new PolicedStack(stack, folder, engine.version === "3.150.0" ? example : await launched(folder));
  }

  async preview(resources: readonly Declaration[], config: object = {}): Promise<Policed> {
    return this.run("preview", resources, config);
  }

  async up(resources: readonly Declaration[], config: object = {}): Promise<Policed> {
    return this.run("up", resources, config);
  }

  async refresh(): Promise<Policed> {
    return told(await this.stack.refresh(["--skip-preview"]));
  }

  async dispose(): Promise<void> {
    await this.stack.dispose();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async run(verb: "preview" | "up", resources: readonly Declaration[], config: object): Promise<Policed> {
    await this.stack.setConfig({ "declared:resources": resources });
    const file = join(this.folder, "config.json");
    await writeFile(file, JSON.stringify(config));
    const args = ["--policy-pack", this.pack, "--policy-pack-config", file];
    return told(verb === "preview" ? await this.stack.preview(args) : await this.stack.up(["--skip-preview", ...args]));
  }
}

/**
 * Later engines ask the language host to run a pack, and the one that is built here does not know how. Of a runtime that
 * has no language host they start the launcher, which does the same: so the example goes by such a runtime's name.
 */
async function launched(folder: string): Promise<string> {
  const runtime = "launched-node";
  const launcher = `process.env.PULUMI_NODEJS_TYPESCRIPT = "false"; require(require.resolve("@pulumi/pulumi/cmd/run-policy-pack", { paths: [process.cwd()] }));`;
  await writePlugin(join(folder, `pulumi-analyzer-policy-${runtime}`), launcher);
  const pack = join(folder, "pack");
  await mkdir(pack);
  await copyFile(join(example, "package.json"), join(pack, "package.json"));
  // The older engine runs it as it is written, which takes the compiler some seconds each time.
  const source = await readFile(join(example, "index.ts"), "utf8");
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  await writeFile(join(pack, "index.js"), outputText);
  await symlink(join(ROOT, "node_modules"), join(pack, "node_modules"));
  await writeFile(join(pack, "PulumiPolicy.yaml"), `runtime: ${runtime}\nmain: index.js\n`);
  return pack;
}

/** A plugin is an executable of its name. */
async function writePlugin(path: string, script: string): Promise<void> {
  await writeFile(path, `#!/usr/bin/env node\n${script}\n`);
  await chmod(path, 0o755);
}

/** Each begins with level, policy and resource; then come the policy's description and what was reported, a line each. */
function told({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }): Policed {
  const text = stdout + stderr;
  const violations = text
    .slice(text.indexOf("Policies:"))
    .split(/^ +- (?=\[)/m)
    .slice(1)
    .flatMap((block) => {
      const [, level, policy, resource] = /^\[(\w+)\] +(\S+) +\(.*: (\S+)\)$/m.exec(block) ?? [];
      if (!level || !policy || !resource) throw new Error(`not a violation: ${block}`);
      const lines = block.split("\n").slice(2);
      const end = lines.findIndex((line) => !line.startsWith("          "));
      return lines.slice(0, end).map((line) => ({ level, policy, resource, text: line.trim() }));
    });
  return { code, text, violations };
}
