import type { Endpoint } from "./endpoint";
import type { Outcome } from "./http";
import { isCutRefusal, parse } from "./judge";
import type { Service } from "./service";
import { backoff, retryAfter } from "./traffic";

const MOST = 4;

export interface Pause {
  milliseconds: number;
  /** The answer with which the service asked for the pause; nothing where it is our own choice. */
  asked?: string;
}

/** Returns whether the service surely did nothing, so that sending again does no harm. */
export function wasNotAccepted(outcome: Outcome): boolean {
  return outcome.kind === "not sent" || isCutRefusal(outcome);
}

/** Counts the attempts of one request, and decides whether another one is safe and can help. */
export class Tries {
  /** Whether the login was renewed for this request. */
  renewed = false;
  private failed = 0;

  constructor(
    private readonly service: Service,
    private readonly to: Endpoint<unknown>,
  ) {}

  /** Returns whether a new login can help. It is tried once for each request. */
  needsLogin(outcome: Outcome): boolean {
    if (outcome.kind !== "answered" || outcome.status < 400 || !this.service.renew || this.renewed) return false;
    return outcome.status === 401 || (this.service.refusesLogin?.(parse(outcome.body)) ?? false);
  }

  /** Returns the pause before the next attempt; nothing where the outcome is final. */
  waitBeforeAnother(outcome: Outcome): Pause | undefined {
    const mayRepeat = this.to.safe || wasNotAccepted(outcome);
    if (!mayRepeat || this.isFinal(outcome) || this.failed + 1 >= MOST) return undefined;
    this.failed += 1;
    const after = outcome.kind === "answered" ? retryAfter(outcome.headers) : undefined;
    if (outcome.kind === "answered" && after) return { milliseconds: after, asked: `HTTP ${outcome.status}` };
    return { milliseconds: after ?? backoff(this.failed - 1) };
  }

  private isFinal(outcome: Outcome): boolean {
    if (outcome.kind !== "answered" || wasNotAccepted(outcome)) return false;
    return outcome.status < 500 || (this.service.isRefusal?.(parse(outcome.body)) ?? false);
  }
}
