import { type Props, ProviderProcess, registered } from "./provider-process";

type Lifecycle = ReturnType<ProviderProcess["of"]>;

export interface Declared {
  kind: string;
  name: string;
  args: object;
}

export interface Stored {
  kind: string;
  id: string;
  inputs: Props;
  outputs: Props;
  initErrors?: string[];
}

/** What a run came to: its errors, by the resource that they belong to. */
export interface Outcome {
  errors: Record<string, string>;
}

interface Partial extends Error {
  id?: string;
  properties?: Props;
  reasons?: string[];
}

/**
 * What the engine does with a stack, as far as its provider and its state can tell: each run has a provider process of
 * its own, and what a run is killed in leaves the state as it was.
 */
export class EngineModel {
  readonly state = new Map<string, Stored>();
  /** Of all times, by resource. */
  readonly everKnown = new Map<string, Set<string>>();
  readonly everReady = new Map<string, Set<string>>();
  /** How many the program has asked for so far, by resource. */
  readonly asked = new Map<string, number>();
  /** Replaced, and still to be deleted. */
  private readonly replaced: { name: string; stored: Stored }[] = [];
  private killed = false;

  constructor(
    readonly stack: string,
    private declared: Declared[],
  ) {}

  /** Changes the program. */
  edit(name: string, more: object): void {
    this.declared = this.declared.map((each) =>
      each.name === name ? { ...each, args: { ...each.args, ...more } } : each,
    );
  }

  /** The run that is under way changes the state no more. */
  kill(): void {
    this.killed = true;
  }

  /** `only`: which resources are replaced; all, when nothing else is said. */
  async up(config: Record<string, string>, replace?: "replace" | "taint", only?: readonly string[]): Promise<Outcome> {
    const provider = await this.start(config);
    return this.each(this.declared, async (declared) => {
      await this.step(provider, declared, only?.includes(declared.name) === false ? undefined : replace);
      await this.deleteReplaced(provider, declared.name);
    });
  }

  async refresh(config: Record<string, string>): Promise<Outcome> {
    const provider = await this.start(config);
    return this.each([...this.declared], async ({ kind, name }) => {
      const stored = this.state.get(name);
      if (!stored) return;
      const { id, props, inputs } = await provider.of(kind).read(stored.id, stored.outputs);
      if (!id) this.set(name, undefined);
      else this.set(name, { kind, id, inputs: inputs ?? stored.inputs, outputs: this.outputs(stored.inputs, props!) });
    });
  }

  async destroy(config: Record<string, string>): Promise<Outcome> {
    const provider = await this.start(config);
    return this.each([...this.declared], async ({ kind, name }) => {
      const stored = this.state.get(name);
      if (!stored) return;
      await provider.of(kind).delete(stored.id, stored.outputs);
      this.set(name, undefined);
    });
  }

  private async start(config: Record<string, string>): Promise<ProviderProcess> {
    this.killed = false;
    return ProviderProcess.start(config);
  }

  private async each(resources: Declared[], act: (declared: Declared) => Promise<void>): Promise<Outcome> {
    const errors: Record<string, string> = {};
    const one = async (declared: Declared) => {
      try {
        await act(declared);
      } catch (error) {
        errors[declared.name] = (error as Error).message;
      }
    };
    const dead = new Promise<void>((resolve) => {
      this.kill = () => {
        this.killed = true;
        resolve();
      };
    });
    await Promise.race([Promise.all(resources.map(one)), dead]);
    return { errors };
  }

  private async step(process: ProviderProcess, { kind, name, args }: Declared, replace?: "replace" | "taint") {
    const provider = process.of(kind);
    const stored = this.state.get(name);
    const news = registered(kind, name, this.stack, args);
    const { inputs = {}, failures = [] } = await provider.check(
      replace === "taint" ? {} : (stored?.inputs ?? {}),
      news,
    );
    if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join("\n"));
    if (!stored) return this.create(provider, kind, name, inputs);
    if (replace) return this.replace(provider, kind, name, inputs, false);
    const diff = await provider.diff(stored.id, stored.outputs, inputs);
    if ((diff.replaces ?? []).length > 0) {
      return this.replace(provider, kind, name, inputs, diff.deleteBeforeReplace === true);
    }
    const changed = diff.changes ?? JSON.stringify(stored.inputs) !== JSON.stringify(inputs);
    if (!changed && !stored.initErrors) return;
    await this.keep(kind, name, inputs, async () => {
      const { outs } = await provider.update(stored.id, stored.outputs, inputs);
      return { id: stored.id, outs: outs as Props };
    });
  }

  private async create(lifecycle: Lifecycle, kind: string, name: string, inputs: Props) {
    await this.keep(kind, name, inputs, async () => {
      const { id, outs } = await lifecycle.create(inputs);
      return { id, outs: outs as Props };
    });
  }

  private async replace(lifecycle: Lifecycle, kind: string, name: string, inputs: Props, deleteFirst: boolean) {
    const old = this.state.get(name)!;
    this.asked.set(name, (this.asked.get(name) ?? 1) + 1);
    if (deleteFirst) {
      await lifecycle.delete(old.id, old.outputs);
      this.set(name, undefined);
    }
    try {
      await this.create(lifecycle, kind, name, inputs);
    } finally {
      // Also when what was made is not finished.
      if (!deleteFirst && !this.killed && this.state.get(name) !== old) this.replaced.push({ name, stored: old });
    }
  }

  private async deleteReplaced(provider: ProviderProcess, name: string): Promise<void> {
    for (const each of this.replaced.filter((replaced) => replaced.name === name)) {
      await provider.of(each.stored.kind).delete(each.stored.id, each.stored.outputs);
      if (!this.killed) this.replaced.splice(this.replaced.indexOf(each), 1);
    }
  }

  /** Stores what was made; an error that carries an id stores that, with what is wrong with it. */
  private async keep(kind: string, name: string, inputs: Props, act: () => Promise<{ id: string; outs: Props }>) {
    try {
      const { id, outs } = await act();
      this.set(name, { kind, id, inputs, outputs: this.outputs(inputs, outs) });
    } catch (error) {
      const { id, properties, reasons } = error as Partial;
      if (id) this.set(name, { kind, id, inputs, outputs: this.outputs(inputs, properties!), initErrors: reasons });
      throw error;
    }
  }

  private outputs({ __provider }: Props, outs: Props): Props {
    return { ...outs, __provider };
  }

  private set(name: string, stored: Stored | undefined): void {
    if (this.killed) return;
    if (!stored) {
      this.state.delete(name);
      return;
    }
    this.state.set(name, stored);
    const known = this.everKnown.get(name) ?? new Set();
    const { backupId, planId, state } = stored.outputs;
    const id = `${planId ?? backupId ?? stored.id}`;
    this.everKnown.set(name, known.add(id));
    if (state === "ready") this.everReady.set(name, (this.everReady.get(name) ?? new Set()).add(id));
  }
}
