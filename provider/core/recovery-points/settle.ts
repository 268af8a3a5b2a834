import { hoursSince, RESENT_HOURS, sendAgain } from "../doubt/resent";
import type { Common, Outputs } from "../kind/definition";
import { howToSettle } from "./ask";
import { createRecoveryPoint } from "./create";
import type { RecoveryPoints, StoredPoint } from "./recovery-points";

/**
 * Returns the outputs of a recovery point whose request is in doubt and which the service does not show. It is sent again once
 * it surely does not exist: soon where the list shows everything, otherwise after a day. Until then a warning tells, and the
 * rest of the stack goes on.
 */
export async function settle<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  args: A,
  { id, stored }: { id: string; stored: StoredPoint },
): Promise<Outputs> {
  const { log, settings } = service.context;
  const now = (await service.now?.()) ?? Date.now();
  const { known, doubtedAt = new Date(now).toISOString() } = stored;
  const kept = { known, doubtedAt, state: "unknown" };
  const longest = service.listShowsAll ? settings.number("requestTimeoutSeconds") / 3_600 : RESENT_HOURS;
  if (hoursSince(Date.parse(doubtedAt), now) < longest) {
    log.warn(
      `${service.service} does not show backup "${args.name}", which was sent at ${doubtedAt} without a clear answer. ` +
        howToSettle(service),
    );
    return kept;
  }
  log.warn(`${service.service} does not show backup "${args.name}", sent at ${doubtedAt}: it is sent again`);
  const stays = "The state still has an earlier request, whose outcome is not known";
  return sendAgain({ id, kept, stays }, () => createRecoveryPoint(service, args));
}
