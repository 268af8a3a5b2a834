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
  return isOfForm(error.body, "itemNotFound");
}

/** Returns whether a body is a refusal by the service itself, of this form. */
export function isOfForm(body: unknown, form: string): boolean {
  return typeof body === "object" && body !== null && form in body;
}
