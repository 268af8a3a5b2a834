import { type ChildProcess, spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { scripts } from "./python-home";

export interface ServerSettings {
  readonly tokenSeconds: number;
  readonly ratePerMinute: number;
  readonly maxBackups: number;
  /** The state folder is removed at the end. */
  readonly temporary: boolean;
}

/** What the supervisor prints once both servers answer. */
interface Ready {
  readonly token: string;
  readonly password: string;
  readonly projects: Record<"demo" | "other", string>;
  readonly applicationCredential: { readonly id: string; readonly secret: string };
}

interface Supervised extends Ready {
  readonly trovePort: number;
  readonly keystonePort: number;
  stop(): Promise<void>;
}

/** Python writes no caches beside the scripts, and Eventlet's farewell notices stay out of the tests' output. */
export const environment = { ...process.env, PYTHONDONTWRITEBYTECODE: "1", PYTHONWARNINGS: "ignore" };

function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = servers.map(
    (server) =>
      new Promise<number>((resolve, reject) => {
        server.once("error", reject);
        server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
      }),
  );
  return Promise.all(ports).finally(() => {
    for (const server of servers) server.close();
  });
}

function readiness(child: ChildProcess): Promise<Ready> {
  const errors: string[] = [];
  child.stderr!.setEncoding("utf8").on("data", (text: string) => errors.push(text));
  return new Promise((resolve, reject) => {
    createInterface(child.stdout!).once("line", (line) => resolve(JSON.parse(line) as Ready));
    child.once("error", reject);
    child.once("close", () => reject(new Error(`The real Trove did not start:\n${errors.join("")}`)));
  });
}

/** Starts Keystone and Trove over a state folder. They end with the returned `stop` or with this process. */
export async function supervise(python: string, state: string, settings: ServerSettings): Promise<Supervised> {
  const [trovePort, keystonePort] = (await freePorts(2)) as [number, number];
  await writeFile(join(state, "settings.json"), JSON.stringify({ ...settings, trovePort, keystonePort }));
  const child = spawn(python, [join(scripts, "supervisor.py"), state], { env: environment });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = () => {
    child.stdin.end();
    return ended;
  };
  try {
    return { ...(await readiness(child)), trovePort, keystonePort, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
