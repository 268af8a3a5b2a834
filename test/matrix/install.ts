import { mkdir, writeFile } from "node:fs/promises";
import { platform } from "node:os";
import { join } from "node:path";
import { cacheFolder } from "../with/engine/getting/cache";
import { runProcess } from "../with/engine/run-process";

const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel", "error"];

/** A folder with the `node` of that version, from npm, kept in the cache. */
export async function nodeFolder(version: string): Promise<string> {
  const folder = join(cacheFolder(process.env), "npm", `node-${version}`);
  const system = platform() === "win32" ? "win" : platform();
  const name = `node-${system}-${process.arch}`;
  await install(folder, { dependencies: { [name]: version } }, "npm", process.env);
  return join(folder, "node_modules", name, "bin");
}

/** Installs what `manifest` names into `folder`. */
export async function install(
  folder: string,
  manifest: object,
  packages: "npm" | "pnpm",
  env: NodeJS.ProcessEnv,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, ...manifest }, null, 2));
  if (packages === "npm") return run("npm", ["install", ...quiet], folder, env);
  const pnpm = join(cacheFolder(process.env), "npm", "pnpm");
  await install(pnpm, { dependencies: { pnpm: "10" } }, "npm", process.env);
  const cli = join(pnpm, "node_modules", "pnpm", "bin", "pnpm.cjs");
  return run("node", [cli, "install", "--ignore-scripts", "--reporter", "silent"], folder, env);
}

/** Installs as a person does who types the line, in a folder that has no package.json yet. */
export async function installBy(line: string, folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const [command = "", ...args] = line.split(" ");
  return run(command, [...args, "--no-audit", "--no-fund"], folder, env);
}

async function run(command: string, args: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { code, stdout, stderr } = await runProcess(command, args, { cwd, env, timeoutSeconds: 300 });
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} in ${cwd}:\n${stdout}${stderr}`);
}
