import { DoubtfulError } from "../ground/errors";

/**
 * Returns what the refused request made itself: a request that was delivered twice is refused because its first delivery made
 * the thing already. Throws the refusal where `look` finds nothing, and a doubt where the look fails.
 */
export async function madeItself<T>(refusal: Error, look: () => Promise<T | undefined>): Promise<T> {
  const made = await look().catch((failure: Error) => {
    throw new DoubtfulError(`${refusal.message}. That may be this one: ${failure.message}`);
  });
  if (made === undefined) throw refusal;
  return made;
}
