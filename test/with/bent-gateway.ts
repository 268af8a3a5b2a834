import { after, before, beforeEach } from "mocha";
import type { EmulatorOptions } from "../emulator";
import type { Answered as Struck } from "../faults/strikes/strike";
import type { Passing as Twisted } from "../faults/twists/twist";
import { World } from "../faults/world";
import { otcServices } from "../kinds/otc/services";
import type { Control } from "./control";
import type { Props } from "./host/host";
import { useRun } from "./host/with-host";

/** A request on its way to a service. */
export interface Passing {
  readonly service: string;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly body: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Decides how often a request is passed on, and which answer its sender gets. */
type Treat = (request: Passing, pass: () => Promise<Answered>) => Promise<Answered>;

const SERVICES = ["trove", "serveravatar", ...otcServices];

/** A provider process whose requests go through a gateway; `treat` is what that does with them in one test. */
export function useGateway({ settings, config }: { settings?: EmulatorOptions["settings"]; config?: Props } = {}) {
  let world: World;
  const through = () => ({ ...world.config(), ...config });
  before(async () => {
    world = await World.open(settings);
  });
  const host = useRun(() => ({ config: through() }));
  beforeEach(() => world.rules.clear());
  after(() => world?.close());
  const control: Control = (...asked) => world.control(...asked);
  return {
    ...{ host, urls: () => world.urls, control, requests: () => world.outside.requests() },
    outside: () => world.outside,
    /** Returns the configuration of a further provider process. */
    through,
    treatBy: (treat: Treat) => {
      world.rules.clear();
      const fault = { name: "bent", treat: (passing: Twisted) => treated(treat, passing) };
      for (const service of SERVICES) world.rules.add({ service, times: Number.POSITIVE_INFINITY, fault });
    },
  };
}

async function treated(treat: Treat, { exchange, url, pass }: Twisted): Promise<Struck> {
  const { service, method, body: sent } = exchange;
  const { status, headers, body } = await treat({ service, method, path: url, body: sent }, async () => {
    const answer = await pass();
    return { status: answer.status, headers: keptOf(answer.headers), body: `${answer.body}` };
  });
  return { status, headers: Object.entries(headers).flat(), body: Buffer.from(body) };
}

/** The headers of an answer whose body may become another one. */
function keptOf(raw: readonly string[]): Record<string, string> {
  const pairs = raw.flatMap((name, index) => (index % 2 === 0 ? [[name.toLowerCase(), `${raw[index + 1]}`]] : []));
  return Object.fromEntries(pairs.filter(([name]) => name === "content-type" || name === "date"));
}

/** The answer with what `change` makes of its JSON. */
export function changed(answer: Answered, change: (json: never) => unknown): Answered {
  return { ...answer, body: JSON.stringify(change(JSON.parse(answer.body) as never)) };
}
