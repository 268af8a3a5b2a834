import type { Props } from "../../../faults/provider-process";
import type { Declared, Options, Outcome, Stack, Stored } from "../../../with/journeys/stack";

/** A kind of thing in the scenarios, and how its resources are declared. */
export interface Subject {
  title: string;
  kind: string;
  args: Props;
  /** Another kind of resource that can have the same thing, where there is one. */
  twin?: { kind: string; args: Props };
  /** A plan or recovery point: only of a recovery point something is lost when it is replaced. */
  isPoint: boolean;
  /** Arguments of a second one in the same program, where it may not be equal. */
  beside?: Props;
  /** Arguments that replace a recovery point, and other ones. */
  changed: Props;
  changedAgain: Props;
}

/** What a scenario may do: run programs, and look at what the service holds. */
export interface Play {
  stack: Stack;
  subject: Subject;
  /** A resource of the subject's kind. */
  resource(name: string, more?: Props): Declared;
  run(declared: Declared[], options?: Options): Promise<Outcome>;
  /** The state's resource; the scenario fails without it. */
  stored(name: string): Stored;
  /** A new home for Pulumi: the notes of earlier runs are gone. */
  forgetNotes(): void;
}

/** What remains: the ids that must still be there, those that must be gone, and what the last run said. */
export interface End {
  kept?: string[];
  gone?: string[];
  count?: number;
  refused?: RegExp;
  told?: RegExp;
  last?: Outcome;
}

export type Scenario = (play: Play) => Promise<End>;

export const DELETED = { onDelete: "delete" };

export async function one({ run, resource, stored }: Play): Promise<string> {
  await run([resource("a", DELETED)]);
  return stored("a").id;
}

/** A resource whose creation is in doubt, and which the program now tells to adopt what another one has. */
export function ofUnknownId({ stack, resource, stored }: Play, adopt: string): Declared {
  stack.copy("a", "b");
  const outputs = { ...stored("b").outputs, backupId: null, planId: null, state: "unknown" };
  stack.state.set("b", { ...stored("b"), id: "unseen-1", outputs });
  return resource("b", { ...DELETED, adopt });
}

/** The consent that a recovery point's replacement needs; nothing of a plan, of which none is lost. */
export function consentOf({ subject }: Play, id: string): Props {
  return subject.isPoint ? { allow: { "replace-recovery-point": id } } : {};
}

/** A recovery point whose creation no state knows: the run was killed when it was made. Plans carry no mark. */
export async function found(play: Play, { withNote = false } = {}): Promise<string | undefined> {
  if (!play.subject.isPoint) return undefined;
  const id = await one(play);
  play.stack.state.clear();
  if (!withNote) play.forgetNotes();
  await play.run([play.resource("a", DELETED)]);
  return play.stored("a").id === id ? id : undefined;
}
