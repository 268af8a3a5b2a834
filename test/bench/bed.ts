import { rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { type Emulator, startEmulator } from "../emulator";
import { type Control, controlOf } from "../with/control";
import type { Engine } from "../with/engine/engine";
import { findEngine } from "../with/engine/find";
import { Stack } from "../with/engine/project";
import type { StackConfig } from "../with/engine/stack-config";
import { configFor } from "../with/host/use-host";
import { pluginFolder } from "../with/plugin-folder";

export type Kind = "none" | "empty" | "bare" | "plan" | "plugin" | "usual" | "instant" | "dds" | "trove";

export interface Request {
  service: string;
  method: string;
  path: string;
  time: string;
}

/** Without the snapshots that make creating many slow: for what is made to be measured later. */
const unsaved = { PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" };

/** Backups of one instance are made one after the other, so that many at once need many instances. */
const INSTANCES = 200;

/** An emulator, and stacks of one program with as many resources of a kind as wanted. */
export class Bed {
  private readonly stacks = new Set<Stack>();

  private constructor(
    readonly engine: Engine,
    private readonly emulator: Emulator,
    private readonly plugin: string,
  ) {}

  static async create(): Promise<Bed> {
    const settings = {
      buildSeconds: 0,
      dds: { jobVisibleAfterSeconds: 0, deleteSeconds: 0, moreInstances: INSTANCES },
      trove: { maxBackups: -1, deleteSeconds: 0, moreInstances: INSTANCES },
    };
    return new Bed(await findEngine(), await startEmulator({ settings }), await pluginFolder());
  }

  async stack(kind: Kind, count: number, config: StackConfig = {}): Promise<Subject> {
    const { urls } = this.emulator;
    const env = {
      BENCH_KIND: kind,
      BENCH_COUNT: `${count}`,
      SERVERAVATAR_ENDPOINT: urls.serveravatar,
      SERVERAVATAR_TOKEN: "emulator-token",
      PATH: [this.engine.dir, this.plugin, process.env.PATH].filter(Boolean).join(delimiter),
    };
    const options = {
      dir: join(__dirname, "program"),
      env,
      config: { ...(configFor(urls) as StackConfig), ...config },
    };
    const stack = await Stack.create(this.engine, options);
    this.stacks.add(stack);
    return new Subject(stack, () => this.stacks.delete(stack));
  }

  /** A stack in which all is made already. */
  async filled(kind: Kind, count: number, config?: StackConfig): Promise<Subject> {
    const subject = await this.stack(kind, count, config);
    await subject.run(["up", "--yes", "--skip-preview"], unsaved);
    return subject;
  }

  get control(): Control {
    return controlOf(this.emulator.urls);
  }

  /** What the services are asked while `act` runs. */
  async requestsOf(act: () => Promise<unknown>): Promise<Request[]> {
    await this.control("DELETE", "/requests");
    await act();
    return this.control("GET", "/requests");
  }

  async close(): Promise<void> {
    for (const stack of this.stacks) await stack.dispose();
    await this.emulator.stop();
    await rm(this.plugin, { recursive: true });
  }
}

/** What is measured. */
export class Subject {
  constructor(
    private readonly stack: Stack,
    private readonly forget: () => void,
  ) {}

  preview(env?: NodeJS.ProcessEnv): Promise<number> {
    return this.run(["preview"], env);
  }

  up(env?: NodeJS.ProcessEnv): Promise<number> {
    return this.run(["up", "--yes", "--skip-preview"], env);
  }

  refresh(): Promise<number> {
    return this.run(["refresh", "--yes", "--skip-preview"]);
  }

  /** How many seconds it takes. */
  async run(args: string[], env?: NodeJS.ProcessEnv): Promise<number> {
    const begin = performance.now();
    const { code, stdout, stderr } = await this.stack.run(args, { env, timeoutSeconds: 1800 });
    if (code !== 0) throw new Error(`pulumi ${args.join(" ")} failed:\n${stdout.slice(-3000)}${stderr.slice(-1000)}`);
    return (performance.now() - begin) / 1000;
  }

  state(): Promise<{ type: string; outputs?: Record<string, unknown> }[]> {
    return this.stack.stored();
  }

  async dispose(): Promise<void> {
    this.forget();
    await this.stack.dispose();
  }
}
