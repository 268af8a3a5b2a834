import { DoubtfulError } from "../ground/errors";
import type { Context } from "../kind/context";

/** Told how a request goes, so that one that waits for its turn is not taken for one that was sent. */
export interface Going {
  /** It is about to leave. */
  out(): void;
  /** It was not taken, and waits again. */
  notTaken(): void;
}

/** A request that changes something, and how to see whether it did. */
export interface Write<T> {
  /** The words for the work, for a person: `set the policy of …`. */
  readonly what: string;
  /** Sends once. Nothing when the answer does not tell what was made. */
  send(going: Going): Promise<T | undefined>;
  /** Returns the thing that it made, where that shows. */
  look(): Promise<T | undefined>;
  /** Whether what no look shows was surely not done, or does no harm a second time: only then it is sent again. */
  readonly isSentAgain: boolean;
  /** How long to look, in milliseconds. */
  patience(inDoubt: boolean): number;
  /** The service is busy with something that ends, and has done nothing. */
  isBusy(error: unknown): Promise<boolean> | boolean;
  /** Why an earlier run may have sent it already: then this one only looks. */
  readonly sentBefore?: DoubtfulError;
  /** The file that remembers, beyond the end of this process, that it was sent. */
  readonly note?: { write(): void; remove(): void; removeWhenTold(): Promise<void> };
}

export type CarriedOut<T> =
  | { done: T; doubt?: undefined; problem?: undefined }
  /** `doubt`: why it may not have been done at all; `problem`: what stands in the way of knowing, if anything does. */
  | { done?: undefined; doubt: DoubtfulError | undefined; problem: Error | undefined };

const SENDINGS = 3;

/**
 * The one place that deals with doubt. After an answer that leaves open whether a request was carried out it looks, and
 * sends again only what is surely not there. A refusal of what was never in doubt is thrown; once it was sent, no way
 * out loses that.
 */
export async function carryOut<T>(context: Context, write: Write<T>): Promise<CarriedOut<T>> {
  let earlier: DoubtfulError | undefined;
  for (let sending = 1; ; sending++) {
    const isFirst = !earlier && !write.sentBefore;
    const sent =
      sending === 1 && write.sentBefore ? { doubt: write.sentBefore } : await sendWhenFree(context, write, isFirst);
    if (sent.done !== undefined) return { done: sent.done };
    if (sent.refusal && !earlier) {
      write.note?.remove();
      throw sent.refusal;
    }
    if (sent.doubt) context.log.warn(`${sent.doubt.message}. Looking before anything else`);
    const { done, failure } = await lookFor(context, write, sent.doubt !== undefined || sent.refusal !== undefined);
    if (done !== undefined) return { done };
    earlier = sent.doubt ?? earlier;
    const again = write.isSentAgain && sent.doubt !== undefined && failure === undefined;
    if (!again || sending >= SENDINGS || context.deadline.passed) {
      // Whoever called tells the doubt, which the state then holds.
      if (earlier) await write.note?.removeWhenTold();
      return { doubt: earlier, problem: failure ?? sent.refusal ?? sent.doubt };
    }
    await context.deadline.pause(context.pollMilliseconds);
  }
}

interface Sending<T> {
  done?: T;
  doubt?: DoubtfulError;
  refusal?: Error;
}

async function sendWhenFree<T>(context: Context, write: Write<T>, isFirst: boolean): Promise<Sending<T>> {
  const going = {
    out: () => write.note?.write(),
    // What an earlier sending may have done stays noted.
    notTaken: () => isFirst && write.note?.remove(),
  };
  for (let waited = false; ; waited = true) {
    try {
      // What was sent may show by now, and be what the service is busy with: a gateway may deliver a request twice.
      const made = isFirst && !waited ? undefined : await lookAgain(write);
      return { done: made ?? (await write.send(going)) };
    } catch (error) {
      if (error instanceof DoubtfulError) return { doubt: error };
      if (context.deadline.passed || !(await isBusy(write, error))) return { refusal: error as Error };
      going.notTaken();
      context.log.progress(`waiting to ${write.what}: ${(error as Error).message}`);
      await context.deadline.pause(context.pollMilliseconds);
    }
  }
}

/** A look that fails leaves open whether what was sent was carried out, though its answer was that the service is busy. */
async function lookAgain<T>(write: Write<T>): Promise<T | undefined> {
  try {
    return await write.look();
  } catch (error) {
    throw new DoubtfulError(
      `an earlier request to ${write.what} may have been carried out: ${(error as Error).message}`,
    );
  }
}

async function isBusy<T>(write: Write<T>, error: unknown): Promise<boolean> {
  try {
    return await write.isBusy(error);
  } catch {
    return false;
  }
}

/** A look that fails tells nothing, and loses nothing. */
async function lookFor<T>(context: Context, write: Write<T>, inDoubt: boolean): Promise<{ done?: T; failure?: Error }> {
  try {
    const limit = context.deadline.within(write.patience(inDoubt));
    return { done: await limit.until(context.pollMilliseconds, () => write.look()) };
  } catch (failure) {
    return { failure: failure as Error };
  }
}
