import type { Write } from "../doubt/carry-out";
import { DoubtfulError } from "../ground/errors";
import type { Context } from "../kind/context";
import { Note } from "./notes";

/** What is to be made, and what was there before it was first asked for. */
export interface Asking extends Pick<Write<unknown>, "sentBefore" | "note"> {
  before: string[];
}

interface Noting {
  /** What of the things that are there is surely not what is to be made. */
  others?: string[];
  /** What is asked for, where nothing else will do: what an earlier run asked for with other arguments is not it. */
  args?: object;
}

/**
 * Asks for what a look may not find, with a note. Of what is there now an earlier run that was interrupted may have made
 * some: `before` then is what was there before that, and `others`.
 */
export function noted(context: Context, service: string, there: string[], { others = [], args }: Noting = {}): Asking {
  const note = new Note(context.subject);
  const { expired } = note;
  if (expired) {
    context.log.warn(
      `a run of ${expired.toISOString()} that was interrupted asked ${service} for this resource, and may have made one ` +
        `that no state knows. That is too long ago to tell it from others: look for it at ${service}. Another one is made`,
    );
  }
  const found = note.earlier();
  const earlier = args !== undefined && found?.askedElse(args) ? undefined : found;
  const left = there.filter((id) => found !== earlier && !found?.wasThere(id));
  if (left.length > 0) {
    context.log.warn(
      `an earlier run that was interrupted asked ${service} for this resource with other arguments or triggers, and may have ` +
        `made ${left.join(", ")}: no state knows it, and another one is made`,
    );
  }
  const before = earlier ? there.filter((id) => others.includes(id) || earlier.wasThere(id)) : there;
  return {
    before,
    sentBefore:
      earlier && new DoubtfulError(`an earlier run that was interrupted may have asked ${service} for it already`),
    note: {
      write: () => note.write([...before, `${context.storedId}`], args),
      remove: () => note.remove(),
      removeWhenTold: () => note.removeWhenTold(),
    },
  };
}
