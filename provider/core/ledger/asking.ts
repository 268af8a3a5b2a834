import type { Write } from "../doubt/carry-out";
import { DoubtfulError } from "../ground/errors";
import type { Context } from "../kind/context";
import { type Earlier, noteOf } from "./asked";

/** A creation that begins, and the traces of an earlier run that may have sent it. */
export interface Asking extends Pick<Write<unknown>, "sentBefore" | "note"> {
  /** The things that were there before it was first asked for: none of them is it. */
  before: string[];
  /** Until when a request that an earlier run sent may still arrive, in milliseconds since 1970. */
  arrivesUntil: number;
}

interface Seen {
  /** The things that are there, which what is made could be taken for. */
  there: string[];
  /** Those of them that are surely not what is to be made. */
  others?: string[];
  args: object;
  /** Whether only what an earlier run asked for with these very arguments will do: nothing that is made can be changed. */
  isExact: boolean;
  /** Whether a look tells what an earlier run made, however long ago that is. */
  lookTells: boolean;
}

/** How what is asked for is noted, and what an interrupted run noted. */
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
