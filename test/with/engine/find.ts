import { rm } from "node:fs/promises";
import type { Engine, EngineSearch, EngineVersion } from "./engine";
import { engineInCache, fillCache } from "./getting/cache";
import { buildFromGoModules, goIsUsable } from "./getting/go-modules";
import { installOfficially } from "./getting/official-installer";
import { engineOnPath } from "./getting/on-path";

interface FindOptions {
  /** Takes exactly this version; without it any on PATH from 3.150 on will do. */
  version?: EngineVersion;
  /** Gets the lines that tell what is going on; they go to stderr without it. */
  onProgress?: (line: string) => void;
  env?: NodeJS.ProcessEnv;
}

/** Finds a Pulumi engine: on PATH, in our cache, by the official installer, or built from pinned Go modules. */
export async function findEngine(options: FindOptions = {}): Promise<Engine> {
  const { version, env = process.env, onProgress: report = toStderr } = options;
  const onPath = await engineOnPath({ version, env, report });
  if (onPath !== undefined) return onPath;
  const search = { version: version ?? "3.250.0", env, report };
  return engineInCache(search) ?? (await fillCache(search, (folder) => provide(search, folder, version)));
}

async function provide(search: EngineSearch, folder: string, wanted?: EngineVersion): Promise<Engine["source"]> {
  if (await installOfficially(search, folder)) return "installer";
  if (!(await goIsUsable(search))) {
    const cli = wanted === undefined ? "3.150 or newer" : wanted;
    throw new Error(
      `No Pulumi engine was found: install the Pulumi CLI ${cli}, or Go 1.26 or newer, and put it on PATH.`,
    );
  }
  await rm(folder, { recursive: true, force: true });
  await buildFromGoModules(search, folder);
  return "go modules";
}

function toStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}
