/** The line that stands where Pulumi's host would copy the whole message. It writes a colon after it. */
const POINTER = "pulumi-backup-plans: see the error of the resource";

/**
 * Returns the answer, or throws its error so that the message shows once. The host of dynamic providers writes
 * `${error}: ${error.stack}` of a check, a diff, a read and a deletion to its own output, beside the error that it passes on.
 */
export async function saidOnce<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw Object.defineProperty(error as Error, "toString", { value: () => POINTER });
  }
}
