import { DoubtfulError } from "../ground/errors";

/**
 * A request that was delivered twice is refused by the thing that it has made itself. Returns that, where `look` finds it;
 * throws the refusal where it does not, and a doubt where the look fails.
 */
export async function madeItself<T>(refusal: Error, look: () => Promise<T | undefined>): Promise<T> {
  const made = await look().catch((failure: Error) => {
    throw new DoubtfulError(`${refusal.message}. That may be this one: ${failure.message}`);
  });
  if (made === undefined) throw refusal;
  return made;
}
