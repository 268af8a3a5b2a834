import type { Plan } from "../schema";

/** A plan whose id is not known: what was declared, which plans are known to be others, and when it was asked for. */
export interface Sought {
  plan: Plan;
  before: readonly string[];
  /** ISO 8601; nothing where the answer left open whether, and so when, it was made. */
  askedAt?: string;
}

/** The resources of the stack that have no id yet, as far as this process was shown them. */
const seekers = new Map<string, Sought>();

export function seek(owner: string, sought: Sought): void {
  seekers.set(owner, sought);
}

export function seekNoMore(owner: string): void {
  seekers.delete(owner);
}

export function seekersBeside(owner?: string): [owner: string, sought: Sought][] {
  return [...seekers].filter(([seeker]) => seeker !== owner);
}
