import { ServiceError } from "../ground/errors";

/** How a caller logs in, and its deadline. */
export interface Attempt<Session> {
  enter(): Promise<Session>;
  readonly deadline: { readonly passed: boolean };
}

/** One login for all resources of an account. It is renewed when it is no longer accepted. */
export class SharedLogins<Session> {
  private readonly sessions = new Map<string, Promise<Session>>();

  constructor(private readonly tokenOf: (session: Session) => string) {}

  /** Returns the session. `failed` counts the failed logins of other callers that this one waited for. */
  session(account: string, attempt: Attempt<Session>, failed = 0): Promise<Session> {
    const there = this.sessions.get(account);
    if (there) return there.catch((error) => this.another(account, attempt, failed, error));
    const session = attempt.enter();
    this.sessions.set(account, session);
    session.catch(() => {
      if (this.sessions.get(account) === session) this.sessions.delete(account);
    });
    return session;
  }

  /**
   * Returns a new session after a refused token. The first caller with that token logs in again, and the others wait for it.
   */
  async renew(account: string, refused: string | undefined, attempt: Attempt<Session>): Promise<Session> {
    const held = this.sessions.get(account);
    const session = await held?.catch(() => undefined);
    const isRefused = session !== undefined && this.tokenOf(session) === refused;
    if (isRefused && this.sessions.get(account) === held) this.sessions.delete(account);
    return this.session(account, attempt);
  }

  /** Logs in after another caller's login failed. A refusal holds for all callers, a passed deadline for its own caller alone. */
  private another(account: string, attempt: Attempt<Session>, failed: number, error: Error): Promise<Session> {
    const isRefused = error instanceof ServiceError && error.status < 500;
    if (isRefused || attempt.deadline.passed) throw error;
    return failed > 0 ? attempt.enter() : this.session(account, attempt, failed + 1);
  }
}
