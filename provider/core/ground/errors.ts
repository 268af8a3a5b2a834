import { inspect } from "node:util";

/**
 * An error for a user. Pulumi's host prints `stack` and `toString()` of some errors, so both have the message and nothing
 * else.
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

/** The service refused the request and did nothing. */
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

/** It is not known whether the service acted: there was no answer, a broken one, or one from a gateway. */
export class DoubtfulError extends BackupError {
  override name = "DoubtfulError";
}

/** The request surely changed nothing: it was not sent, or it was a read whose answer did not arrive. */
export class UnansweredError extends BackupError {
  override name = "UnansweredError";
}

/** Something exists that is not complete yet. The engine stores its id and outputs, and the next `up` goes on. */
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
