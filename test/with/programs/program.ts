import { rm } from "node:fs/promises";
import { join } from "node:path";
import { TYPES } from "../../../provider/program/types";
import type { EngineVersion } from "../engine/engine";
import { findEngine } from "../engine/find";
import { type RunOptions, Stack } from "../engine/project";
import { QUICKLY } from "../engine/quickly";
import type { ProcessResult } from "../engine/run-process";
import type { StackConfig } from "../engine/stack-config";
import { formOr, inOwnNamespace } from "../host/form";
import { pluginFolder } from "../plugin-folder";
import type { Declaration } from "./declaration";

/** A run, as it tells what it did. */
export interface Run {
  code: number;
  /** Everything that was printed. */
  text: string;
  /** How many resources, by what happened to them: created, updated, replaced, deleted, unchanged. */
  changes: Record<string, number>;
}

/** A resource in state. */
export interface StateResource {
  urn: string;
  id: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever is stored.
  inputs: Record<string, any>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever is stored.
  outputs: Record<string, any>;
  initErrors?: string[];
  protect?: boolean;
}

interface ProgramOptions {
  name?: string;
  config?: StackConfig;
  env?: NodeJS.ProcessEnv;
  engine?: EngineVersion;
  /** The folder of the program. */
  dir?: string;
  /** Folders that come on PATH after that of the engine. */
  path?: readonly string[];
}

/** A stack of the program `declared`: what a user would write in a program is declared here. */
export class Program {
  private constructor(
    private readonly stack: Stack,
    private readonly plugin: string | undefined,
  ) {}

  /** In the form that `PROVIDER_FORM` names. */
  static async create({ engine: version, ...options }: ProgramOptions = {}): Promise<Program> {
    const plugin = formOr("dynamic") === "plugin" ? await pluginFolder() : undefined;
    const { config = {}, path = [] } = options;
    const byPlugin = plugin && {
      path: [plugin, ...path],
      config: { ...inOwnNamespace(config), "declared:form": "plugin" },
    };
    const env = { ...QUICKLY, ...options.env };
    const all = { dir: join(__dirname, "declared"), ...options, ...byPlugin, env };
    return new Program(await Stack.create(await findEngine({ version }), all), plugin);
  }

  declare(resources: readonly Declaration[], more: StackConfig = {}): Promise<void> {
    return this.stack.setConfig({ "declared:resources": resources, ...more });
  }

  async up(...args: string[]): Promise<Run> {
    return summed(await this.stack.up(["--skip-preview", ...args]));
  }

  async preview(...args: string[]): Promise<Run> {
    return summed(await this.stack.preview(args));
  }

  /** Returns what a preview of these resources writes as JSON; its code tells whether it succeeded. */
  previewJson(resources: readonly Declaration[], env: NodeJS.ProcessEnv = {}): Promise<ProcessResult> {
    return this.json(["preview", "--json", "--show-sames"], resources, env);
  }

  /** Returns what any other command writes about these resources. */
  json(args: string[], resources: readonly Declaration[] = [], env: NodeJS.ProcessEnv = {}): Promise<ProcessResult> {
    return this.stack.run(args, { env: { DECLARED_RESOURCES: JSON.stringify(resources), ...env } });
  }

  async refresh(...args: string[]): Promise<Run> {
    return summed(await this.stack.refresh(["--skip-preview", ...args]));
  }

  async destroy(...args: string[]): Promise<Run> {
    return summed(await this.stack.destroy(["--skip-preview", ...args]));
  }

  async run(args: string[], options?: RunOptions): Promise<Run> {
    return summed(await this.stack.run(args, options));
  }

  /** The resources in state by their names, without stack and providers. */
  async state(): Promise<Record<string, StateResource>> {
    const stored = await this.stack.stored<StateResource>();
    const resources = stored.filter(({ urn }) => OURS.test(urn));
    return Object.fromEntries(resources.map((resource) => [nameOf(resource.urn), resource]));
  }

  /** The folder of all that its runs write. */
  get root(): string {
    return this.stack.root;
  }

  async urnOf(name: string): Promise<string> {
    const resource = (await this.state())[name];
    if (resource === undefined) throw new Error(`"${name}" is not in state`);
    return resource.urn;
  }

  async dispose(): Promise<void> {
    await this.stack.dispose();
    if (this.plugin !== undefined) await rm(this.plugin, { recursive: true });
  }
}

const OURS = new RegExp(`(::|\\$)(${Object.values(TYPES).join("|")})`);

function nameOf(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}

function summed({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }): Run {
  const resources = stdout.slice(stdout.lastIndexOf("Resources:"));
  const lines = resources.matchAll(/^ +[+~-]* ?(\d+) ([a-z]+)/gm);
  const changes = Object.fromEntries([...lines].map(([, count, what]) => [what, Number(count)]));
  return { code, text: stdout + stderr, changes };
}
