import {
  appendFileSync,
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import type { Settings } from "../configuration/settings";
import { engineAddress } from "../run/pulumi-engine";
import { hash, memoryFolder } from "./memory";

/** A line for the others. */
interface Told {
  what: string;
  /** Of whom. */
  who?: string;
  /** The address of the service, where it is configured: what two accounts have may have the same ids. */
  where?: string | undefined;
}

/**
 * Pulumi has one process for the default provider and one for each explicit one, and a resource that moves from one to
 * another is made by the one and deleted by the other. What they have to know of each other stands in a file of this run
 * of the engine, a line each. Where that cannot be written, each goes by what itself was shown.
 */
export function tell({ what, who = "", where = ANYWHERE }: Told): void {
  if (engineAddress === undefined) return;
  try {
    if (!isPrepared) prepare();
    appendFileSync(file(engineAddress), `${process.pid} ${hash(what)} ${hash(who)} ${hash(where)}\n`, { mode: 0o600 });
  } catch {
    // As with notes, a folder that is read-only is a stated limit.
  }
}

/** Whether another process of this run, which still runs, told that; of somebody else than `who`, where one is given. */
export function isToldByAnother({ what, who, where = ANYWHERE }: Told): boolean {
  if (engineAddress === undefined) return false;
  readOn(engineAddress);
  const places = [where, ANYWHERE].map(hash);
  const isThere = (place: string) => where === ANYWHERE || places.includes(place);
  const isElse = (owner: string) => who === undefined || owner !== hash(who);
  return (told.get(hash(what)) ?? []).some((each) => isElse(each.who) && isThere(each.where) && isRunning(each.pid));
}

const ANYWHERE = "";

/** Where the service of a kind is, as far as its own key tells. */
function placeOf(kind: string, settings: Settings): string | undefined {
  const address = settings.get(`${kind.slice(0, kind.indexOf(":"))}:endpoint`);
  return address !== undefined && URL.canParse(address) ? new URL(address).origin : address;
}

/** What is told. */
export const topic = {
  inProgram: (subject: string): Told => ({ what: `in program ${subject}` }),
  has: (kind: string, vendorId: string, settings: Settings): Told => ({
    what: `has ${kind} ${vendorId}`.toLowerCase(),
    where: placeOf(kind, settings),
  }),
  claims: (kind: string, value: string, who: string, settings: Settings): Told => ({
    ...{ what: `claims ${kind} ${value}`, who },
    where: placeOf(kind, settings),
  }),
};

const FORGOTTEN_MILLISECONDS = 24 * 60 * 60 * 1000;

let isPrepared = false;

/** With what earlier runs of the engine left taken away. */
function prepare(): void {
  isPrepared = true;
  mkdirSync(folder(), { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder())) {
    const { mtimeMs = Date.now() } = statSync(join(folder(), name), { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > FORGOTTEN_MILLISECONDS) rmSync(join(folder(), name), { force: true });
  }
}

function folder(): string {
  return join(memoryFolder(), "runs");
}

function file(engine: string): string {
  return join(folder(), hash(engine));
}

/** By what was told; all but the process as hashes. */
const told = new Map<string, { pid: number; who: string; where: string }[]>();

let position = 0;
let rest = "";

/** What was added since the last look; what this process told it knows better. */
function readOn(engine: string): void {
  try {
    const from = openSync(file(engine), "r");
    try {
      const added = Buffer.alloc(fstatSync(from).size - position);
      const size = readSync(from, added, 0, added.length, position);
      position += size;
      rest += added.toString("latin1", 0, size);
    } finally {
      closeSync(from);
    }
  } catch {
    return;
  }
  const lines = rest.split("\n");
  rest = lines.pop() ?? "";
  for (const line of lines) {
    const [pid, what = "", who = "", where = ""] = line.split(" ");
    if (Number(pid) !== process.pid) told.set(what, [...(told.get(what) ?? []), { pid: Number(pid), who, where }]);
  }
}

/** An address may have been another engine's before. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
