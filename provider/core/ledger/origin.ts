import type { Origin } from "../../plan/state";
import { UnfinishedError } from "../ground/errors";
import type { Stored } from "../kind/definition";

/** Returns the origin of a stored thing. For a state of 0.1.0, which has none, `adopt` and `foundLater` tell it. */
export function originOf(stored: object): Origin {
  const { origin, adopt, foundLater } = stored as { origin?: Origin; adopt?: unknown; foundLater?: true };
  return origin ?? (adopt !== undefined ? "adopted" : foundLater ? "found" : "made");
}

/** Returns the thing, finished or not, with its origin among its outputs. */
export async function withOrigin(origin: Origin, getting: Promise<Stored>): Promise<Stored> {
  try {
    const { id, outputs } = await getting;
    return { id, outputs: { ...outputs, origin } };
  } catch (error) {
    if (!(error instanceof UnfinishedError)) throw error;
    throw new UnfinishedError(error.message, error.id, { ...error.outputs, origin });
  }
}
