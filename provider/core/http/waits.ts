import type { Context } from "../kind/context";

/** How often a wait is told that goes on. */
const TELL_MILLISECONDS = 60_000;

/** Waits before a request: those that the service asks for are told, and not begun where there is no time for them. */
export class Waits {
  private toldAt = 0;

  constructor(
    private readonly service: string,
    private readonly context: Pick<Context, "deadline" | "log">,
  ) {}

  /** Waits; or tells, at once, why a wait that was asked for is too long. `asked`: by what; nothing where it is our own. */
  async out(milliseconds: number, asked: string | undefined): Promise<string | undefined> {
    const { deadline, log } = this.context;
    const told = `${this.service} accepts no request for ${Math.ceil(milliseconds / 1000)} s (${asked})`;
    if (asked !== undefined && milliseconds > deadline.left) {
      return `${told}, and ${Math.floor(deadline.left / 1000)} s are left. ${deadline.whyNoLonger}`;
    }
    if (asked !== undefined && Date.now() - this.toldAt > TELL_MILLISECONDS) {
      this.toldAt = Date.now();
      log.progress(`${told}: waiting`);
    }
    await deadline.pause(milliseconds);
    return undefined;
  }
}
