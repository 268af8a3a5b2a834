import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Emulator } from "../emulator";
import type { Engine } from "../engine/engine";
import { Stack } from "../engine/project";
import type { StackConfig } from "../engine/stack-config";
import { configFor } from "../host/use-host";
import type { Declaration } from "../programs/declaration";

/** A violation, as the engine prints it. */
export interface Violation {
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

const example = join(__dirname, "..", "..", "examples", "policy-pack");

/** The policy pack of the examples, over a stack of the program `declared`. */
export class PolicedStack {
  private constructor(
    private readonly stack: Stack,
    private readonly folder: string,
  ) {}

  /** `others`: the packages of the providers, beside this one, whose resources the program declares. */
  static async create(engine: Engine, emulator: Emulator, others: readonly string[]): Promise<PolicedStack> {
    const folder = await mkdtemp(join(tmpdir(), "backup-policies-"));
    for (const name of others) await writeProvider(join(folder, `pulumi-resource-${name}`));
    const stack = await Stack.create(engine, {
      dir: join(__dirname, "..", "programs", "declared"),
      config: configFor(emulator.urls) as StackConfig,
      env: {
        PATH: [folder, engine.dir, process.env.PATH].filter((each) => each !== undefined).join(delimiter),
        PULUMI_NODEJS_TRANSPILE_ONLY: "true",
      },
    });
    return new PolicedStack(stack, folder);
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
    const args = ["--policy-pack", example, "--policy-pack-config", file];
    return told(verb === "preview" ? await this.stack.preview(args) : await this.stack.up(["--skip-preview", ...args]));
  }
}

/** A plugin is an executable of its name. */
async function writeProvider(path: string): Promise<void> {
  await writeFile(path, `#!/usr/bin/env node\nrequire(${JSON.stringify(join(__dirname, "other-provider.js"))});\n`);
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
