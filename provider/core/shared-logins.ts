/** One login for all resources of an account: got once, and got anew when it is no longer accepted. */
export class SharedLogins<Session> {
  private readonly sessions = new Map<string, Promise<Session>>();

  constructor(private readonly tokenOf: (session: Session) => string) {}

  session(account: string, enter: () => Promise<Session>): Promise<Session> {
    const there = this.sessions.get(account);
    if (there) return there;
    const session = enter();
    this.sessions.set(account, session);
    session.catch(() => this.sessions.delete(account));
    return session;
  }

  /** Of all who come with the same refused token, the first gets a new one. */
  async renew(account: string, refused: string | undefined, enter: () => Promise<Session>): Promise<Session> {
    const session = await this.sessions.get(account);
    if (session !== undefined && this.tokenOf(session) === refused) this.sessions.delete(account);
    return this.session(account, enter);
  }
}
