import type { Context } from "../kind/context";

/** The time between two progress lines of a long wait. */
const TELL_MILLISECONDS = 60_000;

/** The waits before a request. A wait that the service asks for is shown, and does not begin where it is too long. */
export class Waits {
  private toldAt = 0;

  constructor(
    private readonly service: string,
    private readonly context: Pick<Context, "deadline" | "log">,
  ) {}

  /** Waits, or returns at once why the wait is too long. `asked`: the answer that asks for the wait, if one does. */
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
