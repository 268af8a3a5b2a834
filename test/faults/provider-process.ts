import { join, sep } from "node:path";
import type { dynamic } from "@pulumi/pulumi";
import { type LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { handlerFor } from "../../provider/program/handler";
import { subjects } from "./subjects";

export type Props = Record<string, unknown>;

type Lifecycle = Required<dynamic.ResourceProvider<Props, Props>>;

const DIST = join(__dirname, "../../dist") + sep;
const ENTRY = join(DIST, "engine.js");
const ENGINE = join(DIST, "core/run/pulumi-engine.js");
const DEADLINE = join(DIST, "core/run/deadline.js");
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
const LONGEST_LOOK_MILLISECONDS = 1_200;

/** What a provider process of its own would be: modules that remember nothing of another one. */
export class ProviderProcess {
  private readonly lifecycles: ReadonlyMap<string, Lifecycle>;

  private constructor(lifecycles: ReadonlyMap<string, Lifecycle>) {
    this.lifecycles = lifecycles;
  }

  static async start(config: Record<string, string>, engine: Engine): Promise<ProviderProcess> {
    const lifecycles = freshly(engine);
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
function freshly(engine: Engine): Map<string, Lifecycle> {
  for (const file of Object.keys(require.cache)) if (file.startsWith(DIST)) delete require.cache[file];
  const provider = require(ENTRY) as (kind: string) => Lifecycle;
  Object.assign(require(ENGINE), { engineLives: async () => engine.lives(), connectedEngine: () => logTo(engine) });
  shortenLooks(require(DEADLINE).Deadline.prototype);
  module.children.splice(0, module.children.length, ...module.children.filter(({ id }) => !id.startsWith(DIST)));
  return new Map(KINDS.map((kind) => [kind, provider(kind)]));
}

/** What an engine does with the lines that it is sent. */
function logTo(engine: Engine) {
  return {
    log: (line: LogRequest, done: () => void) => {
      if (line.getSeverity() === LogSeverity.WARNING) engine.warned(line.getUrn(), line.getMessage());
      done();
    },
  };
}

function shortenLooks(deadline: { within(milliseconds: number): unknown }): void {
  const { within } = deadline;
  deadline.within = function (milliseconds) {
    return within.call(this, Math.min(milliseconds, LONGEST_LOOK_MILLISECONDS));
  };
}

function plain<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}

/** What the program side adds to the arguments. */
export function registered(kind: string, name: string, stack: string, args: object): Props {
  return { ...plain(args), __provider: handlerFor(kind), __owner: `${stack}::faults::::${name}` };
}
