import { type Props, ProviderProcess, registered } from "../../faults/provider-process";
import type { World } from "../../faults/world";
import { formOr } from "../host/form";

/** One resource as a program declares it; `alias` is the name that it had before. */
export interface Declared {
  kind: string;
  name: string;
  /** A function gets what the state holds by now: the outputs of other resources. */
  args: Props | ((state: ReadonlyMap<string, Stored>) => Props);
  alias?: string;
  /** The types of the components that it is in. */
  within?: string;
  /** Its explicit provider. */
  account?: string;
}

/** How one `up` differs from a plain one. */
export interface Options {
  /** Names that `--replace` gives, for which the engine asks no diff. */
  replace?: readonly string[];
  /** Only these are touched. */
  target?: readonly string[];
  /** A neighbour fails, so that nothing is deleted and what was replaced stays to be deleted. */
  neighbourFails?: true;
  /** `--continue-on-error`: what is to be deleted goes also where something failed. */
  continueOnError?: true;
  /** Pulumi's option `deleteBeforeReplace`. */
  deleteFirst?: true;
  /** The state is refreshed first, in the same process. */
  refresh?: true;
  /** It only checks and compares. */
  preview?: true;
}

/** A resource in state. */
export interface Stored extends Declared {
  id: string;
  inputs: Props;
  outputs: Props;
}

export interface Outcome {
  errors: string[];
  warnings: string[];
}

interface Unfinished extends Error {
  id?: string;
  properties?: Props;
}

type Provider = ReturnType<ProviderProcess["of"]>;

/** The provider of a resource: each account has a process of its own. */
type Providers = (of: Declared) => Promise<Provider>;

/**
 * A stack as the engine keeps it: in each run it checks and compares every declared resource in order, creates, updates or
 * replaces it, and then deletes what was replaced and what left the program.
 */
export class Stack {
  state = new Map<string, Stored>();
  /** Replaced, and still to be deleted. */
  pending: Stored[] = [];

  constructor(
    private readonly world: World,
    private readonly name = "dev",
    /** The configuration of each explicit provider. */
    private readonly accounts: Record<string, object> = {},
    private readonly form = formOr("dynamic"),
  ) {}

