import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { fingerprint, locked, type PythonHome, pythonHome, scripts } from "./python-home";
import { environment, type ServerSettings, supervise } from "./supervisor";

const runFile = promisify(execFile);

export interface RealTroveOptions {
  /** 26.0.0 answers 500 to the deletion of a running backup, 24.1.0 answers 422; otherwise they agree. */
  version: "26.0.0" | "24.1.0";
  /** How long a token holds. @default 3600 */
  tokenSeconds?: number;
  /** Requests per minute and verb. @default 100000 */
  ratePerMinute?: number;
  /** @default 50 */
  maxBackups?: number;
  /** False goes on with what the last run with false left behind. @default true */
  fresh?: boolean;
}

/** What the stand-ins do, read at every use; what is left out is as at the start. Times are in seconds. */
export interface Control {
  /** off: backups stay NEW, deletions stay pending. */
  taskmanager?: "auto" | "off";
  building_after?: number;
  done_after?: number;
  /** A name with FAIL in it always fails. */
  outcome?: "COMPLETED" | "FAILED";
  delete_after?: number;
  delete_outcome?: "ok" | "fail";
  swift_account?: "ok" | "denied" | "nocatalog" | "down";
  size?: number;
}

/** A row of Trove's table, deleted ones too. */
export interface BackupRow {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly deleted: boolean;
  readonly parent_id: string | null;
  readonly instance_id: string | null;
  readonly project_id: string;
  readonly size: number | null;
  readonly location: string | null;
}

export const instances = {
  active: [
    "d4603f69-ec7e-4e9b-803f-600b9205576f",
    "44b277eb-39be-4921-be31-3d61b43651d7",
    "33333333-3333-4333-8333-333333333333",
  ],
  building: "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb",
  shutoff: "cccccccc-cccc-4ccc-8ccc-cccccccccccc",
  /** Of another project. */
  foreign: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
} as const;

const defaults: ServerSettings = { tokenSeconds: 3600, ratePerMinute: 100_000, maxBackups: 50, temporary: false };

/** Making the databases takes longer than everything else, so it is done once and copied. */
async function template({ folder, python }: PythonHome, seed: string): Promise<string> {
  const made = join(folder, `template-${seed}`);
  await locked(folder, async () => {
    if (existsSync(join(made, "made"))) return;
    await rm(made, { recursive: true, force: true });
    await mkdir(made);
    await (await supervise(python, made, defaults)).stop();
    await writeFile(join(made, "made"), "");
  });
  return made;
}

async function stateFolder(home: PythonHome, fresh: boolean): Promise<string> {
  const seed = await fingerprint((name) => name.endsWith(".py"));
  const original = await template(home, seed);
  const kept = join(home.folder, `kept-${seed}`);
  if (!fresh && existsSync(kept)) return kept;
  const state = await mkdtemp(fresh ? join(tmpdir(), "real-trove-") : `${kept}-`);
  await cp(original, state, { recursive: true });
  if (fresh) return state;
  await rename(state, kept);
  return kept;
}

async function backupctl<Result>(python: string, state: string, args: readonly string[]): Promise<Result> {
  const { stdout } = await runFile(python, [join(scripts, "backupctl.py"), state, ...args], { env: environment });
  return JSON.parse(stdout) as Result;
}

/** Trove's own API and Keystone from PyPI on free ports of 127.0.0.1; see README.md for what is real about them. */
export async function startRealTrove(options: RealTroveOptions) {
  const { version, fresh = true, ...limits } = options;
  const home = await pythonHome(version);
  const state = await stateFolder(home, fresh);
  const control = async (settings: Control = {}): Promise<void> => {
    // Whole at once, as the stand-ins may read it at any moment.
    await writeFile(join(state, "control.new"), JSON.stringify(settings));
    await rename(join(state, "control.new"), join(state, "control.json"));
  };
  await control();
  const { python } = home;
  const { projects, stop, trovePort, keystonePort, ...ready } = await supervise(python, state, {
    ...defaults,
    ...limits,
    temporary: fresh,
  });
  return {
    ...ready,
    troveUrl: `http://127.0.0.1:${trovePort}/v1.0/${projects.demo}`,
    authUrl: `http://127.0.0.1:${keystonePort}/v3`,
    projectId: projects.demo,
    projectName: "demo",
    otherProjectId: projects.other,
    username: "demo",
    userDomain: "Default",
    projectDomain: "Default",
    region: "RegionOne",
    instances,
    control,
    /** `set ID STATUS`, `age ID DAYS` or `quota LIMIT PROJECT`: rows changed behind Trove's back. */
    backupctl: (...args: string[]) => backupctl<number>(python, state, args),
    /** Straight from the database. */
    list: () => backupctl<BackupRow[]>(python, state, ["list"]),
    stop,
  };
}

export type RealTrove = Awaited<ReturnType<typeof startRealTrove>>;
