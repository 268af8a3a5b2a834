import { History, type Stored } from "./history";
import { ProviderProcess } from "./provider-process";
import { type Declared, type Replacing, ResourceRun, type Run } from "./resource-run";

/** What a run came to: its errors and warnings, by the resource that they belong to. */
export interface Outcome {
  errors: Record<string, string>;
  warnings: Record<string, string[]>;
}

type Config = Record<string, string>;

/**
 * What the engine does with a stack, as far as its provider and its state can tell: each run has a provider process of
 * its own, and what a run is killed in leaves the state as it was.
 */
export class EngineModel {
  readonly history = new History();
  private run: Run | undefined;
  private targets: readonly string[] | undefined;
  private readonly left: Declared[] = [];
  /** A neighbour of all others fails in the next runs: what was replaced is not deleted in them. */
  hasFailingNeighbour = false;

  constructor(
    readonly stack: string,
    private declared: Declared[],
  ) {}

  get state(): ReadonlyMap<string, Stored> {
    return this.history.state;
  }

  /** Changes the program. */
  edit(name: string, more: object): void {
    this.declared = this.declared.map((each) =>
      each.name === name ? { ...each, args: { ...each.args, ...more } } : each,
    );
  }

  /** One more resource in the program. */
  add(declared: Declared): void {
    this.declared = [...this.declared, declared];
  }

  /** One resource less in the program: the next run of all of them deletes it. */
  drop(name: string): void {
    this.left.push(...this.declared.filter((each) => each.name === name));
    this.declared = this.declared.filter((each) => each.name !== name);
  }

  /** The run that is under way changes the state no more. */
  kill(): void {
    this.run?.kill();
  }

  /** The next runs are of these alone, as with `--target`; of all, where nothing is said. */
  target(names?: readonly string[]): void {
    this.targets = names;
  }

  /** `only`: which resources are replaced; all, when nothing else is said. */
  up(config: Config, replace?: Replacing, only?: readonly string[]): Promise<Outcome> {
    const up = (resource: ResourceRun) =>
      resource.up(only?.includes(resource.name) === false ? undefined : replace, this.hasFailingNeighbour);
    return this.each(config, up, (resource) => resource.destroy());
  }

  refresh(config: Config): Promise<Outcome> {
    return this.each(config, (resource) => resource.refresh());
  }

  destroy(config: Config): Promise<Outcome> {
    return this.each(config, (resource) => resource.destroy());
  }

  /** `leave` is what happens in the end to what the state has and the program has not. */
  private async each(
    config: Config,
    act: (resource: ResourceRun) => Promise<void>,
    leave: (resource: ResourceRun) => Promise<void> = act,
  ): Promise<Outcome> {
    const errors: Outcome["errors"] = {};
    const warnings: Outcome["warnings"] = {};
    let end = () => {};
    const dead = new Promise<void>((resolve) => {
      end = resolve;
    });
    const run: Run = {
      killed: false,
      kill: () => {
        run.killed = true;
        end();
      },
    };
    this.run = run;
    const provider = await ProviderProcess.start(config, {
      lives: () => !run.killed,
      warned: (urn, message) => {
        const name = urn.slice(urn.lastIndexOf("::") + 2);
        warnings[name] = [...(warnings[name] ?? []), message];
      },
    });
    const one = async (declared: Declared, doing = act) => {
      try {
        await doing(new ResourceRun(run, provider.of(declared.kind), this.history, this.stack, declared));
      } catch (error) {
        errors[declared.name] = (error as Error).message;
      }
    };
    const targeted = this.declared.filter(({ name }) => this.targets?.includes(name) ?? true);
    const all = async () => {
      await Promise.all(targeted.map((each) => one(each)));
      if (this.targets === undefined) await Promise.all(this.left.map((each) => one(each, leave)));
    };
    await Promise.race([all(), dead]);
    return { errors, warnings };
  }
}
