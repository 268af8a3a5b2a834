import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { memoryFolder as folder } from "./memory";

/** The lines of a file, and when they were written. */
interface NoteFile {
  at: Date;
  lines: readonly string[];
}

/** The files that hold notes, listed once for a run. A name is the hash of a subject, alone or with that of an account. */
export class NoteFiles {
  private readonly known = new Map<string, Set<string>>();
  private readonly ours = new Set<string>();

  constructor() {
    for (const file of namesIn(folder())) this.add(file);
  }

  /** Returns the files of a subject, which most subjects do not have. */
  of(subject: string): string[] {
    return [...(this.known.get(subject) ?? [])];
  }

  /** Returns whether this process wrote the file. */
  isOurs(file: string): boolean {
    return this.ours.has(file);
  }

  read(file: string): NoteFile | undefined {
    const at = statSync(join(folder(), file), { throwIfNoEntry: false })?.mtime;
    return at && { at, lines: linesOf(file) };
  }

  write(file: string, lines: readonly string[]): void {
    try {
      mkdirSync(folder(), { recursive: true, mode: 0o700 });
      writeFileSync(join(folder(), file), JSON.stringify(lines), { mode: 0o600 });
      this.add(file);
      this.ours.add(file);
    } catch {
      // Pulumi itself needs this folder; docs/limits.md states what a read-only one costs.
    }
  }

  append(file: string, line: string): void {
    this.write(file, [...linesOf(file), line]);
  }

  remove(file: string): void {
    this.known.get(subjectIn(file))?.delete(file);
    rmSync(join(folder(), file), { force: true });
  }

  private add(file: string): void {
    const subject = subjectIn(file);
    this.known.set(subject, (this.known.get(subject) ?? new Set()).add(file));
  }
}

function subjectIn(file: string): string {
  return file.split(".")[0]!;
}

function linesOf(file: string): string[] {
  try {
    return JSON.parse(readFileSync(join(folder(), file), "utf8"));
  } catch {
    return [];
  }
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
