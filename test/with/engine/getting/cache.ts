import { mkdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import * as lockfile from "proper-lockfile";
import type { Engine, EngineSearch } from "../engine";
import { completeEngine } from "./complete-engine";
import { withProgress } from "./progress";

/** An engine that an earlier run left in the cache. */
export function engineInCache(search: EngineSearch): Engine | undefined {
  const dir = join(slot(search), "bin");
  const bin = completeEngine(dir);
  return bin === undefined ? undefined : { bin, dir, version: search.version, source: "cache" };
}

/**
 * Lets `provide` fill a folder (with `bin/pulumi` in it), which becomes the cached engine only when it is complete.
 * One of several processes does the work, and the others wait for it.
 */
export async function fillCache(
  search: EngineSearch,
  provide: (folder: string) => Promise<Engine["source"]>,
): Promise<Engine> {
  const target = slot(search);
  const partial = `${target}.partial`;
  await mkdir(cacheFolder(search.env), { recursive: true });
  const unlock = await lock(target, search);
  try {
    const cached = engineInCache(search);
    if (cached !== undefined) return cached;
    await rm(partial, { recursive: true, force: true });
    const source = await provide(partial);
    await rm(target, { recursive: true, force: true });
    await rename(partial, target);
    const dir = join(target, "bin");
    return { bin: join(dir, "pulumi"), dir, version: search.version, source };
  } finally {
    await rm(partial, { recursive: true, force: true });
    await unlock();
  }
}

/** Returns the folder for what takes long to get. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  if (env.BACKUP_PLANS_ENGINE_CACHE) return env.BACKUP_PLANS_ENGINE_CACHE;
  return join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "pulumi-backup-plans", "engine");
}

// A home folder may be shared by machines of several kinds.
function slot({ env, version }: EngineSearch): string {
  return join(cacheFolder(env), `${version}-${process.platform}-${process.arch}`);
}

async function lock(target: string, { version, report }: EngineSearch): Promise<() => Promise<void>> {
  // The target need not exist (`realpath`), and a busy machine may be late with its sign of life (`stale`).
  const options = { realpath: false, stale: 30_000 };
  if (await lockfile.check(target, options)) report(`Another process is preparing Pulumi ${version}; waiting for it.`);
  const retries = { forever: true, minTimeout: 500, maxTimeout: 1000 };
  return withProgress(
    report,
    (seconds) => `Still waiting for the other process, ${seconds} s.`,
    () => lockfile.lock(target, { ...options, retries }),
  );
}
