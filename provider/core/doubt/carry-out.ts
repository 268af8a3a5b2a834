import { DoubtfulError } from "../ground/errors";
import type { Context } from "../kind/context";

/** The client calls these as a request goes, so that one that still waits for its turn does not count as sent. */
export interface Going {
  /** The request is about to leave. */
  out(): void;
  /** The service surely did not accept it, and it waits again. */
  notAccepted(): void;
}

/** A request that changes something, and a look that shows whether it did. */
export interface Write<T> {
  /** The work in words for messages: `set the policy of …`. */
  readonly what: string;
  /** Sends once. Returns nothing where the answer does not say what was made. */
  send(going: Going): Promise<T | undefined>;
  /** Returns what the request made; nothing where that does not show. */
  look(): Promise<T | undefined>;
  /** Whether it may be sent again after a look that shows nothing: the look is reliable, or a second time does no harm. */
  readonly isSentAgain: boolean;
  /** Returns how long to look, in milliseconds. */
  patience(inDoubt: boolean): number;
  /** Returns whether the service did nothing because it is busy with something that ends by itself. Left out: never. */
  isBusy?(error: unknown): Promise<boolean> | boolean;
  /** Why an earlier run may have sent it already. Then this run looks first. */
  readonly sentBefore?: DoubtfulError;
  /** The note that outlives this process (`core/ledger/note.ts`). */
  readonly note?: { write(): void; remove(): void; removeWhenTold(): Promise<void> };
}

type CarriedOut<T> =
  | { done: T; doubt?: undefined; problem?: undefined }
  /** `doubt`: why it is not known whether it was done. `problem`: the error that ended the attempt. */
  | { done?: undefined; doubt: DoubtfulError | undefined; problem: Error | undefined };

const SENDINGS = 3;

/**
 * Sends a request that changes something; the one place that deals with doubtful answers. After an answer that leaves open
 * whether the request was carried out it looks, and sends again only what is surely not there. It throws a refusal only
 * where no earlier request is in doubt.
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
      // The caller reports the doubt, and the state then holds it.
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
    // The note of an earlier request in doubt stays.
    notAccepted: () => isFirst && write.note?.remove(),
  };
  for (let waited = false; ; waited = true) {
    try {
      // A gateway may deliver a request twice: the service may be busy with the very thing that was sent.
      const made = isFirst && !waited ? undefined : await lookAgain(write);
      return { done: made ?? (await write.send(going)) };
    } catch (error) {
      if (error instanceof DoubtfulError) return { doubt: error };
      if (context.deadline.passed || !(await isBusy(write, error))) return { refusal: error as Error };
      going.notAccepted();
      context.log.progress(`waiting to ${write.what}: ${(error as Error).message}`);
      await context.deadline.pause(context.pollMilliseconds);
    }
  }
}

/** Looks after a busy answer. A look that fails leaves open whether the request was carried out. */
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
    return (await write.isBusy?.(error)) ?? false;
  } catch {
    return false;
  }
}

/** Looks until something shows or the time is over. An error ends the look and is returned. */
async function lookFor<T>(context: Context, write: Write<T>, inDoubt: boolean): Promise<{ done?: T; failure?: Error }> {
  try {
    const limit = context.deadline.within(write.patience(inDoubt));
    return { done: await limit.until(context.pollMilliseconds, () => write.look()) };
  } catch (failure) {
    return { failure: failure as Error };
  }
}
