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
import { hash, memoryFolder } from "./memory";

/** A statement for the other processes of the run. */
interface Line {
  what: string;
  /** The identity of the resource that it is about. */
  who?: string;
  /** The configured address of the service, as services at different addresses may use equal ids. Left out: any. */
  where?: string | undefined;
}

interface Read {
  pid: number;
  who: string;
  where: string;
}

const ANYWHERE = "";

const FORGOTTEN_MILLISECONDS = 24 * 60 * 60 * 1000;

/**
 * The statements that provider processes of one run share. Pulumi starts one process for the default provider and one for each
 * explicit one, and a resource that moves between two is made by one and deleted by the other. They share one file for each
 * run, a line for each statement, in hashes. Where the file cannot be written, each process knows only what it was shown.
 */
export class SharedLines {
  private readonly lines = new Map<string, Read[]>();
  private readonly written = new Set<string>();
  private position = 0;
  private rest = "";

  /** `engine` is its address; nothing in tests without one. */
  constructor(private readonly engine: string | undefined) {}

  write({ what, who = ANYWHERE, where = ANYWHERE }: Line): void {
    const line = `${process.pid} ${hash(what)} ${hash(who)} ${hash(where)}\n`;
    if (this.engine === undefined || this.written.has(line)) return;
    try {
      if (this.written.size === 0) this.prepare();
      this.written.add(line);
      appendFileSync(fileOf(this.engine), line, { mode: 0o600 });
    } catch {
      // docs/limits.md states what a read-only folder costs.
    }
  }

  /** Returns whether another running process wrote the statement, about another resource than `who` where that is given. */
  has({ what, who, where = ANYWHERE }: Line): boolean {
    if (this.engine === undefined) return false;
    this.readOn(this.engine);
    const places = [where, ANYWHERE].map(hash);
    return (this.lines.get(hash(what)) ?? []).some(
      (each) =>
        (who === undefined || each.who !== hash(who)) &&
        (where === ANYWHERE || places.includes(each.where)) &&
        isRunning(each.pid),
    );
  }

  /** Removes the files of runs of earlier days. */
  private prepare(): void {
    mkdirSync(folder(), { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder())) {
      const { mtimeMs = Date.now() } = statSync(join(folder(), name), { throwIfNoEntry: false }) ?? {};
      if (Date.now() - mtimeMs > FORGOTTEN_MILLISECONDS) rmSync(join(folder(), name), { force: true });
    }
  }

  /** Reads the lines that other processes added since the last look. */
  private readOn(engine: string): void {
    const bytes = bytesBehind(fileOf(engine), this.position);
    this.position += bytes.length;
    const lines = (this.rest + bytes.toString("latin1")).split("\n");
    this.rest = lines.pop() ?? "";
    for (const line of lines) {
      const [pid, what = "", who = "", where = ""] = line.split(" ");
      if (Number(pid) === process.pid) continue;
      this.lines.set(what, [...(this.lines.get(what) ?? []), { pid: Number(pid), who, where }]);
    }
  }
}

function folder(): string {
  return join(memoryFolder(), "runs");
}

function fileOf(engine: string): string {
  return join(folder(), hash(engine));
}

/** Returns the bytes of a file after a position; none where it cannot be read. */
function bytesBehind(file: string, position: number): Buffer {
  try {
    const from = openSync(file, "r");
    try {
      const bytes = Buffer.alloc(fstatSync(from).size - position);
      return bytes.subarray(0, readSync(from, bytes, 0, bytes.length, position));
    } finally {
      closeSync(from);
    }
  } catch {
    return Buffer.alloc(0);
  }
}

/** Returns whether the process runs. An engine may have the address of an earlier one, whose processes have ended. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
