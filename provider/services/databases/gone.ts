import { ServiceError } from "../../core/ground/errors";

/** Gone only when Trove itself says so: a gateway's 404 has another body. */
export async function unlessGone<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isTroves(error)) return undefined;
    throw error;
  }
}

/** A 404 of Trove's own. */
function isTroves(error: unknown): boolean {
  if (!(error instanceof ServiceError) || error.status !== 404) return false;
  return typeof error.body === "object" && error.body !== null && "itemNotFound" in error.body;
}
