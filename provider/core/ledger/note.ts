import { askedFor } from "../ground/asked-for";
import { isSameAccount, partsOf } from "../ground/same-account";
import type { Context } from "../kind/context";
import { hash } from "./memory";
import { NoteFiles } from "./note-files";

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
    private readonly notes: NoteFiles,
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
    this.notes.write(this.file, [...before.map(hash), markOf(args), ...account]);
  }

  /** Adds that the service answered, if the engine is still there to store the answer. */
  async answered(): Promise<void> {
    if (this.notes.isOurs(this.file) && (await this.engine.lives())) this.notes.append(this.file, ANSWERED);
  }

  /** Removes the note, as the state has `id`; returns `open` where that existed before the request, which may have made more. */
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
    for (const file of this.notes.of(this.subject)) {
      if (file === this.file || this.isHere(this.askedIn(file))) this.notes.remove(file);
    }
  }

  /** Returns the requests of earlier runs. Those of this run do not count: how they ended is known. */
  private asked(): Earlier[] {
    const earlier = this.notes.of(this.subject).filter((file) => !this.notes.isOurs(file));
    return earlier.flatMap((file) => this.askedIn(file) ?? []);
  }

  private isHere(asked: Earlier | undefined): boolean {
    const [there, here] = [asked?.account, this.account];
    return there === undefined || here === undefined || isSameAccount(there, here);
  }

  private askedIn(file: string): Earlier | undefined {
    const { at, lines } = this.notes.read(file) ?? {};
    if (at === undefined || lines === undefined) return undefined;
    const asked = lines.find((each) => each.startsWith(ASKED));
    return {
      at,
      wasThere: (id) => lines.includes(hash(id)),
      askedElse: (args) => asked !== undefined && asked !== markOf(args),
      isAnswered: lines.includes(ANSWERED),
      account: lines.find((each) => each.startsWith(ACCOUNT))?.slice(ACCOUNT.length),
    };
  }
}

export function noteOf({ run, subject, account }: Pick<Context, "run" | "subject" | "account">): Note {
  const files = run.of("notes", () => new NoteFiles());
  return new Note(subject, files, run.engine, account);
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
