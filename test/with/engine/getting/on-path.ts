import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import * as semver from "semver";
import { companions, type Engine } from "../engine";
import { runProcess } from "../run-process";
import { findExecutable } from "./executable";

const oldestOnPath = "3.150.0";

interface PathSearch {
  /** When given, no other version will do. */
  version: string | undefined;
  env: NodeJS.ProcessEnv;
  report: (line: string) => void;
}

/** The `pulumi` on PATH, when it can run a TypeScript program with a dynamic provider. */
export async function engineOnPath(search: PathSearch): Promise<Engine | undefined> {
  const bin = findExecutable("pulumi", search.env.PATH);
  if (bin === undefined) return undefined;
  const version = await versionOf(bin, search.env);
  const obstacle = obstacleTo(bin, version, search);
  if (obstacle !== undefined) {
    search.report(`Not using ${bin}: ${obstacle}.`);
    return undefined;
  }
  return { bin, dir: undefined, version: version!, source: "PATH" };
}

async function versionOf(bin: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const options = { env: { ...env, PULUMI_SKIP_UPDATE_CHECK: "1" }, timeoutSeconds: 20 };
  const result = await runProcess(bin, ["version"], options).catch(() => undefined);
  return semver.parse(result?.stdout.trim())?.version;
}

function obstacleTo(bin: string, version: string | undefined, { version: wanted, env }: PathSearch) {
  if (version === undefined) return "it does not tell its version";
  if (wanted !== undefined && version !== wanted) return `it is ${version}, and ${wanted} is wanted`;
  if (semver.lt(version, oldestOnPath)) return `it is ${version}, older than ${oldestOnPath}`;
  // The engine looks beside itself as well as on PATH, and a package manager may have linked to it.
  const beside = [dirname(bin), dirname(realpathSync(bin))];
  const missing = companions.find((name) => !findExecutable(name, beside) && !findExecutable(name, env.PATH));
  return missing === undefined ? undefined : `${missing} is neither beside it nor on PATH`;
}
