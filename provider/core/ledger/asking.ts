import type { Write } from "../doubt/carry-out";
import { DoubtfulError } from "../ground/errors";
import type { Context } from "../kind/context";
import { type Earlier, noteOf } from "./note";

/** How a creation begins, after a look for what an interrupted run may have sent. */
export interface Asking extends Pick<Write<unknown>, "sentBefore" | "note"> {
  /** The ids that existed before the first request: none of them is what this creation makes. */
  before: string[];
  /** The time until which an earlier run's request may still arrive, in milliseconds since 1970. */
  arrivesUntil: number;
  /** The time of an earlier run's request that the service answered, so that what it made is there. ISO 8601. */
  answeredAt: string | undefined;
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
export function asking(
  context: Context,
  service: string,
  { there, others = [], args, isExact, lookTells, isAnotherAgreed = false }: Seen,
): Asking {
  const note = noteOf(context);
  const { expired } = note;
  const elsewhere = note.elsewhere();
  if (elsewhere && !isStored(context, elsewhere)) {
    context.log.warn(
      `a run of ${elsewhere.at.toISOString()} that was interrupted asked ${service} for this resource in ${elsewhere.account}, ` +
        `and may have made one there that no state knows: look for it there. Another one is made in ${context.account}`,
    );
  } else if (expired && !lookTells) {
    context.log.warn(
      `a run of ${expired.toISOString()} that was interrupted asked ${service} for this resource, and may have made one ` +
        `that no state knows. That is too long ago to tell it from others: look for it at ${service}. Another one is made`,
    );
  }
  const noted = note.earlier();
  const isKnown = noted && (isStored(context, noted) || (noted.isAnswered && isAnotherAgreed));
  const found = isKnown ? undefined : noted;
  const earlier = isExact && found?.askedElse(args) ? undefined : found;
  const left = there.filter((id) => found !== earlier && !found?.isAnswered && !found?.wasThere(id));
  if (left.length > 0) {
    context.log.warn(
      `an earlier run that was interrupted asked ${service} for this resource with other arguments or triggers, and may have ` +
        `made ${left.join(", ")}: no state knows it, and another one is made`,
    );
  }
  const before = earlier ? there.filter((id) => others.includes(id) || earlier.wasThere(id)) : there;
  const mayArriveFor = context.settings.number("requestTimeoutSeconds") * 1000;
  const arrivesUntil = earlier && !earlier.isAnswered ? earlier.at.getTime() + mayArriveFor : 0;
  const answeredAt = earlier?.isAnswered ? earlier.at.toISOString() : undefined;
  const asked =
    answeredAt === undefined
      ? `an earlier run that was interrupted may have asked ${service} for it already`
      : `the run of ${answeredAt} asked ${service} for it already`;
  return {
    before,
    arrivesUntil,
    answeredAt,
    sentBefore: earlier && (!lookTells || Date.now() < arrivesUntil) ? new DoubtfulError(asked) : undefined,
    note: {
      write: () => note.write([...before, `${context.page.before?.id}`], args),
      remove: () => note.remove(),
      removeWhenTold: () => note.removeWhenTold(),
    },
  };
}

/**
 * Returns whether the state has what that request made. The engine shows its inputs alone if `--replace` or a taint replaces
 * it. If it shows nothing, either `--replace` replaces it, or the run was killed before it wrote the state: then what was
 * made is taken again, so that nothing is made twice.
 */
function isStored({ page: { before } }: Context, { isAnswered }: Earlier): boolean {
  return isAnswered && before !== undefined && before.id === undefined;
}
