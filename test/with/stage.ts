import { type Emulator, startEmulator } from "../emulator";
import type { StackConfig } from "./engine/stack-config";
import { configFor } from "./host/use-host";
import { Outside } from "./outside";
import { Program } from "./programs/program";
import { HERE, type Where } from "./where";

/** An emulator, and one stack whose configuration leads to it. */
export class Stage extends Outside {
  private constructor(
    emulator: Emulator,
    readonly program: Program,
  ) {
    super(emulator);
  }

  static async open(
    settings: Record<string, unknown> = {},
    config: StackConfig = {},
    where: Where = HERE,
  ): Promise<Stage> {
    const { services, program: dir } = where;
    const emulator = await startEmulator({ settings, ...(services && { services }) });
    const accounts = configFor(emulator.urls, where) as StackConfig;
    return new Stage(emulator, await Program.create({ dir, config: { ...accounts, ...config } }));
  }

  override async close(): Promise<void> {
    await this.program.dispose();
    await super.close();
  }
}
