import { ServiceError, UnansweredError } from "../ground/errors";
import type { Context } from "../kind/context";

/**
 * Asks until there is an answer or the time is over. It also waits for a service that does not answer meanwhile; a refusal
 * ends the wait. `hasAnswered`: the service answered just before, so its address is not wrong.
 */
export async function waitFor<T>(
  { deadline, log, pollMilliseconds }: Pick<Context, "deadline" | "log" | "pollMilliseconds">,
  hasAnswered: boolean,
  ask: () => Promise<T | undefined>,
): Promise<T | undefined> {
  let isThere = hasAnswered;
  let failure: Error | undefined;
  const answer = await deadline.until(pollMilliseconds, async () => {
    try {
      const answer = await ask();
      isThere = true;
      failure = undefined;
      return answer;
    } catch (error) {
      if (!isThere || !isAway(error)) throw error;
      if (!failure) log.progress(`${(error as Error).message}. Waiting on`);
      failure = error as Error;
      return undefined;
    }
  });
  if (failure) throw failure;
  return answer;
}

function isAway(error: unknown): boolean {
  return error instanceof UnansweredError || (error instanceof ServiceError && error.status >= 500);
}
