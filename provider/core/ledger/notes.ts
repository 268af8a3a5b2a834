import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { askedFor } from "../ground/asked-for";
import { engineLives } from "../run/pulumi-engine";
import { memoryFolder as folder, hash } from "./memory";

/** What an interrupted run left longer ago is of a former life of the stack. */
export const LEFT_BY_THE_LAST_RUN_MILLISECONDS = 24 * 60 * 60 * 1000;

/** What an earlier run knew when it asked. */
export interface Earlier {
  wasThere(id: string): boolean;
  /** Whether it asked for something else than these arguments; false where that is not noted. */
  askedElse(args: object): boolean;
}

/**
 * What a look cannot find is remembered before it is asked for, so that a run that was killed does not lead to a second
 * one. A note is gone once the engine has shown the resource as stored. It holds hashes alone. Where the folder cannot be
 * written, or does not outlive the machine, there is no memory.
 */
export class Note {
  private readonly file: string;

  constructor(subject: string) {
    this.file = hash(subject);
  }

  /** When an earlier run asked for it, of whose end nothing is known; how our own asking ended we know. */
  private get askedAt(): Date | undefined {
    if (!notes().has(this.file) || ours.has(this.file)) return undefined;
    return statSync(join(folder(), this.file), { throwIfNoEntry: false })?.mtime;
  }

  /** When an earlier run asked for it, where that is so long ago that nothing is made of it any more. */
  get expired(): Date | undefined {
    const { askedAt } = this;
    return askedAt && Date.now() - askedAt.getTime() > LEFT_BY_THE_LAST_RUN_MILLISECONDS ? askedAt : undefined;
  }

  /** What was there before an earlier run asked for it; nothing when none did. */
  earlier(): Earlier | undefined {
    if (!this.askedAt || this.expired) return undefined;
    try {
      const noted: string[] = JSON.parse(readFileSync(join(folder(), this.file), "utf8"));
      const asked = noted.find((each) => each.startsWith(ASKED));
      return {
        wasThere: (id) => noted.includes(hash(id)),
        askedElse: (args) => asked !== undefined && asked !== markOf(args),
      };
    } catch {
      return { wasThere: () => false, askedElse: () => false };
    }
  }

  /** `args`: what is asked for, where it matters that it is the same. */
  write(before: readonly string[], args?: object): void {
    try {
      const noted = [...before.map(hash), ...(args ? [markOf(args)] : [])];
      mkdirSync(folder(), { recursive: true, mode: 0o700 });
      writeFileSync(join(folder(), this.file), JSON.stringify(noted), { mode: 0o600 });
      notes().add(this.file);
      ours.add(this.file);
    } catch {
      // Without a folder of its own Pulumi does not work either; a read-only one is a stated limit.
    }
  }

  /** The state knows `id`. When that was there before it was asked for another, what became of that one is still open. */
  settle(id: string | undefined): "open" | "settled" {
    if (id !== undefined && this.earlier()?.wasThere(id)) return "open";
    this.remove();
    return "settled";
  }

  /** A doubt goes to the engine, if that is there to store it. Whoever then replaces it has been told, and has looked. */
  async removeWhenTold(): Promise<void> {
    if (await engineLives()) this.remove();
  }

  remove(): void {
    if (!notes().delete(this.file)) return;
    rmSync(join(folder(), this.file), { force: true });
  }
}

const ASKED = "asked ";

function markOf(args: object): string {
  return ASKED + hash(JSON.stringify(askedFor(args)));
}

/** Written by this process. */
const ours = new Set<string>();

let known: Set<string> | undefined;

/** One look at the folder a process: most resources have no note. */
function notes(): Set<string> {
  if (!known) {
    try {
      known = new Set(readdirSync(folder()));
    } catch {
      known = new Set();
    }
  }
  return known;
}
