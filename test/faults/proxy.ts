import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Exchange } from "./exchange";
import { AFTER, type Fault } from "./fault";
import type { Rules } from "./rules";
import { type Answered, strikeAfter, strikeBefore } from "./strikes/strike";

/** What watches the requests may hold them up, by a promise. */
type Watch = (exchange: Exchange, moment: "arrived" | "done") => Promise<void> | void;

export interface Script {
  rules: Rules;
  /** Every request, in the order of arrival. */
  exchanges: Exchange[];
  watch?: Watch;
  /** Generations that were killed. */
  dead?: ReadonlySet<string>;
  /** Requests that are not over, though their sender may be. */
  underWay?: Set<Promise<void>>;
}

export interface FaultProxy {
  readonly url: string;
  stop(): void;
}

/** Stands between the provider and one service. */
export async function startProxy(service: string, origin: string, script: Script): Promise<FaultProxy> {
  const server = createServer((incoming, reply) => {
    const passed = pass(service, origin, script, incoming, reply).catch(() => void reply.destroy());
    script.underWay?.add(passed);
    void passed.then(() => script.underWay?.delete(passed));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}

async function pass(service: string, origin: string, script: Script, incoming: IncomingMessage, reply: ServerResponse) {
  const body = await bytesOf(incoming);
  const [, generation = "", rest = ""] = /^(?:\/g-(\w+))?(.*)$/.exec(`${incoming.url}`) ?? [];
  const [path = "", query = ""] = rest.split("?");
  const exchange: Exchange = {
    ...{ service, generation, method: `${incoming.method}`, path: decodeURIComponent(path), query },
    ...{ headers: incoming.headers, body: body.toString(), at: Date.now() },
  };
  script.exchanges.push(exchange);
  const strike = script.rules.strike(exchange);
  if (strike) exchange.fault = typeof strike === "string" ? strike : "answer";
  await script.watch?.(exchange, "arrived");
  const { socket } = incoming;
  // Whoever sent it is dead: it never went out.
  if (script.dead?.has(generation)) {
    exchange.status = 0;
    socket.destroy();
    return;
  }
  if (typeof strike === "function") strike(socket, exchange);
  else if (typeof strike === "object") {
    const changed = await strike.treat({
      exchange,
      url: rest,
      pass: async (url = rest) => {
        const answered = await forward(origin, url, incoming, body);
        exchange.status = answered.status;
        return answered;
      },
      drop: () => socket.resetAndDestroy(),
    });
    await script.watch?.(exchange, "done");
    if (script.dead?.has(generation)) socket.destroy();
    else answer(undefined, changed, incoming, reply);
  } else if (strike && !AFTER.has(strike)) strikeBefore(strike, exchange, socket, reply);
  else {
    const answered = await forward(origin, rest, incoming, body);
    exchange.status = answered.status;
    await script.watch?.(exchange, "done");
    if (script.dead?.has(generation)) socket.destroy();
    else answer(strike, answered, incoming, reply);
  }
}

function answer(fault: Fault | undefined, answered: Answered, incoming: IncomingMessage, reply: ServerResponse): void {
  if (fault) strikeAfter(fault, answered, incoming.socket, reply);
  else reply.writeHead(answered.status, answered.headers).end(answered.body);
}

/** Once and whole, with the headers as they came: a signature covers some. */
function forward(origin: string, url: string, incoming: IncomingMessage, body: Buffer): Promise<Answered> {
  const { method, rawHeaders } = incoming;
  const base = origin.replace(/\/+$/, "");
  return new Promise((resolve, reject) => {
    const onward = request(base + url, { method, headers: rawHeaders, agent: false }, (answered) => {
      bytesOf(answered).then(
        (bytes) => resolve({ status: answered.statusCode!, headers: answered.rawHeaders, body: bytes }),
        reject,
      );
    });
    onward.on("error", reject);
    onward.end(body);
  });
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
