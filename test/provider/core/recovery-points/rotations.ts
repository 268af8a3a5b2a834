import assert from "node:assert/strict";
import type { Props } from "../../../faults/provider-process";
import type { Rule } from "../../../faults/rules";
import type { Kind } from "../../../kinds/kind";
import type { Options, Outcome, Stack, Stored } from "../../../with/journeys/stack";

/** What a scenario may do: change the one resource of a program, and look at what the service holds. */
export interface Rotating {
  kind: Kind;
  stack: Stack;
  /** `pulumi up` with the kind's valid arguments, and these. */
  up(args: Props, options?: Options): Promise<Outcome>;
  /** The resource in state. */
  stored(): Stored;
  /** The ids that the service holds, beside those that were there before. */
  there(): Promise<string[]>;
  settings(settings: Props): Promise<void>;
  /** Lets the service's clock run on. */
  later(seconds: number): Promise<void>;
  /** How many requests that change something the service got. */
  writes(): number;
  remove(id: string): Promise<void>;
  /** Strikes the requests to the service, or none any more. */
  strike(rule?: Rule): void;
  /** The home of a machine that has never seen this stack. */
  forgetNotes(): void;
}

/** What must be there, and what must have been said. */
interface Outcomes {
  /** The ids that are there; every one of them. */
  there?: string[];
  /** The ids of the output `generations`. */
  listed?: string[];
  refused?: RegExp;
  told?: RegExp;
  untold?: RegExp;
  last: Outcome;
}

export type Rotation = (play: Rotating) => Promise<Outcomes>;

export const DELETED = { onDelete: "delete" };

export const release = (number: number | string) => ({ triggers: [`v${number}`] });

/** So many releases, one `up` each; the ids in their order. */
export async function releases(play: Rotating, count: number, args: Props): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= count; number++) {
    const { errors } = await play.up({ ...args, ...release(number) });
    if (errors.length > 0) throw new Error(errors.join("\n"));
    ids.push(play.stored().id);
  }
  return ids;
}

export function listedIn(outputs: Props): string[] {
  return ((outputs.generations ?? []) as { id: string }[]).map(({ id }) => id);
}

/** A release whose backup fails. */
export async function failed({ kind, settings, stored, up }: Rotating, args: Props, options?: Options): Promise<void> {
  await settings({ failNext: { [kind.service === "serveravatar" ? "run" : "backup"]: 1 } });
  const { errors } = await up({ ...args, ...release("fails") }, options);
  assert.match(errors.join("\n"), /says F\w+ of backup .*: there is no recovery point/i);
  assert.equal(stored().outputs.state, "failed");
}

/** The run is killed once the service has made the recovery point, and before the state has it. */
export async function unsaved({ stack, up }: Rotating, args: Props): Promise<void> {
  const [state, pending] = [new Map(stack.state), [...stack.pending]];
  await up(args, { neighbourFails: true });
  stack.state = state;
  stack.pending = pending;
}
