import { BackupError, UnfinishedError } from "../ground/errors";
import type { Outputs, Stored } from "../kind/definition";

/** How long nothing is sent again that a service may have carried out, and may show late. */
export const RESENT_HOURS = 24;

/** How long ago something was sent without a clear answer, in hours by the service's clock. */
export function hoursSince(doubtedAt: string, now: number): number {
  return (now - Date.parse(doubtedAt)) / 3_600_000;
}

/** Something in doubt, as the state holds it. */
interface InDoubt {
  id: string;
  /** The outputs that stay where it is refused. */
  kept: Outputs;
  /** The sentence that goes with a refusal. */
  stays: string;
}

/** Sends again what is in doubt. Whatever comes of it, the state keeps its id; a refusal leaves the doubt. */
export async function sendAgain({ id, kept, stays }: InDoubt, make: () => Promise<Stored>): Promise<Outputs> {
  try {
    return (await make()).outputs;
  } catch (error) {
    if (error instanceof UnfinishedError) throw new UnfinishedError(error.message, id, error.outputs);
    if (!(error instanceof BackupError)) throw error;
    throw new UnfinishedError(`${error.message}. ${stays}`, id, kept);
  }
}
