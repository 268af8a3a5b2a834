import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Emulator } from "../emulator";
import { findEngine } from "../with/engine/find";
import { Stack } from "../with/engine/project";
import { runProcess } from "../with/engine/run-process";
import type { Cell } from "./cells";
import { nodeFolder } from "./install";
import { writeProgram } from "./program";

/** What became of a cell, with the versions that it had. */
export interface Outcome {
  node: string;
  typescript: string;
  sdk: string;
  seconds: number;
  /** Why it failed, if it did. */
  problem?: string;
}

const repository = join(__dirname, "..", "..");

/** Installs the package in its way, and leads one plan through its life. */
export async function runCell(cell: Cell, tarball: string, emulator: Emulator): Promise<Outcome> {
  const begin = Date.now();
  const outcome: Outcome = { node: cell.node, typescript: cell.typescript, sdk: cell.sdk, seconds: 0 };
  const root = await mkdtemp(join(tmpdir(), "matrix-"));
  try {
    const bin = await nodeFolder(cell.node);
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
    const { folder, modules } =
      cell.place === "repository"
        ? { folder: repository, modules: join(repository, "node_modules") }
        : await writeProgram(root, cell, tarball, env);
    outcome.node = (await runProcess("node", ["--version"], { env })).stdout.trim().slice(1);
    outcome.typescript = await versionIn(modules, "typescript");
    outcome.sdk = await versionIn(modules, "@pulumi/pulumi");
    await life(cell, folder, bin, emulator);
  } catch (error) {
    outcome.problem = (error as Error).message;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
  outcome.seconds = Math.round((Date.now() - begin) / 1000);
  return outcome;
}

async function life(cell: Cell, dir: string, bin: string, { urls }: Emulator): Promise<void> {
  const engine = await findEngine({ version: cell.engine });
  const path = [bin, engine.dir, process.env.PATH].filter((each) => each !== undefined).join(delimiter);
  const env = { PATH: path, SERVERAVATAR_ENDPOINT: urls.serveravatar, SERVERAVATAR_TOKEN: "emulator-token" };
  const stack = await Stack.create(engine, { dir, config: { "backup-plans:pollSeconds": 0.1 }, env });
  try {
    await must(stack, ["preview"], / to create/);
    await must(stack, ["up", "--yes", "--skip-preview"], / created/);
    await must(stack, ["up", "--yes", "--skip-preview"], /Resources:\s+\d+ unchanged\s/);
    await must(stack, ["destroy", "--yes", "--skip-preview"], / deleted/);
  } finally {
    await stack.dispose();
  }
}

async function must(stack: Stack, args: string[], said: RegExp): Promise<void> {
  const { code, stdout, stderr } = await stack.run(args);
  if (code !== 0 || !said.test(stdout)) throw new Error(`pulumi ${args.join(" ")}: code ${code}\n${stdout}${stderr}`);
}

async function versionIn(modules: string, name: string): Promise<string> {
  return JSON.parse(await readFile(join(modules, name, "package.json"), "utf8")).version;
}
