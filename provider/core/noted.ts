import type { Write } from "./carry-out";
import type { Context } from "./context";
import { DoubtfulError } from "./errors";
import { Note } from "./notes";

/** What is to be made, and what was there before it was first asked for. */
export interface Asking extends Pick<Write<unknown>, "sentBefore" | "note"> {
  before: string[];
}

/**
 * Asks for what a look may not find, with a note. Of what is there now an earlier run that was interrupted may have made
 * some: `before` then is what was there before that, and `others`, which are none of it. One from longer ago than
 * `withinMilliseconds` says nothing any more.
 */
export function noted(
  context: Context,
  service: string,
  there: string[],
  { others = [], withinMilliseconds }: { others?: string[]; withinMilliseconds?: number } = {},
): Asking {
  const note = new Note(context.owner);
  const earlier = note.earlier(withinMilliseconds);
  const before = earlier ? there.filter((id) => others.includes(id) || earlier.wasThere(id)) : there;
  return {
    before,
    sentBefore:
      earlier && new DoubtfulError(`an earlier run that was interrupted may have asked ${service} for it already`),
    note: {
      write: () => note.write([...before, `${context.storedId}`]),
      remove: () => note.remove(),
      removeWhenTold: () => note.removeWhenTold(),
    },
  };
}