  async up(declared: readonly Declared[], options: Options = {}): Promise<Outcome> {
    const { provider, outcome } = await this.process();
    const isTarget = ({ name }: Declared) => options.target?.includes(name) ?? true;
    if (options.refresh) await this.refreshWith(provider);
    for (const each of declared.filter(isTarget)) {
      await this.step(await provider(each), each, options).catch((error: Error) => outcome.errors.push(error.message));
    }
    if (options.neighbourFails || options.preview) return outcome;
    if (outcome.errors.length > 0 && !options.continueOnError) return outcome;
    const names = new Set(declared.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias])));
    const left = [...this.state.values()].filter((each) => !names.has(each.name) && isTarget(each));
    // What is built on another one was made after it, and goes before it.
    await this.delete(provider, [...this.pending.filter(isTarget), ...left].reverse(), outcome);
    return outcome;
  }

  /** A second resource in state that has the same thing, as version 0.1.0 allowed. */
  copy(name: string, to: string): void {
    const { [name]: stored } = Object.fromEntries(this.state);
    const owned = (props: Props) => ({ ...props, __owner: `${props.__owner}`.replace(new RegExp(`${name}$`), to) });
    this.state.set(to, { ...stored!, name: to, inputs: owned(stored!.inputs), outputs: owned(stored!.outputs) });
  }

  async destroy(target?: readonly string[]): Promise<Outcome> {
    const { provider, outcome } = await this.process();
    const all = [...this.pending, ...this.state.values()];
    await this.delete(provider, target ? all.filter(({ name }) => target.includes(name)) : all, outcome);
    return outcome;
  }

  private async process() {
    const outcome: Outcome = { errors: [], warnings: [] };
    // One run shows no rhythm, and no scenario is about that.
    const own = { "backup-plans:pollSeconds": "0.05", "backup-plans:adoptUnseen": "true" };
    const warned = (_urn: string, message: string) => void outcome.warnings.push(message);
    const processes = new Map<string, Promise<ProviderProcess>>();
    const provider: Providers = async ({ kind, account = "" }) => {
      const config = { ...this.world.config(), ...own, ...this.accounts[account] };
      const process = processes.get(account) ?? ProviderProcess.start(config, { lives: () => true, warned }, this.form);
      processes.set(account, process);
      return (await process).of(kind);
    };
    return { provider, outcome };
  }

  private async refreshWith(provider: Providers): Promise<void> {
    for (const each of this.state.values()) {
      const { id, props, inputs = each.inputs } = await (await provider(each)).read(each.id, each.outputs);
      if (id) this.state.set(each.name, { ...each, id, inputs, outputs: props as Props });
      else this.state.delete(each.name);
    }
  }

  private async delete(provider: Providers, all: Stored[], { errors }: Outcome): Promise<void> {
    for (const each of all) {
      try {
        await (await provider(each)).delete(each.id, each.outputs);
        this.pending = this.pending.filter((other) => other !== each);
        if (this.state.get(each.name) === each) this.state.delete(each.name);
      } catch (error) {
        errors.push((error as Error).message);
      }
    }
  }

  private async step(provider: Provider, declared: Declared, options: Options): Promise<void> {
    const { kind, name, alias, within } = declared;
    const args = typeof declared.args === "function" ? declared.args(this.state) : declared.args;
    const stored = this.state.get(name) ?? (alias === undefined ? undefined : this.state.get(alias));
    const check = async (olds: Props) => {
      const { inputs = {}, failures = [] } = await provider.check(
        olds,
        registered(kind, name, this.name, args, within),
      );
      if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join("\n"));
      return inputs;
    };
    const inputs = await check(stored?.inputs ?? {});
    if (!stored) return options.preview ? undefined : this.create(provider, declared, inputs);
    const isForced = options.replace?.includes(name) ?? false;
    const {
      replaces = [],
      deleteBeforeReplace,
      changes,
    } = isForced ? { replaces: ["id"] } : await provider.diff(stored.id, stored.outputs, inputs);
    if (options.preview) return;
    if (replaces.length > 0) {
      const deleteFirst = options.deleteFirst ?? deleteBeforeReplace;
      if (deleteFirst) await provider.delete(stored.id, stored.outputs);
      else this.pending.push(stored);
      this.state.delete(stored.name);
      return this.replace(provider, declared, await check({}), stored);
    }
    const isChanged =
      changes ?? JSON.stringify({ ...stored.inputs, __owner: "" }) !== JSON.stringify({ ...inputs, __owner: "" });
    const { outs = stored.outputs } = isChanged ? await provider.update(stored.id, stored.outputs, inputs) : {};
    this.state.delete(stored.name);
    this.state.set(name, { ...declared, id: stored.id, inputs, outputs: outs as Props });
  }

  /** Makes the replacement. If that fails, the stored resource stays as it is. */
  private async replace(provider: Provider, declared: Declared, inputs: Props, stored: Stored): Promise<void> {
    try {
      await this.create(provider, declared, inputs);
    } catch (error) {
      if (!this.state.has(declared.name) && this.pending.includes(stored)) {
        this.pending = this.pending.filter((other) => other !== stored);
        this.state.set(stored.name, stored);
      }
      throw error;
    }
  }

  private async create(provider: Provider, declared: Declared, inputs: Props): Promise<void> {
    try {
      const { id, outs } = await provider.create(inputs);
      this.state.set(declared.name, { ...declared, id, inputs, outputs: outs as Props });
    } catch (error) {
      const { id, properties = {} } = error as Unfinished;
      if (id) this.state.set(declared.name, { ...declared, id, inputs, outputs: properties });
      throw error;
    }
  }
}
