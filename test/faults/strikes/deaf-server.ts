import { spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

export interface Server {
  url: string;
  stop(): void;
}

/** Listens, and never takes a connection: the kernel has room for a few, and answers no more after them. */
const LISTENER = `
const server = require("node:net").createServer();
server.listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () =>
  process.stdout.write(server.address().port + "\\n", () =>
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)));
`;

/** To connect to it takes for ever. */
export async function startDeafServer(): Promise<Server> {
  const child = spawn(process.execPath, ["-e", LISTENER], { stdio: ["ignore", "pipe", "inherit"] });
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  const waiting: Socket[] = Array.from({ length: 4 }, () => connect(Number(port), "127.0.0.1").on("error", () => {}));
  await once(waiting[0]!, "connect");
  return {
    url: `http://127.0.0.1:${Number(port)}`,
    stop: () => {
      for (const socket of waiting) socket.destroy();
      child.kill("SIGKILL");
    },
  };
}

/** Takes a connection, and says nothing to whoever wants it secured. */
export async function startMuteServer(): Promise<Server> {
  const open = new Set<Socket>();
  const server = createServer((socket) => open.add(socket.on("error", () => socket.destroy())));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
