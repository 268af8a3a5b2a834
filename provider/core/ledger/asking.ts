import type { Write } from "../doubt/carry-out";
import { DoubtfulError } from "../ground/errors";
import type { Context } from "../kind/context";
import { type Earlier, noteOf } from "./asked";

/** How a creation begins, after a look for what an interrupted run may have sent. */
export interface Asking extends Pick<Write<unknown>, "sentBefore" | "note"> {
  /** The ids that existed before the first request: none of them is what this creation makes. */
  before: string[];
  /** The time until which an earlier run's request may still arrive, in milliseconds since 1970. */
  arrivesUntil: number;
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
}

/** Returns how a creation begins: what exists already, what an interrupted run may have sent, and its note. */
export function asking(
  context: Context,
  service: string,
  { there, others = [], args, isExact, lookTells }: Seen,
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
  const found = noted && isStored(context, noted) ? undefined : noted;
  const earlier = isExact && found?.askedElse(args) ? undefined : found;
  const left = there.filter((id) => found !== earlier && !found?.wasThere(id));
  if (left.length > 0) {
    context.log.warn(
      `an earlier run that was interrupted asked ${service} for this resource with other arguments or triggers, and may have ` +
        `made ${left.join(", ")}: no state knows it, and another one is made`,
    );
  }
  const before = earlier ? there.filter((id) => others.includes(id) || earlier.wasThere(id)) : there;
  const mayArriveFor = context.settings.number("requestTimeoutSeconds") * 1000;
  const arrivesUntil = earlier ? earlier.at.getTime() + mayArriveFor : 0;
  return {
    before,
    arrivesUntil,
    sentBefore:
      earlier && (!lookTells || Date.now() < arrivesUntil)
        ? new DoubtfulError(`an earlier run that was interrupted may have asked ${service} for it already`)
        : undefined,
    note: {
      write: () => note.write([...before, `${context.page.before?.id}`], args),
      remove: () => note.remove(),
      removeWhenTold: () => note.removeWhenTold(),
    },
  };
}

/** Where the state has what was made and does not show it, that is being replaced: --replace, or a taint. */
function isStored({ page }: Context, { isAnswered }: Earlier): boolean {
  return isAnswered && page.before?.id === undefined;
}
