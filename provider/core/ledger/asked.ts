import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { askedFor } from "../ground/asked-for";
import { isSameAccount, partsOf } from "../ground/same-account";
import type { Context } from "../kind/context";
import { memoryFolder as folder, hash } from "./memory";

/** After this time a note is too old: what an interrupted run made then counts as left by a former life of the stack. */
export const LEFT_BY_THE_LAST_RUN_MILLISECONDS = 24 * 60 * 60 * 1000;

/** The request of an earlier run, as its note tells it. */
export interface Earlier {
  at: Date;
  /** Returns whether the thing existed before that request, so that the request did not make it. */
  wasThere(id: string): boolean;
  /** Returns whether that request had other arguments; false where the note does not say. */
  askedElse(args: object): boolean;
  /** Whether the service answered and the engine was there to store the answer, so that the state has what was made. */
  isAnswered: boolean;
  /** The account that it asked, where the note tells that. */
  account: string | undefined;
}

/**
 * The file that every creation writes before its request leaves, one for each account that was asked. After a run that was
 * killed it tells the next run that something may have been made, so that nothing is made twice and what was made counts as
 * made by this state. The note is removed once the engine shows the resource as stored. It holds hashes and the account. Where
 * the folder cannot be written or does not outlive the machine, there are no notes.
 */
export class Note {
  private readonly subject: string;
  private readonly file: string;

  constructor(
    subject: string,
    private readonly notes: Notes,
    private readonly engine: { lives(): Promise<boolean> },
    /** The account that this run asks. Left out: a call that is no creation, which concerns the notes of every account. */
    private readonly account: string | undefined,
  ) {
    this.subject = hash(subject);
    // A region may be known to one run and not to another.
    this.file = account === undefined ? this.subject : `${this.subject}.${hash(partsOf(account)[0]!)}`;
  }

  /** The time of an earlier run's request that is too old to be used. */
  get expired(): Date | undefined {
    return this.asked().find(({ at }) => isOld(at))?.at;
  }

  /** Returns the request of an earlier run to this account; nothing where there is none, or it is too old. */
  earlier(): Earlier | undefined {
    return this.asked().find((asked) => !isOld(asked.at) && this.isHere(asked));
  }

  /** Returns the request of an earlier run to another account, however old: no look at this one tells what it made. */
  elsewhere(): Earlier | undefined {
    return this.asked().find((asked) => !this.isHere(asked));
  }

  /** Writes the note: the ids that exist before the request for `args` leaves. */
  write(before: readonly string[], args: object): void {
    const account = this.account === undefined ? [] : [ACCOUNT + this.account];
    this.store([...before.map(hash), markOf(args), ...account]);
  }

  /** Adds that the service answered, if the engine is still there to store the answer. */
  async answered(): Promise<void> {
    if (this.notes.ours.has(this.file) && (await this.engine.lives())) this.store([...linesOf(this.file), ANSWERED]);
  }

  /** The state has `id`. Returns `open` where that existed before a later request, so that what the request made is not known. */
  settle(id: string | undefined): "open" | "settled" {
    if (id !== undefined && this.earlier()?.wasThere(id)) return "open";
    this.remove();
    return "settled";
  }

  /** Removes the note of a request in doubt, if the engine is still there to store the doubt in the state. */
  async removeWhenTold(): Promise<void> {
    if (await this.engine.lives()) this.remove();
  }

  remove(): void {
    for (const file of this.files) {
      if (file !== this.file && !this.isHere(askedIn(file))) continue;
      this.files.delete(file);
      rmSync(join(folder(), file), { force: true });
    }
  }

  /** The requests of earlier runs. Those of this run do not count: how they ended is known. */
  private asked(): Earlier[] {
    return [...this.files].filter((file) => !this.notes.ours.has(file)).flatMap((file) => askedIn(file) ?? []);
  }

  /** The files of the resource, which most resources do not have. */
  private get files(): Set<string> {
    return this.notes.known.get(this.subject) ?? new Set();
  }

  private isHere(asked: Earlier | undefined): boolean {
    const [there, here] = [asked?.account, this.account];
    return there === undefined || here === undefined || isSameAccount(there, here);
  }

  private store(lines: readonly string[]): void {
    try {
      mkdirSync(folder(), { recursive: true, mode: 0o700 });
      writeFileSync(join(folder(), this.file), JSON.stringify(lines), { mode: 0o600 });
      this.notes.known.set(this.subject, this.files.add(this.file));
      this.notes.ours.add(this.file);
    } catch {
      // Pulumi itself needs this folder; docs/limits.md states what a read-only one costs.
    }
  }
}

function askedIn(file: string): Earlier | undefined {
  const at = statSync(join(folder(), file), { throwIfNoEntry: false })?.mtime;
  if (at === undefined) return undefined;
  const lines = linesOf(file);
  const asked = lines.find((each) => each.startsWith(ASKED));
  return {
    at,
    wasThere: (id) => lines.includes(hash(id)),
    askedElse: (args) => asked !== undefined && asked !== markOf(args),
    isAnswered: lines.includes(ANSWERED),
    account: lines.find((each) => each.startsWith(ACCOUNT))?.slice(ACCOUNT.length),
  };
}

function linesOf(file: string): string[] {
  try {
    return JSON.parse(readFileSync(join(folder(), file), "utf8"));
  } catch {
    return [];
  }
}

/** The files of all notes by the hash of their subject, listed once; and those that this process wrote. */
interface Notes {
  readonly known: Map<string, Set<string>>;
  readonly ours: Set<string>;
}

export function noteOf({ run, subject, account }: Pick<Context, "run" | "subject" | "account">): Note {
  return new Note(
    subject,
    run.of("notes", () => ({ known: bySubject(namesIn(folder())), ours: new Set<string>() })),
    run.engine,
    account,
  );
}

function bySubject(files: readonly string[]): Notes["known"] {
  const known: Notes["known"] = new Map();
  for (const file of files) {
    const [subject] = file.split(".") as [string];
    known.set(subject, (known.get(subject) ?? new Set()).add(file));
  }
  return known;
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

const ASKED = "asked ";
const ANSWERED = "answered";
const ACCOUNT = "account ";

function markOf(args: object): string {
  return ASKED + hash(JSON.stringify(askedFor(args)));
}

function isOld(at: Date): boolean {
  return Date.now() - at.getTime() > LEFT_BY_THE_LAST_RUN_MILLISECONDS;
}

/** Returns the sentence on a stored resource whose note is still open. */
export function interrupted(id: string, note: Note): string {
  const { account } = note.earlier() ?? {};
  const where = account === undefined ? "" : ` in ${account}`;
  return `a run that was interrupted may have made a replacement of ${id}${where}, which no state knows`;
}
