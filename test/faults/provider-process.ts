import { join, sep } from "node:path";
import type { dynamic } from "@pulumi/pulumi";
import { handlerFor } from "../../provider/core/handler";

export type Props = Record<string, unknown>;

type Lifecycle = Required<dynamic.ResourceProvider<Props, Props>>;

const DIST = join(__dirname, "../../dist") + sep;
const ENTRY = join(DIST, "services/index.js");
const ENGINE = join(DIST, "core/pulumi-engine.js");
const KINDS = ["serveravatar", "trove", "dds", "geminidb"].flatMap((service) =>
  (service === "trove"
    ? ["Backup"]
    : service === "serveravatar"
      ? ["Backup", "BackupPlan"]
      : ["Backup", "BackupPolicy"]
  ).map((type) => `${service}:${type}`),
);

/** What a provider process of its own would be: modules that remember nothing of another one. */
export class ProviderProcess {
  private readonly lifecycles: ReadonlyMap<string, Lifecycle>;

  private constructor(lifecycles: ReadonlyMap<string, Lifecycle>) {
    this.lifecycles = lifecycles;
  }

  /** `engineLives`: it may be killed, and what it started outlives it. */
  static async start(config: Record<string, string>, engineLives = () => true): Promise<ProviderProcess> {
    const lifecycles = freshly(engineLives);
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

/** All at once: what is loaded later would share its core with the process that was started last. */
function freshly(engineLives: () => boolean): Map<string, Lifecycle> {
  for (const file of Object.keys(require.cache)) if (file.startsWith(DIST)) delete require.cache[file];
  const provider = require(ENTRY) as (kind: string) => Lifecycle;
  require(ENGINE).engineLives = async () => engineLives();
  module.children.splice(0, module.children.length, ...module.children.filter(({ id }) => !id.startsWith(DIST)));
  return new Map(KINDS.map((kind) => [kind, provider(kind)]));
}

function plain<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}

/** What the program side adds to the arguments. */
export function registered(kind: string, name: string, stack: string, args: object): Props {
  return { ...plain(args), __provider: handlerFor(kind), __owner: `${stack}::faults::::${name}` };
}
