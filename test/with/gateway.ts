import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

export interface Gateway {
  readonly url: string;
  /** Answers every read itself, in HTML; nothing: passes everything on. */
  refuse(status: number | undefined): void;
  stop(): void;
}

/** What stands before a service in a cloud, and may answer in its place. */
export async function startGateway(origin: string): Promise<Gateway> {
  let refusal: number | undefined;
  const server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    if (refusal !== undefined && method === "GET") {
      outgoing.writeHead(refusal, { "content-type": "text/html" }).end(`<h1>${refusal}</h1>`);
      return;
    }
    const onward = request(new URL(`${url}`, origin), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refuse: (status) => {
      refusal = status;
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
