import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach } from "mocha";
import type { EmulatorOptions, EmulatorUrls } from "../emulator";
import { otcServices } from "../kinds/otc/services";
import type { Props } from "./host/host";
import { useHost } from "./host/use-host";

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
export type Treat = (request: Passing, pass: () => Promise<Answered>) => Promise<Answered>;

const SERVICES = ["trove", "serveravatar", ...otcServices];

/** A provider process whose requests go through a gateway; `treat` is what that does with them in one test. */
export function useGateway({ settings, config }: { settings?: EmulatorOptions["settings"]; config?: Props } = {}) {
  const plain: Treat = (_request, pass) => pass();
  let treat = plain;
  let origins: Partial<EmulatorUrls> = {};
  let url = "";
  const server = createServer(async (incoming, outgoing) => {
    const [, service = "", path = ""] = /^\/(\w+)(\/.*)$/.exec(`${incoming.url}`) ?? [];
    const body = await textOf(incoming);
    const request: Passing = { service, method: `${incoming.method}`, path, body };
    const to = `${origins[service as keyof EmulatorUrls]}${path}`;
    const { status, headers, body: answer } = await treat(request, () => forward(to, incoming, body));
    outgoing.writeHead(status, headers).end(answer);
  });
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  const used = useHost({
    settings,
    config: (urls) => {
      origins = urls;
      return { ...configThrough(url), ...config };
    },
  });
  beforeEach(() => {
    treat = plain;
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    ...used,
    /** What a further provider process is configured with. */
    through: () => ({ ...configThrough(url), ...config }),
    treatBy: (next: Treat) => {
      treat = next;
    },
  };
}

function configThrough(url: string): Props {
  return Object.fromEntries(SERVICES.map((service) => [`${service}:endpoint`, `${url}/${service}`]));
}

async function forward(to: string, { method, headers }: IncomingMessage, body: string): Promise<Answered> {
  const passed = ["content-type", "x-auth-token", "authorization"].flatMap((name) =>
    headers[name] ? [[name, `${headers[name]}`]] : [],
  );
  const answer = await fetch(to, { method, headers: Object.fromEntries(passed), ...(body !== "" && { body }) });
  const kept = ["content-type", "date"].flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return { status: answer.status, headers: Object.fromEntries(kept), body: await answer.text() };
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of incoming) text += part;
  return text;
}

/** The answer with what `change` makes of its JSON. */
export function changed(answer: Answered, change: (json: never) => unknown): Answered {
  return { ...answer, body: JSON.stringify(change(JSON.parse(answer.body) as never)) };
}
