import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** How the scripts of one language are run. */
export interface Tool {
  readonly command: string;
  readonly folder: string;
  readonly env: Record<string, string>;
}

const run = promisify(execFile);
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "pulumi-backup-plans", "clients");
const here = (name: string) => join(__dirname, name);

/** A cache folder for exactly this file's content; `fill` runs only when it is not complete yet. */
async function cached(name: string, file: string, fill: (folder: string) => Promise<void>) {
  const hash = createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 12);
  const folder = join(cache, `${name}-${hash}`);
  const complete = join(folder, "complete");
  if (existsSync(complete)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await fill(folder);
  writeFileSync(complete, "");
  return folder;
}

export async function preparePython(): Promise<Tool> {
  const requirements = here("python/requirements.txt");
  const folder = await cached("python", requirements, async (venv) => {
    await run("python3", ["-m", "venv", venv]);
    await run(join(venv, "bin", "pip"), ["install", "--quiet", "--disable-pip-version-check", "-r", requirements]);
  });
  const env = { PYTHONDONTWRITEBYTECODE: "1" };
  return { command: join(folder, "bin", "python"), folder: here("python"), env };
}

/** Go has a cache of its own: built anew each time, which is quick from the second time on. */
export async function prepareGo(): Promise<Tool> {
  mkdirSync(cache, { recursive: true });
  const command = join(cache, "go-checks");
  await run("go", ["build", "-mod=readonly", "-o", command, "."], { cwd: here("go") });
  return { command, folder: here("go"), env: {} };
}
