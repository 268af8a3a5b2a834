import { DateTime } from "luxon";
import { DATE_AND_TIME, timeIn } from "../../../core/kind/fields";
import { afterSteps, stepsUntil } from "../../../plan/stepped-runs";
import { api } from "../api";
import type { Account } from "../connection";
import type { Plan } from "../schema";
import { RHYTHMS } from "./rhythm";

interface NextStart {
  start: string | undefined;
  /** Why the start may be later than the next run of the rhythm, if it may. */
  late?: string;
}

/** The zone that is ahead of all others: a time that is still to come there is to come everywhere. */
const FIRST_ZONE = "UTC+14";

const EVERYWHERE = "the first one that is to come in every time zone, as";

/**
 * Returns the starts to send, to be tried in their order where ServerAvatar says that one has passed: the stored start, or,
 * once that has passed, the next steps of the plan's rhythm by the server's clock.
 */
export async function* nextStarts(account: Account, plan: Plan): AsyncGenerator<NextStart, void> {
  const { startBackup, schedule } = plan;
  if (startBackup === undefined || schedule === undefined) {
    yield { start: startBackup };
    return;
  }
  const rhythm = RHYTHMS[schedule];
  const step = (zone: string, least: number) => {
    const start = timeIn(startBackup, zone);
    // A start at this very minute counts as passed.
    const steps = Math.max(least, stepsUntil(start, rhythm, DateTime.now().plus(1)));
    return { steps, start: afterSteps(start, rhythm, steps).toFormat(DATE_AND_TIME) };
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
