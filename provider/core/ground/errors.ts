import { inspect } from "node:util";

/**
 * An error that a user reads. The host prints `stack` and `toString()` of some errors beside the message; here both say
 * the message and nothing else.
 */
export class BackupError extends Error {
  override name = "BackupError";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    Object.defineProperty(this, "stack", { value: "", enumerable: false });
  }

  override toString(): string {
    return this.message;
  }

  [inspect.custom](): string {
    return this.message;
  }
}

/** Several refusals at once, each on a line of its own. */
export class RefusalsError extends BackupError {
  override name = "RefusalsError";

  constructor(readonly refusals: readonly string[]) {
    super(refusals.join("\n"));
  }
}

/** The service answered, and it was a refusal. */
export class ServiceError extends BackupError {
  override name = "ServiceError";

  constructor(
    message: string,
    readonly status: number,
    /** The vendor's own code, where it has one. */
    readonly code: string | undefined,
    readonly body: unknown,
  ) {
    super(message);
  }
}

/** Whether the service acted is not known: no answer, a broken one, or a failure from in between. */
export class DoubtfulError extends BackupError {
  override name = "DoubtfulError";
}

/** Nothing came back, or not to its end, and nothing was done by it. */
export class UnansweredError extends BackupError {
  override name = "UnansweredError";
}

/** Exists in the cloud, and is not what was asked for yet: its id stays in state, with the reason. */
export class UnfinishedError extends BackupError {
  override name = "UnfinishedError";

  constructor(
    message: string,
    readonly id: string,
    readonly outputs: object,
  ) {
    super(message);
  }
}
