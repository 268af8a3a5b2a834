import { ServiceError } from "../ground/errors";

/** How somebody logs in, and until when it is worth trying. */
export interface Attempt<Session> {
  enter(): Promise<Session>;
  readonly deadline: { readonly passed: boolean };
}

/** One login for all resources of an account: got once, and got anew when it is no longer accepted. */
export class SharedLogins<Session> {
  private readonly sessions = new Map<string, Promise<Session>>();

  constructor(private readonly tokenOf: (session: Session) => string) {}

  /** `failed`: how many logins of others this one waited for in vain. */
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
   * Returns the session after a refused token. The first who comes with that token logs in again; all others wait for
   * it.
   */
  async renew(account: string, refused: string | undefined, attempt: Attempt<Session>): Promise<Session> {
    const held = this.sessions.get(account);
    const session = await held?.catch(() => undefined);
    const isRefused = session !== undefined && this.tokenOf(session) === refused;
    if (isRefused && this.sessions.get(account) === held) this.sessions.delete(account);
    return this.session(account, attempt);
  }

  /** Whoever logged in may have had no time left, which says nothing about the others; a refusal does. */
  private another(account: string, attempt: Attempt<Session>, failed: number, error: Error): Promise<Session> {
    const isRefused = error instanceof ServiceError && error.status < 500;
    if (isRefused || attempt.deadline.passed) throw error;
    return failed > 0 ? attempt.enter() : this.session(account, attempt, failed + 1);
  }
}
