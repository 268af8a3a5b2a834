import type { Going } from "../../../core/doubt/carry-out";
import { DoubtfulError } from "../../../core/ground/errors";
import { millisecondsOf } from "../../../core/ground/utc-time";
import { api, bodyOf, type Run } from "../api";
import type { Account } from "../connection";
import { newestFirst } from "../runs/runs";
import type { Plan } from "../schema";
import { runsOf } from "./plan-state";

/** The times of runs have whole seconds alone. */
const A_SECOND = 1_000;

/** The one request that asks for a plan: how long it was under way, and the doubt that it left. */
export class Sending {
  doubt: DoubtfulError | undefined;
  private milliseconds: number | undefined;

  constructor(
    private readonly account: Account,
    private readonly plan: Plan,
  ) {}

  async send(going: Going): Promise<undefined> {
    const sent = { at: Date.now() };
    const out = () => {
      sent.at = Date.now();
      going.out();
    };
    try {
      await this.account.client.call(api.create, {
        path: this.plan,
        json: bodyOf(this.plan),
        going: { out, notAccepted: () => going.notAccepted() },
      });
    } catch (error) {
      if (error instanceof DoubtfulError) this.doubt = error;
      throw error;
    } finally {
      this.milliseconds = Date.now() - sent.at;
    }
  }

  /**
   * Returns the older one of two that began no further apart than this request was under way: a gateway delivered it twice. Plans
   * that other stacks make at the same time begin at any time.
   */
  olderOf(planIds: readonly string[], runs: readonly Run[]): string | undefined {
    if (this.milliseconds === undefined || planIds.length !== 2) return undefined;
    const [one, other] = planIds.map((planId) => newestFirst(runsOf(runs, planId)).at(-1));
    const apart = Math.abs(millisecondsOf(one?.created_at) - millisecondsOf(other?.created_at));
    return apart <= this.milliseconds + A_SECOND ? planIds[0] : undefined;
  }
}
