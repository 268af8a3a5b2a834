import { type Line, PulumiEngine } from "../../provider/core/run/pulumi-engine";
import { Run } from "../../provider/core/run/run";
import { lifecycleOf } from "../../provider/host/lifecycle";
import { handlerFor } from "../../provider/program/handler";
import { dynamicProvider } from "../../provider/program/hidden-inputs";
import { services } from "../../provider/services/services";
import { formOr } from "../with/host/form";
import { type Lifecycle, pluginProviders } from "./plugin-providers";
import { subjects } from "./subjects";

export type Props = Record<string, unknown>;

const KINDS = [...new Set(subjects.map(({ kind }) => kind))];

/** What its engine is to a provider process. */
export interface Engine {
  /** It may be killed, and what it started outlives it. */
  lives(): boolean;
  warned(urn: string, message: string): void;
}

/**
 * Whoever looks for what may have been made does so for at most a minute, or until the deadline. Here it is shorter
 * than any deadline, so that there is time for what comes after a look that found nothing.
 */
export const LONGEST_LOOK_MILLISECONDS = 1_200;

/** What a provider process of its own would be: a run that remembers nothing of another one. */
export class ProviderProcess {
  private constructor(private readonly lifecycles: ReadonlyMap<string, Lifecycle>) {}

  static async start(
    config: Record<string, string>,
    engine: Engine,
    form = formOr("dynamic"),
  ): Promise<ProviderProcess> {
    const run = new Run(new ModelledEngine(engine), LONGEST_LOOK_MILLISECONDS);
    const hosts = new Map(KINDS.map((kind) => [kind, lifecycleOf(services.definitionOf(kind)!, run, services)]));
    if (form === "plugin") {
      const plugin = await pluginProviders(hosts, config);
      return new ProviderProcess(new Map(KINDS.map((kind) => [kind, plugin(kind)])));
    }
    const lifecycles = new Map([...hosts].map(([kind, host]) => [kind, dynamicProvider(kind, host)]));
    const get = (key: string) => config[key];
    for (const lifecycle of lifecycles.values()) await lifecycle.configure({ config: { get, require: get } } as never);
    return new ProviderProcess(lifecycles);
  }

  /** The engine side of a kind; what it is given and gives goes over a wire. */
  of(kind: string): Lifecycle {
    const lifecycle = this.lifecycles.get(kind)!;
    const wired = Object.entries(lifecycle).map(([name, call]) => [
      name,
      async (...given: unknown[]) => plain(await (call as (...each: unknown[]) => unknown)(...given.map(plain))),
    ]);
    return Object.fromEntries(wired) as unknown as Lifecycle;
  }
}

/** An engine without an address: what it is told goes to the model. */
class ModelledEngine extends PulumiEngine {
  constructor(private readonly engine: Engine) {
    super();
  }

  override async lives(): Promise<boolean> {
    return this.engine.lives();
  }

  override async log({ severity, urn, message }: Line): Promise<void> {
    if (severity === "WARNING") this.engine.warned(urn, message);
  }
}

function plain<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}

/** What the program side adds to the arguments. */
export function registered(kind: string, name: string, stack: string, args: object, within = ""): Props {
  return { ...plain(args), __provider: handlerFor(kind), __owner: `${stack}::faults::${within}::${name}` };
}
