import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

export interface CountingProxy {
  /** Where the paths of the origin are reached through it. */
  readonly url: string;
  /** How many requests of this method were answered so. */
  count(method: string, status: number): number;
  /** The methods of all that were answered. */
  methods(): string[];
  stop(): void;
}

/** Passes everything on to `origin`, and counts it. */
export async function startCountingProxy(origin: string): Promise<CountingProxy> {
  const answers: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const onward = request(new URL(`${url}`, origin), { method, headers }, (answer) => {
      answers.push(`${method} ${answer.statusCode}`);
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    count: (method, status) => answers.filter((answer) => answer === `${method} ${status}`).length,
    methods: () => [...new Set(answers.map((answer) => answer.replace(/ .*/, "")))],
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
