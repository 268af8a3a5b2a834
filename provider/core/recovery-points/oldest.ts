import type { Context } from "../kind/context";
import type { Common } from "../kind/definition";
import type { RecoveryPoints } from "./recovery-points";

/**
 * The recovery point that began first of those that one creation may have made. A request that was delivered twice makes
 * two: no state knows the others, so they are told.
 */
export function oldestOf<A extends Common, Row>(
  { log }: Pick<Context, "log">,
  service: RecoveryPoints<A, Row>,
  rows: readonly Row[],
): Row | undefined {
  // Lists are newest first, and times are told in seconds.
  const [oldest, ...others] = [...rows].reverse().sort((a, b) => begunAt(service, a) - begunAt(service, b));
  if (oldest === undefined || others.length === 0) return oldest;
  const ids = others.map(service.idOf).join(", ");
  log.warn(
    `${service.service} has more than one backup "${service.nameOf(oldest)}". ${service.idOf(oldest)} began first, and ` +
      `this resource takes it. No state knows ${ids}: delete them there, or let other resources adopt them`,
  );
  return oldest;
}

/** A row that tells no time comes last. */
function begunAt<A extends Common, Row>(service: RecoveryPoints<A, Row>, row: Row): number {
  const begun = Date.parse(`${service.outputsOf(row).startedAt}`);
  return Number.isNaN(begun) ? Number.MAX_SAFE_INTEGER : begun;
}
