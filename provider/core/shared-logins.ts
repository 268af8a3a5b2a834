import { ServiceError } from "./errors";

/** One login for all resources of an account: got once, and got anew when it is no longer accepted. */
export class SharedLogins<Session> {
  private readonly sessions = new Map<string, Promise<Session>>();

  constructor(private readonly tokenOf: (session: Session) => string) {}

  /** `failed`: how many logins of others this one waited for in vain. */
  session(account: string, enter: () => Promise<Session>, failed = 0): Promise<Session> {
    const there = this.sessions.get(account);
    if (there) return there.catch((error) => this.another(account, enter, failed, error));
    const session = enter();
    this.sessions.set(account, session);
    session.catch(() => {
      if (this.sessions.get(account) === session) this.sessions.delete(account);
    });
    return session;
  }

  /** Of all who come with the same refused token, the first gets a new one. */
  async renew(account: string, refused: string | undefined, enter: () => Promise<Session>): Promise<Session> {
    const held = this.sessions.get(account);
    const session = await held?.catch(() => undefined);
    const isRefused = session !== undefined && this.tokenOf(session) === refused;
    if (isRefused && this.sessions.get(account) === held) this.sessions.delete(account);
    return this.session(account, enter);
  }

  /** Whoever logged in may have had no time left, which says nothing about the others; a refusal does. */
  private another(account: string, enter: () => Promise<Session>, failed: number, error: Error): Promise<Session> {
    if (error instanceof ServiceError && error.status < 500) throw error;
    return failed > 0 ? enter() : this.session(account, enter, failed + 1);
  }
}
