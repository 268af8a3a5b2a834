import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import lockfile from "proper-lockfile";

export const scripts = join(__dirname, "python");
const candidates = ["python3.11", "python3.12", "python3"];
const isRightVersion = "import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 13))";
const say = (text: string) => process.stderr.write(`real trove: ${text}\n`);

function run(command: string, args: string[], onLine: (line: string) => void = () => {}): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) createInterface(stream).on("line", onLine);
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
}

async function findPython(): Promise<string> {
  for (const name of candidates) if (await run(name, ["-c", isRightVersion])) return name;
  throw new Error("The tests against the real Trove need Python 3.11 or 3.12 with venv on the PATH.");
}

/** Installs the pinned packages, and says how far it is: it takes about a minute, once. */
async function install(home: string, version: string): Promise<void> {
  const requirements = await readFile(join(scripts, "requirements.txt"), "utf8");
  const total = requirements.trim().split("\n").length + 1;
  const python = join(home, "venv", "bin", "python");
  const log: string[] = [];
  let seen = 0;
  const follow = (line: string) => {
    log.push(line);
    if (line.startsWith("Collecting ") && ++seen % 25 === 0) say(`${seen} of ${total} packages`);
    if (line.startsWith("Installing collected packages")) say("installing");
  };
  const pins = ["-r", join(scripts, "requirements.txt"), `trove==${version}`];
  const isDone = await run(python, ["-m", "pip", "install", "--no-deps", "--progress-bar=off", ...pins], follow);
  if (!isDone) throw new Error(`pip could not install Trove ${version}:\n${log.slice(-15).join("\n")}`);
}

async function make(home: string, version: string): Promise<void> {
  say(`making ${home} (once)`);
  await rm(join(home, "venv"), { recursive: true, force: true });
  const python = await findPython();
  if (!(await run(python, ["-m", "venv", join(home, "venv")]))) throw new Error(`${python} -m venv failed in ${home}.`);
  await install(home, version);
  await writeFile(join(home, "ready"), "");
  say("ready");
}

/** Short, and another one as soon as one of the files changes. */
export async function fingerprint(isMeant: (name: string) => boolean): Promise<string> {
  const hash = createHash("sha256");
  for (const name of (await readdir(scripts)).filter(isMeant).sort()) hash.update(await readFile(join(scripts, name)));
  return hash.digest("hex").slice(0, 8);
}

/** One process at a time; whoever waits finds the work done. */
export async function locked(folder: string, work: () => Promise<void>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const release = await lockfile.lock(folder, { retries: { retries: 600, minTimeout: 500, maxTimeout: 500 } });
  try {
    await work();
  } finally {
    await release();
  }
}

export interface PythonHome {
  readonly folder: string;
  readonly python: string;
}

/** The folder of this version of Trove with everything in it that it takes to run; made at the first use. */
export async function pythonHome(version: string): Promise<PythonHome> {
  const pins = await fingerprint((name) => name === "requirements.txt");
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  const folder = join(cache, "pulumi-backup-plans", "trove", `${version}-${pins}`);
  await locked(folder, async () => {
    if (!existsSync(join(folder, "ready"))) await make(folder, version);
  });
  return { folder, python: join(folder, "venv", "bin", "python") };
}
