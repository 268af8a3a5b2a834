import type { Emulator, EmulatorUrls } from "../../emulator";
import type { RunOptions, Stack } from "../engine/project";
import type { Declaration } from "../programs/declaration";
import { Beside } from "./beside";
import { readSteps, type Step } from "./steps";

export interface Outcome {
  code: number;
  /** Everything that was printed. */
  text: string;
}

/** A resource as the state holds it. */
export interface StoredResource {
  urn: string;
  type: string;
  id: string;
  delete?: boolean;
  initErrors?: string[];
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever is stored.
  inputs: Record<string, any>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever is stored.
  outputs: Record<string, any>;
}

const noPreview = "--skip-preview";

/** A stack that is led through its life, beside the service that it lives on. */
export class Journey extends Beside {
  private resources: Declaration[] = [];

  constructor(
    readonly stack: Stack,
    readonly emulator: Emulator,
  ) {
    super();
  }

  protected get urls(): EmulatorUrls {
    return this.emulator.urls;
  }

  /** What the program is from now on. */
  declare(...resources: Declaration[]): void {
    this.resources = resources;
  }

  async preview(args: string[] = [], options?: RunOptions): Promise<Outcome> {
    return all(await this.stack.preview(args, this.with(options)));
  }

  /** A preview of another program, which can be at the same time as others. */
  async previewOf(...resources: Declaration[]): Promise<Outcome> {
    return this.preview([], { env: { DECLARED_RESOURCES: JSON.stringify(resources) } });
  }

  async up(args: string[] = [], options?: RunOptions): Promise<Outcome> {
    return all(await this.stack.up([noPreview, ...args], this.with(options)));
  }

  async refresh(args: string[] = [], options?: RunOptions): Promise<Outcome> {
    return all(await this.stack.refresh([noPreview, ...args], this.with(options)));
  }

  async destroy(args: string[] = [], options?: RunOptions): Promise<Outcome> {
    return all(await this.stack.destroy([noPreview, ...args], this.with(options)));
  }

  /** Any other command of the engine. */
  async run(...args: string[]): Promise<Outcome> {
    return all(await this.stack.run(args));
  }

  /** The steps of a preview. */
  async steps(args: string[] = [], options?: RunOptions): Promise<Step[]> {
    return readSteps(await this.stack.preview(["--json", ...args], this.with(options)));
  }

  private with(options: RunOptions = {}): RunOptions {
    return { ...options, env: { DECLARED_RESOURCES: JSON.stringify(this.resources), ...options.env } };
  }

  /** The resources of this package, the newest first where one is being replaced. */
  async state(): Promise<StoredResource[]> {
    const resources = await this.stack.stored<StoredResource>();
    return resources.filter(({ type }) => type.startsWith("pulumi-nodejs:dynamic/"));
  }

  /** The one resource with this name. */
  async stored(name: string): Promise<StoredResource> {
    const found = (await this.state()).find(({ urn }) => urn.endsWith(`::${name}`));
    if (!found) throw new Error(`"${name}" is not in state`);
    return found;
  }
}

function all({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }): Outcome {
  return { code, text: stdout + stderr };
}
