import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { after } from "mocha";
import type { StackConfig } from "../with/engine/stack-config";
import type { Declaration } from "../with/programs/declaration";
import { Program } from "../with/programs/program";
import { type RealTrove, type RealTroveOptions, startRealTrove } from "./real-trove";

/** A backup as Trove's own API shows it. */
export interface Row {
  id: string;
  name: string;
  description: string | null;
  instance_id: string;
  parent_id: string | null;
  status: string;
  locationRef: string | null;
  created: string;
  updated: string;
}

export type Version = RealTroveOptions["version"];

export const versions: readonly Version[] = ["26.0.0", "24.1.0"];

/** Journeys that the emulator has, too, which agrees with Trove: `WIDE=1` takes them to the real one, some minutes long. */
export function wide(title: string, journeys: () => void): void {
  if (process.env.WIDE) describe(title, journeys);
  else describe.skip(title, journeys);
}

const quota = 50;
const started = new Map<string, Promise<RealTrove>>();

async function stopAll(): Promise<void> {
  const troves = [...started.values()];
  started.clear();
  await Promise.all(troves.map(async (trove) => (await trove).stop()));
}

/** A Trove that all tests of a `describe` on a version share. */
function sharedTrove(version: Version): Promise<RealTrove> {
  const trove = started.get(version) ?? startRealTrove({ version, maxBackups: quota });
  started.set(version, trove);
  return trove;
}

/** What a user of the OpenStack client has in the environment. */
export function environmentOf(trove: RealTrove): NodeJS.ProcessEnv {
  return {
    OS_AUTH_URL: trove.authUrl,
    OS_USERNAME: trove.username,
    OS_PASSWORD: trove.password,
    OS_USER_DOMAIN_NAME: trove.userDomain,
    OS_PROJECT_NAME: trove.projectName,
    OS_PROJECT_DOMAIN_NAME: trove.projectDomain,
    OS_REGION_NAME: trove.region,
  };
}

export const quick: StackConfig = { "backup-plans:pollSeconds": 0.2 };

/** One request of somebody else. */
async function send(trove: RealTrove, method: string, path: string, backup?: object) {
  const headers = { "x-auth-token": trove.token, "content-type": "application/json" };
  const answer = await fetch(trove.troveUrl + path, {
    method,
    headers,
    ...(backup && { body: JSON.stringify({ backup }) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) };
}

async function rowsOf(trove: RealTrove): Promise<Row[]> {
  return (await send(trove, "GET", "/backups?limit=1000")).body.backups;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await isSo())) {
    assert.ok(Date.now() < deadline, "in time");
    await delay(100);
  }
}

/** Deletes what a test left: parents take their descendants along, so some are gone already. */
async function empty(trove: RealTrove): Promise<void> {
  await until(async () => (await rowsOf(trove)).every(({ status }) => ["COMPLETED", "FAILED"].includes(status)));
  for (const { id } of await rowsOf(trove)) await send(trove, "DELETE", `/backups/${id}`);
  await until(async () => (await rowsOf(trove)).length === 0);
}

/** What a journey may use: a real Trove without backups, and programs whose environment leads to it. */
function benchOf(trove: RealTrove, programs: Program[]) {
  const rows = () => rowsOf(trove);
  return {
    trove,
    rows,
    ids: async () => (await rows()).map(({ id }) => id).sort(),
    statuses: async () => Object.fromEntries((await rows()).map(({ id, status }): [string, string] => [id, status])),
    program: async (options: { name?: string; env?: NodeJS.ProcessEnv; config?: StackConfig } = {}) => {
      const config = { ...quick, ...options.config };
      const made = await Program.create({ env: environmentOf(trove), ...options, config });
      programs.push(made);
      return made;
    },
    /** A backup that somebody else makes. */
    made: async (backup: object): Promise<string> => {
      const { id } = (await send(trove, "POST", "/backups", backup)).body.backup;
      await until(async () => (await rows()).some((row) => row.id === id && row.status === "COMPLETED"));
      return id;
    },
    remove: async (id: string) => {
      await send(trove, "DELETE", `/backups/${id}`);
      await until(async () => (await send(trove, "GET", `/backups/${id}`)).status === 404);
    },
  };
}

type Bench = ReturnType<typeof benchOf>;

async function onTrove(version: Version, journey: (bench: Bench) => Promise<void>): Promise<void> {
  const trove = await sharedTrove(version);
  const programs: Program[] = [];
  try {
    await journey(benchOf(trove, programs));
  } catch (cause) {
    throw new Error(`on Trove ${version}`, { cause });
  } finally {
    await Promise.all(programs.map((program) => program.dispose()));
    await trove.control();
    await trove.backupctl("quota", `${quota}`, trove.projectId);
    await empty(trove);
  }
}

/** A backup that a program declares. */
export const backup = (name: string, args: object, options = {}): Declaration => ({
  kind: "trove:Backup",
  name,
  args,
  options,
});

/** One journey on the newest Trove; `faults.trove.ts` and `emulator-agrees.trove.ts` compare the versions. */
export function itOnTrove(title: string, journey: (bench: Bench) => Promise<void>): void {
  journeyOn(versions.slice(0, 1), title, journey);
}

/** One journey on every version, at the same time: where they may differ. */
export function itOnEachTrove(title: string, journey: (bench: Bench) => Promise<void>): void {
  journeyOn(versions, title, journey);
}

function journeyOn(those: readonly Version[], title: string, journey: (bench: Bench) => Promise<void>): void {
  after(stopAll);
  it(title, async () => {
    const ends = await Promise.allSettled(those.map((version) => onTrove(version, journey)));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
  });
}
