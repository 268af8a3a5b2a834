import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Engine } from "./engine";
import { engineEnvironment } from "./environment";
import { requireBuilt } from "./require-built";
import { type ProcessOptions, type ProcessResult, runProcess } from "./run-process";
import { type StackConfig, secretArguments, writePlainConfig } from "./stack-config";

// At once: later, what was started before would keep the tests from ending.
requireBuilt();

interface StackOptions {
  /** A folder with a Pulumi.yaml; nothing is written into it. */
  dir: string;
  name?: string;
  config?: StackConfig;
  /** Folders that come on PATH after that of the engine. */
  path?: readonly string[];
  /** Added to the environment of every run. */
  env?: NodeJS.ProcessEnv;
}

/** `env` is added to the environment of this run, and a run ends after 300 s when nothing else is said. */
export type RunOptions = Omit<ProcessOptions, "cwd">;

const runsProgram = new Set(["preview", "up", "refresh", "destroy", "import"]);

/** A stack with a home, a state and a configuration of its own, so that many can run one program at once. */
export class Stack {
  private readonly disposal = new AbortController();
  private readonly running = new Set<Promise<unknown>>();

  private constructor(
    private readonly engine: Engine,
    private readonly options: StackOptions,
    /** Where all is that its runs write. */
    readonly root: string,
    readonly name: string,
  ) {}

  static async create(engine: Engine, options: StackOptions): Promise<Stack> {
    const root = await mkdtemp(join(tmpdir(), "pulumi-backup-plans-"));
    const stack = new Stack(engine, options, root, options.name ?? "test");
    try {
      await stack.initialize();
    } catch (error) {
      await stack.dispose();
      throw error;
    }
    return stack;
  }

  preview(args: string[] = [], options?: RunOptions): Promise<ProcessResult> {
    return this.run(["preview", ...args], options);
  }

  up(args: string[] = [], options?: RunOptions): Promise<ProcessResult> {
    return this.run(["up", "--yes", ...args], options);
  }

  refresh(args: string[] = [], options?: RunOptions): Promise<ProcessResult> {
    return this.run(["refresh", "--yes", ...args], options);
  }

  destroy(args: string[] = [], options?: RunOptions): Promise<ProcessResult> {
    return this.run(["destroy", "--yes", ...args], options);
  }

  export(args: string[] = []): Promise<ProcessResult> {
    return this.run(["stack", "export", ...args]);
  }

  /** The resources of the stored state. Its file is read, since each run of the CLI takes a quarter of a second. */
  async stored<Resource>(): Promise<Resource[]> {
    const stacks = join(this.root, "state", ".pulumi", "stacks");
    const [project] = await readdir(stacks);
    const text = await readFile(join(stacks, `${project}`, `${this.name}.json`), "utf8");
    const { checkpoint } = JSON.parse(text) as { checkpoint: { latest?: { resources?: Resource[] } } };
    return checkpoint.latest?.resources ?? [];
  }

  async setConfig(config: StackConfig): Promise<void> {
    await writePlainConfig(this.configFile, config);
    const secrets = secretArguments(config);
    if (secrets.length > 0) await this.mustRun(["config", "set-all", ...secrets]);
  }

  /** Runs any command on this stack, whatever its exit code. */
  async run(args: string[], options: RunOptions = {}): Promise<ProcessResult> {
    const runs = runsProgram.has(args[0] ?? "");
    const config = runs ? ["--config-file", this.configFile] : [];
    const folders = { home: join(this.root, "home"), backendDir: join(this.root, "state"), path: this.options.path };
    const { signal, env } = options;
    const stack = args[0] === "plugin" ? [] : ["--stack", this.name];
    const run = runProcess(this.engine.bin, [...args, ...stack, "--non-interactive", ...config], {
      timeoutSeconds: 300,
      ...options,
      cwd: runs ? resolve(this.options.dir) : this.shadow,
      env: { ...engineEnvironment(this.engine, folders), ...this.options.env, ...env },
      signal: signal === undefined ? this.disposal.signal : AbortSignal.any([signal, this.disposal.signal]),
    });
    this.running.add(run);
    return run.finally(() => this.running.delete(run));
  }

  /** Ends what still runs and removes every trace. */
  async dispose(): Promise<void> {
    this.disposal.abort();
    await Promise.allSettled(this.running);
    await rm(this.root, { recursive: true, force: true });
  }

  // `stack init` and `config` write beside Pulumi.yaml, so they get a folder with a copy of it.
  private get shadow(): string {
    return join(this.root, "project");
  }

  private get configFile(): string {
    return join(this.shadow, `Pulumi.${this.name}.yaml`);
  }

  private async initialize(): Promise<void> {
    for (const folder of ["home", "state", "project"]) await mkdir(join(this.root, folder));
    await copyFile(join(this.options.dir, "Pulumi.yaml"), join(this.shadow, "Pulumi.yaml"));
    await this.mustRun(["stack", "init", "--no-select"]);
    await this.setConfig(this.options.config ?? {});
  }

  private async mustRun(args: string[]): Promise<void> {
    const { code, stdout, stderr } = await this.run(args);
    if (code !== 0) throw new Error(`pulumi ${args.slice(0, 2).join(" ")} failed:\n${stdout}${stderr}`);
  }
}
