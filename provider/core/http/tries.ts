import type { Endpoint } from "./endpoint";
import type { Outcome } from "./http";
import { isCutRefusal, parse } from "./judge";
import type { Service } from "./service";
import { backoff, retryAfter } from "./traffic";

const MOST = 4;

/** The step after an attempt. Each one but `end` leads to another attempt. */
export type Step =
  /** The service has too many requests, and this one waits with all others to its address. */
  | { is: "throttled"; isUndone: true }
  /** The service did not accept the login, and a new one can help. */
  | { is: "log in"; isUndone: true }
  /** Another attempt is safe and can help. `isUndone`: the service surely did nothing. */
  | { is: "pause"; isUndone: boolean; milliseconds: number; asked: string | undefined }
  /** The outcome is final. */
  | { is: "end" };

/** Counts the attempts of one request, and decides what follows each. */
export class Tries {
  private hasRenewed = false;
  private failed = 0;

  constructor(
    private readonly service: Service,
    private readonly to: Endpoint<unknown>,
  ) {}

  /** Returns the next step. `isOver`: the time of the operation is over, so no pause begins. */
  after(outcome: Outcome, isOver: boolean): Step {
    if (this.isThrottled(outcome)) return { is: "throttled", isUndone: true };
    if (this.needsLogin(outcome)) {
      this.hasRenewed = true;
      return { is: "log in", isUndone: true };
    }
    const isUndone = outcome.kind === "not sent" || isCutRefusal(outcome);
    const mayRepeat = this.to.safe || isUndone;
    const isFinal = !isUndone && this.isFinal(outcome);
    if (isOver || !mayRepeat || isFinal || this.failed + 1 >= MOST) return { is: "end" };
    const own = backoff(this.failed);
    this.failed += 1;
    const after = outcome.kind === "answered" ? retryAfter(outcome.headers) : undefined;
    // The service asks for the pause with this answer; otherwise its length is our own choice.
    const asked = outcome.kind === "answered" && after ? `HTTP ${outcome.status}` : undefined;
    return { is: "pause", isUndone, milliseconds: after ?? own, asked };
  }

  private isThrottled(outcome: Outcome): boolean {
    if (outcome.kind !== "answered") return false;
    return this.service.isThrottled?.(outcome.status, outcome.body) ?? outcome.status === 429;
  }

  /** Returns whether a new login can help. It is tried once for each request. */
  private needsLogin(outcome: Outcome): boolean {
    if (outcome.kind !== "answered" || outcome.status < 400 || !this.service.renew || this.hasRenewed) return false;
    return outcome.status === 401 || (this.service.refusesLogin?.(parse(outcome.body)) ?? false);
  }

  private isFinal(outcome: Outcome): boolean {
    if (outcome.kind !== "answered") return false;
    return outcome.status < 500 || (this.service.isRefusal?.(parse(outcome.body)) ?? false);
  }
}
