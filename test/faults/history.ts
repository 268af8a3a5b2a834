import type { Props } from "./provider-process";

/** A resource in state. */
export interface Stored {
  id: string;
  inputs: Props;
  outputs: Props;
  initErrors?: string[];
}

export const vendorIdOf = ({ outputs, id }: Stored): string =>
  `${outputs.planId ?? outputs.backupId ?? outputs.scheduleId ?? id}`;

const isKnown = (stored: Stored): boolean => !vendorIdOf(stored).startsWith("unseen-");

/** The state of a stack, and what it was before: all by the resource's name. */
export class History {
  readonly state = new Map<string, Stored>();
  /** Replaced, and still to be deleted. */
  readonly replaced: { name: string; stored: Stored }[] = [];
  private readonly known = new Map<string, Set<string>>();
  private readonly ready = new Map<string, Set<string>>();
  private readonly replacements = new Map<string, number>();
  private readonly open = new Map<string, number>();

  set(name: string, stored: Stored | undefined): void {
    if (!stored) {
      this.state.delete(name);
      return;
    }
    this.state.set(name, stored);
    const id = vendorIdOf(stored);
    add(this.known, name, id);
    if (stored.outputs.state === "ready") add(this.ready, name, id);
  }

  /** The stack was destroyed: the program will ask for another one. */
  leave(name: string): void {
    this.replace(name);
    this.set(name, undefined);
  }

  /** The program asked for another one. */
  replace(name: string): void {
    this.replacements.set(name, (this.replacements.get(name) ?? 0) + 1);
    if (!isKnown(this.state.get(name)!)) this.passOver(name);
  }

  /** An interrupted run may have made another, which a run said and passed over, or which no note tells any more. */
  passOver(name: string): void {
    this.open.set(name, (this.open.get(name) ?? 0) + 1);
  }

  /** The ids that the state ever had. */
  knownOf(name: string): ReadonlySet<string> {
    return this.known.get(name) ?? new Set();
  }

  /** Those of them that were complete. */
  readyOf(name: string): ReadonlySet<string> {
    return this.ready.get(name) ?? new Set();
  }

  /** How many were asked for. */
  askedOf(name: string): number {
    return 1 + (this.replacements.get(name) ?? 0);
  }

  /** How many were replaced before anybody knew whether they, or others beside them, exist: the run says so. */
  leftOpen(name: string): number {
    return this.open.get(name) ?? 0;
  }
}

function add(sets: Map<string, Set<string>>, name: string, id: string): void {
  sets.set(name, (sets.get(name) ?? new Set()).add(id));
}
