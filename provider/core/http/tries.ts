import type { Endpoint } from "./endpoint";
import type { Outcome } from "./http";
import { isCutRefusal, parse } from "./judge";
import type { Service } from "./service";
import { backoff, retryAfter } from "./traffic";

const MOST = 4;

export interface Pause {
  milliseconds: number;
  /** With which answer the service asked for it; nothing where it is our own. */
  asked?: string;
}

/** Nothing was done, and to send it once more does no harm. */
export function wasNotTaken(outcome: Outcome): boolean {
  return outcome.kind === "not sent" || isCutRefusal(outcome);
}

/** The tries of one request: how often it failed, and whether another try is safe and can help. */
export class Tries {
  /** Whether the login was renewed for it. */
  renewed = false;
  private failed = 0;

  constructor(
    private readonly service: Service,
    private readonly to: Endpoint<unknown>,
  ) {}

  /** Once for a request: what was refused with a new login, too, stays refused. */
  needsLogin(outcome: Outcome): boolean {
    if (outcome.kind !== "answered" || outcome.status < 400 || !this.service.renew || this.renewed) return false;
    return outcome.status === 401 || (this.service.refusesLogin?.(parse(outcome.body)) ?? false);
  }

  /** Nothing when the outcome stands. */
  waitBeforeAnother(outcome: Outcome): Pause | undefined {
    const mayRepeat = this.to.safe || wasNotTaken(outcome);
    if (!mayRepeat || this.isFinal(outcome) || this.failed + 1 >= MOST) return undefined;
    this.failed += 1;
    const after = outcome.kind === "answered" ? retryAfter(outcome.headers) : undefined;
    if (outcome.kind === "answered" && after) return { milliseconds: after, asked: `HTTP ${outcome.status}` };
    return { milliseconds: after ?? backoff(this.failed - 1) };
  }

  private isFinal(outcome: Outcome): boolean {
    if (outcome.kind !== "answered" || wasNotTaken(outcome)) return false;
    return outcome.status < 500 || this.service.isRefusal(outcome.status, parse(outcome.body));
  }
}
