import { after, before } from "mocha";
import type { EmulatorUrls } from "../../emulator";
import { World } from "../../faults/world";
import { type Outcome as Run, Stack, type Stored } from "../../provider/core/ledger/stack";
import { openHome } from "../home";
import type { Declaration } from "../programs/declaration";
import { Beside } from "./beside";
import type { Outcome } from "./journey";

/** A stack that the model of an engine leads through its life, as a real engine does with that of `useJourney`. */
export class Modelled extends Beside {
  private resources: Declaration[] = [];
  private readonly stack: Stack;

  constructor(
    private readonly world: World,
    config: object,
  ) {
    super();
    this.stack = new Stack(world, "dev", { "": { "backup-plans:adoptUnseen": "false", ...config } });
  }

  protected get urls(): EmulatorUrls {
    return this.world.urls;
  }

  /** What the program is from now on. */
  declare(...resources: Declaration[]): void {
    this.resources = resources;
  }

  async preview(): Promise<Outcome> {
    return told(await this.stack.up(this.declared, { preview: true }));
  }

  async up(): Promise<Outcome> {
    return told(await this.stack.up(this.declared));
  }

  async refresh(): Promise<Outcome> {
    return told(await this.stack.up([], { refresh: true, preview: true }));
  }

  async destroy(): Promise<Outcome> {
    return told(await this.stack.destroy());
  }

  state(): Stored[] {
    return [...this.stack.state.values()];
  }

  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever is stored.
  outputs(name: string): Record<string, any> {
    return this.stack.state.get(name)!.outputs;
  }

  private get declared() {
    return this.resources.map(({ kind, name, args }) => ({ kind, name, args: { ...args } }));
  }
}

/** One stack on services of its own, for the tests of a `describe`, which follow each other in its life. */
export function useModel(config: object = {}): () => Modelled {
  let world: World;
  let modelled: Modelled;
  let home: ReturnType<typeof openHome>;
  before(async () => {
    home = openHome();
    world = await World.open({ buildSeconds: 0.05 });
    modelled = new Modelled(world, config);
  });
  after(async () => {
    home?.close();
    await world?.close();
  });
  return () => modelled;
}

function told({ errors, warnings }: Run): Outcome {
  return {
    code: errors.length > 0 ? 1 : 0,
    text: [...errors, ...warnings.map((each) => `warning: ${each}`)].join("\n"),
  };
}
