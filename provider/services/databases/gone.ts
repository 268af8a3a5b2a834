import { ServiceError } from "../../core/ground/errors";

/** Returns the answer; nothing where Trove itself says 404. A gateway's 404 has another body and is thrown. */
export async function unlessGone<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isTroves(error)) return undefined;
    throw error;
  }
}

/** Returns whether an error is a 404 of Trove itself. */
function isTroves(error: unknown): boolean {
  if (!(error instanceof ServiceError) || error.status !== 404) return false;
  return typeof error.body === "object" && error.body !== null && "itemNotFound" in error.body;
}
