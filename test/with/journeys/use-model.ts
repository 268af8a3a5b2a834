import { after, before } from "mocha";
import { World } from "../../faults/world";
import { openHome } from "../home";
import { Outside } from "../outside";
import type { Declaration } from "../programs/declaration";
import type { Outcome } from "./assert-outcome";
import { type Outcome as Run, Stack, type Stored } from "./stack";

/** A stack that the model of an engine leads through its life, as a real engine does with that of a stage. */
class Modelled extends Outside {
  private resources: Declaration[] = [];
  private readonly stack: Stack;

  constructor(world: World, config: object) {
    super({ urls: world.urls, stop: () => world.close() });
    this.stack = new Stack(world, "dev", { "": { "backup-plans:adoptUnseen": "false", ...config } });
  }

  /** Sets the resources of the program from now on. */
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
  let modelled: Modelled;
  let home: ReturnType<typeof openHome>;
  before(async () => {
    home = openHome();
    modelled = new Modelled(await World.open({ buildSeconds: 0.05 }), config);
  });
  after(async () => {
    home?.close();
    await modelled?.close();
  });
  return () => modelled;
}

function told({ errors, warnings }: Run): Outcome {
  return {
    code: errors.length > 0 ? 1 : 0,
    text: [...errors, ...warnings.map((each) => `warning: ${each}`)].join("\n"),
  };
}
