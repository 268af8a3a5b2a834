import { rm } from "node:fs/promises";
import { after, before } from "mocha";
import { type Emulator, startEmulator } from "../emulator";
import type { StackConfig } from "./engine/stack-config";
import { formOr, inOwnNamespace } from "./host/form";
import { configFor } from "./host/use-host";
import { Outside } from "./outside";
import { pluginFolder } from "./plugin-folder";
import { Program } from "./programs/program";
import { HERE, type Where } from "./where";

interface Options {
  /** The settings of the emulator. */
  settings?: Record<string, unknown>;
  /** The configuration of the stack, beside what leads to the emulator. */
  config?: StackConfig;
  env?: NodeJS.ProcessEnv;
  where?: Where;
}

/** An emulator, and one stack whose configuration leads to it. It may use the plugin. */
export class Stage extends Outside {
  private constructor(
    emulator: Emulator,
    readonly program: Program,
    private readonly plugin: string,
  ) {
    super(emulator);
  }

  static async open({ settings, config, env, where = HERE }: Options = {}): Promise<Stage> {
    const { services, program: dir, form = formOr("dynamic") } = where;
    const emulator = await startEmulator({ settings, ...(services && { services }) });
    const accounts = configFor(emulator.urls, where);
    const configured = (form === "dynamic" ? accounts : inOwnNamespace(accounts)) as StackConfig;
    const plugin = await pluginFolder();
    const program = await Program.create({
      ...{ dir, env, path: [plugin] },
      config: { ...configured, "declared:form": form, ...config },
    });
    return new Stage(emulator, program, plugin);
  }

  override async close(): Promise<void> {
    await this.program.dispose();
    await rm(this.plugin, { recursive: true, force: true });
    await super.close();
  }
}

/** One stage for the tests of a `describe`, which follow each other in the life of its stack. */
export function useStage(options?: Options | (() => Promise<Options>)): () => Stage {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open(typeof options === "function" ? await options() : options);
  });
  after(() => stage?.close());
  return () => stage;
}
