import type { Write } from "../doubt/carry-out";
import { DoubtfulError } from "../ground/errors";
import type { Context } from "../kind/context";
import { type Earlier, type Note, noteOf } from "./note";

/** How a creation begins, after a look for what an interrupted run may have sent. */
export interface Asking extends Pick<Write<unknown>, "sentBefore" | "note"> {
  /** The ids that existed before the first request: none of them is what this creation makes. */
  before: string[];
  /** The time until which an earlier run's request may still arrive, in milliseconds since 1970. */
  arrivesUntil: number;
  /** The time of an earlier run's request that the service answered, so that what it made is there. ISO 8601. */
  answeredAt?: string | undefined;
}

interface Seen {
  /** The ids of existing things that could be what an earlier run made. */
  there: string[];
  /** Those of them that surely differ from the declared arguments. */
  others?: string[];
  args: object;
  /** Whether only a request with these very arguments counts, since nothing can be changed after it is made. */
  isExact: boolean;
  /** Whether a look at the service tells what an earlier run made, however long ago that was. */
  lookTells: boolean;
  /** Whether the program agrees to another one beside what is there. */
  isAnotherAgreed?: boolean;
}

/** Returns how a creation begins: what exists already, what an interrupted run may have sent, and its note. */
export function asking(context: Context, service: string, seen: Seen): Asking {
  const { there, others = [], args, lookTells } = seen;
  const note = noteOf(context);
  const earlier = note.earlier();
  const meaning = earlier && meaningOf(earlier, context, seen);
  const left = earlier && meaning === "something else" ? madeBy(earlier, there) : [];
  for (const lost of [lostFromSight(context, note, service, lookTells), leftAside(left, service)]) {
    if (lost !== undefined) context.log.warn(lost);
  }
  const same = meaning === "this" ? earlier : undefined;
  const before = same ? there.filter((id) => others.includes(id) || same.wasThere(id)) : there;
  return {
    before,
    ...(same ? sentBy(same, context, service, lookTells) : { arrivesUntil: 0 }),
    note: {
      write: () => note.write([...before, `${context.page.before?.id}`], args),
      remove: () => note.remove(),
      removeWhenTold: () => note.removeWhenTold(),
    },
  };
}

/** The meaning of an earlier run's request for this creation. */
type Meaning =
  /** The state has what it made, or the program agrees to another one beside that. */
  | "settled"
  /** It had other arguments, so what it made is not passed for this. */
  | "something else"
  /** This creation takes what it made, so that nothing is made twice. */
  | "this";

function meaningOf(earlier: Earlier, context: Context, { args, isExact, isAnotherAgreed }: Seen): Meaning {
  if (isStored(context, earlier) || (earlier.isAnswered && isAnotherAgreed)) return "settled";
  return isExact && earlier.askedElse(args) ? "something else" : "this";
}

/**
 * Returns whether the state has what that request made. The engine shows its inputs alone if `--replace` or a taint replaces
 * it. If it shows nothing, either `--replace` replaces it, or the run was killed before it wrote the state: then what was
 * made is taken again, so that nothing is made twice.
 */
function isStored({ page: { before } }: Context, { isAnswered }: Earlier): boolean {
  return isAnswered && before !== undefined && before.id === undefined;
}

/** Returns the request of an earlier run as the one that comes before this creation's own. */
function sentBy({ at, isAnswered }: Earlier, context: Context, service: string, lookTells: boolean) {
  const mayArriveFor = context.settings.number("requestTimeoutSeconds") * 1000;
  const arrivesUntil = isAnswered ? 0 : at.getTime() + mayArriveFor;
  const answeredAt = isAnswered ? at.toISOString() : undefined;
  const who = isAnswered ? `the run of ${answeredAt} asked` : "an earlier run that was interrupted may have asked";
  const isOpen = !lookTells || Date.now() < arrivesUntil;
  return {
    arrivesUntil,
    answeredAt,
    sentBefore: isOpen ? new DoubtfulError(`${who} ${service} for it already`) : undefined,
  };
}

/** Returns the ids that the request may have made. If it was answered, the state has what it made. */
function madeBy(earlier: Earlier, there: readonly string[]): string[] {
  return earlier.isAnswered ? [] : there.filter((id) => !earlier.wasThere(id));
}

function leftAside(ids: readonly string[], service: string): string | undefined {
  if (ids.length === 0) return undefined;
  return (
    `an earlier run that was interrupted asked ${service} for this resource with other arguments or triggers, and may have ` +
    `made ${ids.join(", ")}: no state knows it, and another one is made`
  );
}

/** Returns a warning of a request whose result no look of this creation finds: in another account, or too long ago. */
function lostFromSight(context: Context, note: Note, service: string, lookTells: boolean): string | undefined {
  const elsewhere = note.elsewhere();
  if (elsewhere && !isStored(context, elsewhere)) {
    return (
      `a run of ${elsewhere.at.toISOString()} that was interrupted asked ${service} for this resource in ${elsewhere.account}, ` +
      `and may have made one there that no state knows: look for it there. Another one is made in ${context.account}`
    );
  }
  if (!note.expired || lookTells) return undefined;
  return (
    `a run of ${note.expired.toISOString()} that was interrupted asked ${service} for this resource, and may have made one ` +
    `that no state knows. That is too long ago to tell it from others: look for it at ${service}. Another one is made`
  );
}
