import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";

interface HostProcess {
  readonly address: string;
  readonly pid: number;
  /** Its PULUMI_HOME, unless another one is in its environment. */
  readonly home: string;
  /** All that it printed. */
  output(): string;
  stop(): Promise<void>;
}

/**
 * A provider process, as the engine starts it in the folder of a program that has this package: Pulumi's own host of dynamic
 * providers, or the plugin.
 */
export async function startHostProcess(
  main: string,
  engine: string,
  env: NodeJS.ProcessEnv,
  program: string,
): Promise<HostProcess> {
  const home = await mkdtemp(join(tmpdir(), "pulumi-home-"));
  const child = spawn(process.execPath, [main, engine], {
    cwd: program,
    env: { PULUMI_HOME: home, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const port = await Promise.race([firstLine(child), ended(child, () => output)]);
  return {
    address: `127.0.0.1:${port}`,
    pid: child.pid!,
    home,
    output: () => output,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill();
        await once(child, "exit");
      }
      await rm(home, { recursive: true, force: true });
    },
  };
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

function firstLine(child: Child): Promise<string> {
  return new Promise((done) => {
    let text = "";
    child.stdout.on("data", (part) => {
      text += part;
      if (text.includes("\n")) done(text.trim());
    });
  });
}

async function ended(child: Child, output: () => string): Promise<never> {
  const [code] = await once(child, "exit");
  throw new Error(`the host ended with ${code}: ${output()}`);
}
