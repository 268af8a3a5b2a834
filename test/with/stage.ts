import { rm } from "node:fs/promises";
import { type Emulator, startEmulator } from "../emulator";
import type { StackConfig } from "./engine/stack-config";
import { formOr, inOwnNamespace } from "./host/form";
import { configFor } from "./host/use-host";
import { Outside } from "./outside";
import { pluginFolder } from "./plugin-folder";
import { Program } from "./programs/program";
import { HERE, type Where } from "./where";

/** An emulator, and one stack whose configuration leads to it. It may use the plugin. */
export class Stage extends Outside {
  private constructor(
    emulator: Emulator,
    readonly program: Program,
    private readonly plugin: string,
    /** The configuration as its form reads it, with more that the dynamic form reads. */
    readonly configured: (more: StackConfig) => StackConfig,
  ) {
    super(emulator);
  }

  static async open(
    settings: Record<string, unknown> = {},
    config: StackConfig = {},
    where: Where = HERE,
  ): Promise<Stage> {
    const { services, program: dir, form = formOr("dynamic") } = where;
    const emulator = await startEmulator({ settings, ...(services && { services }) });
    const accounts = configFor(emulator.urls, where) as StackConfig;
    const configured = (more: StackConfig) =>
      form === "dynamic" ? { ...accounts, ...more } : (inOwnNamespace({ ...accounts, ...more }) as StackConfig);
    const plugin = await pluginFolder();
    const program = await Program.create({
      dir,
      path: [plugin],
      config: { ...configured({}), "declared:form": form, ...config },
    });
    return new Stage(emulator, program, plugin, configured);
  }

  override async close(): Promise<void> {
    await this.program.dispose();
    await rm(this.plugin, { recursive: true, force: true });
    await super.close();
  }
}
