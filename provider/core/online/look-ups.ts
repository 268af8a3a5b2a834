import { BackupError, ServiceError } from "../ground/errors";
import type { Context } from "../kind/context";
import { Deadline } from "../run/deadline";
import type { Run } from "../run/run";

/** The time for all look-ups at one service in one process. */
const ALL_MILLISECONDS = 20_000;

const OVER = `${ALL_MILLISECONDS / 1000} s are over`;

const EVERYTHING = "everything";

/**
 * The look-ups of one service in a preview. They must not hold up the preview: after a failure nothing more is asked, and all
 * of them share one limit of time.
 */
class LookUps {
  private readonly givenUp = new Set<string>();
  private spent = 0;
  private running = 0;
  private since = 0;

  constructor(private readonly service: string) {}

  /** Returns the answer; nothing where there is none. One warning tells why. */
  async look<T>(context: Context, what: string, ask: (context: Context) => Promise<T>): Promise<T | undefined> {
    if (this.givenUp.has(EVERYTHING) || this.givenUp.has(what)) return undefined;
    if (this.running++ === 0) this.since = Date.now();
    try {
      return await ask({ ...context, deadline: new Deadline(Math.max(0, ALL_MILLISECONDS - this.spent), OVER) });
    } catch (error) {
      if (!(error instanceof BackupError)) throw error;
      this.giveUp(context, what, error);
      return undefined;
    } finally {
      if (--this.running === 0) this.spent += Date.now() - this.since;
    }
  }

  /** Ends all look-ups after a failure that concerns all. A refusal of one request does not end the others. */
  private giveUp({ log }: Context, what: string, error: BackupError): void {
    const status = error instanceof ServiceError ? error.status : 500;
    const everything = status === 401 || status === 429 || status >= 500;
    const scope = everything ? EVERYTHING : what;
    if (this.givenUp.has(EVERYTHING) || this.givenUp.has(scope)) return;
    this.givenUp.add(scope);
    const rest = everything ? "" : ` about ${what}`;
    log.warn(
      `online check undecided: ${error.message}. In this run ${this.service} is not asked again${rest}, and nothing is refused because of it`,
    );
  }
}

export function lookUpsAt(service: string, run: Run): LookUps {
  return run.of(`look-ups at ${service}`, () => new LookUps(service));
}
