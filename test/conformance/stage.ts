import { type Emulator, startEmulator } from "../emulator";
import type { StackConfig } from "../with/engine/stack-config";
import { configFor } from "../with/host/use-host";
import { Program } from "../with/programs/program";
import { Outside } from "./outside";

/** An emulator, and one stack whose configuration leads to it. */
export class Stage extends Outside {
  private constructor(
    emulator: Emulator,
    readonly program: Program,
  ) {
    super(emulator);
  }

  static async open(settings: Record<string, unknown> = {}, config: StackConfig = {}): Promise<Stage> {
    const emulator = await startEmulator({ settings });
    const accounts = configFor(emulator.urls) as StackConfig;
    return new Stage(emulator, await Program.create({ config: { ...accounts, ...config } }));
  }

  override async close(): Promise<void> {
    await this.program.dispose();
    await super.close();
  }
}
