import type { History } from "./history";
import { type Props, type ProviderProcess, registered } from "./provider-process";

export interface Declared {
  kind: string;
  name: string;
  args: object;
}

/** Why what stays as it is declared is replaced; `again`: to look for the replacement that a killed run asked for. */
export type Replacing = "replace" | "taint" | "again";

/** One command. What is left of a killed one reaches nothing. */
export interface Run {
  killed: boolean;
  kill(): void;
}

/** What is thrown about something that exists. */
interface Unfinished extends Error {
  id?: string;
  properties?: Props;
  reasons?: string[];
}

type Made = { id: string; outs: Props };

/** One resource in one command: the calls that the engine makes, and what it stores of their answers. */
export class ResourceRun {
  constructor(
    private readonly run: Run,
    private readonly provider: ReturnType<ProviderProcess["of"]>,
    private readonly history: History,
    private readonly stack: string,
    private readonly declared: Declared,
  ) {}

  get name(): string {
    return this.declared.name;
  }

  /** `isCutShort`: another resource fails before anything is deleted. */
  async up(replace: Replacing | undefined, isCutShort: boolean): Promise<void> {
    await this.step(replace);
    if (isCutShort) return;
    for (const each of this.history.replaced.filter(({ name }) => name === this.name)) {
      await this.provider.delete(each.stored.id, each.stored.outputs);
      if (!this.run.killed) this.history.replaced.splice(this.history.replaced.indexOf(each), 1);
    }
  }

  async refresh(): Promise<void> {
    const { stored } = this;
    if (!stored) return;
    const { id, props, inputs = stored.inputs } = await this.provider.read(stored.id, stored.outputs);
    if (this.run.killed) return;
    const { __provider } = stored.inputs;
    this.history.set(this.name, id ? { id, inputs, outputs: { ...props, __provider } } : undefined);
  }

  async destroy(): Promise<void> {
    const { stored } = this;
    if (!stored) return;
    await this.provider.delete(stored.id, stored.outputs);
    if (!this.run.killed) this.history.leave(this.name);
  }

  private get stored() {
    return this.history.state.get(this.name);
  }

  private async step(replace: Replacing | undefined): Promise<void> {
    const { stored, provider } = this;
    const { kind, name, args } = this.declared;
    const olds = replace === "taint" ? {} : (stored?.inputs ?? {});
    const { inputs = {}, failures = [] } = await provider.check(olds, registered(kind, name, this.stack, args));
    if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join("\n"));
    if (!stored) return this.create(inputs);
    if (replace === "again") return this.succeed(inputs, false);
    if (replace) return this.replace(inputs, false);
    const diff = await provider.diff(stored.id, stored.outputs, inputs);
    if ((diff.replaces ?? []).length > 0) return this.replace(inputs, diff.deleteBeforeReplace === true);
    const changed = diff.changes ?? JSON.stringify(stored.inputs) !== JSON.stringify(inputs);
    if (!changed && !stored.initErrors) return;
    await this.keep(inputs, async () => {
      const { outs = {} } = await provider.update(stored.id, stored.outputs, inputs);
      return { id: stored.id, outs };
    });
  }

  private async create(inputs: Props): Promise<void> {
    await this.keep(inputs, async () => (await this.provider.create(inputs)) as Made);
  }

  private replace(inputs: Props, deleteFirst: boolean): Promise<void> {
    this.history.replace(this.name);
    return this.succeed(inputs, deleteFirst);
  }

  private async succeed(inputs: Props, deleteFirst: boolean): Promise<void> {
    const old = this.stored!;
    if (deleteFirst) {
      await this.provider.delete(old.id, old.outputs);
      if (!this.run.killed) this.history.set(this.name, undefined);
    }
    try {
      await this.create(inputs);
    } finally {
      // Also when what was made is not finished.
      if (!deleteFirst && this.stored !== old) this.history.replaced.push({ name: this.name, stored: old });
    }
  }

  /** Stores what was made; an error that carries an id stores that, with what is wrong with it. */
  private async keep(inputs: Props, act: () => Promise<Made>): Promise<void> {
    const { __provider } = inputs;
    const store = (id: string, outputs: Props, initErrors?: string[]) => {
      if (!this.run.killed)
        this.history.set(this.name, { id, inputs, outputs: { ...outputs, __provider }, initErrors });
    };
    try {
      const { id, outs } = await act();
      store(id, outs);
    } catch (error) {
      const { id, properties = {}, reasons } = error as Unfinished;
      if (id) store(id, properties, reasons);
      throw error;
    }
  }
}
