import { DateTime } from "luxon";
import { afterSteps, stepsUntil } from "../../../plan/stepped-runs";
import { api } from "../api";
import type { Account } from "../connection";
import type { Plan } from "../schema";
import { RHYTHMS } from "./rhythm";

export interface NextStart {
  start: string | undefined;
  /** Why it may be later than the next run of the rhythm, where it may be. */
  late?: string;
}

const FORMAT = "yyyy-MM-dd HH:mm";

/** The zone whose clocks are ahead of all others: what is still to come there is to come everywhere. */
const FIRST_ZONE = "UTC+14";

const EVERYWHERE = "the first one that is to come in every time zone, as";

/**
 * The stored start, or, once that has passed, the next step of the plan's own rhythm by the server's clock; and what to
 * try, one after the other, where ServerAvatar says of it that it has passed.
 */
export async function* nextStarts(account: Account, plan: Plan): AsyncGenerator<NextStart, void> {
  const { startBackup, schedule } = plan;
  if (startBackup === undefined || schedule === undefined) {
    yield { start: startBackup };
    return;
  }
  const rhythm = RHYTHMS[schedule];
  const step = (zone: string, least: number) => {
    const start = DateTime.fromFormat(startBackup, FORMAT, { zone });
    // One that is just now has passed.
    const steps = Math.max(least, stepsUntil(start, rhythm, DateTime.now().plus(1)));
    return { steps, start: afterSteps(start, rhythm, steps).toFormat(FORMAT) };
  };
  const zone = await serverZone(account, plan);
  if (zone === undefined) {
    const { steps, start } = step(FIRST_ZONE, 0);
    yield { start, late: steps > 0 ? `${EVERYWHERE} the server shows no time zone that is known` : undefined };
    return;
  }
  const first = step(zone, 0);
  yield { start: first.start };
  const second = step(zone, first.steps + 1);
  yield { start: second.start, late: `as it calls ${first.start} past` };
  const last = step(FIRST_ZONE, 0);
  if (last.steps <= second.steps) return;
  yield { start: last.start, late: `${EVERYWHERE} it calls ${first.start} and ${second.start} past` };
}

async function serverZone(account: Account, plan: Plan): Promise<string | undefined> {
  const { server } = await account.client.call(api.server, { path: plan });
  return server.timezone && DateTime.now().setZone(server.timezone).isValid ? server.timezone : undefined;
}
