import { BackupError, UnfinishedError } from "../ground/errors";
import type { Outputs, Stored } from "../kind/definition";

/** The hours in which nothing is sent again where a service may show late what it carried out. */
export const RESENT_HOURS = 24;

/** Returns the hours between two times, both in milliseconds since 1970 by the service's clock. */
export function hoursSince(then: number, now: number): number {
  return (now - then) / 3_600_000;
}

/** A request in doubt, as the state holds it. */
interface InDoubt {
  id: string;
  /** The outputs that stay in the state after a refusal. */
  kept: Outputs;
  /** The sentence that follows a refusal. */
  stays: string;
}

/** Sends a request in doubt again. The state keeps its id in every case; after a refusal the doubt stays. */
export async function sendAgain({ id, kept, stays }: InDoubt, make: () => Promise<Stored>): Promise<Outputs> {
  try {
    return (await make()).outputs;
  } catch (error) {
    if (error instanceof UnfinishedError) throw new UnfinishedError(error.message, id, error.outputs);
    if (!(error instanceof BackupError)) throw error;
    throw new UnfinishedError(`${error.message}. ${stays}`, id, kept);
  }
}
