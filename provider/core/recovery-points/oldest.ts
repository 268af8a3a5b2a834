import type { Common } from "../kind/definition";
import type { RecoveryPoints } from "./recovery-points";

/**
 * Returns the recovery point that began first among those that one creation may have made. A request that was delivered twice
 * makes two; a warning names the others, as no state has them.
 */
export function oldestOf<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  rows: readonly Row[],
): Row | undefined {
  // Lists show the newest first, and their times have whole seconds alone.
  const [oldest, ...others] = [...rows].reverse().sort((a, b) => begunAt(service, a) - begunAt(service, b));
  if (oldest === undefined || others.length === 0) return oldest;
  const ids = others.map(service.idOf).join(", ");
  service.context.log.warn(
    `${service.service} has more than one backup "${service.nameOf(oldest)}". ${service.idOf(oldest)} began first, and ` +
      `this resource takes it. No state knows ${ids}: delete them there, or let other resources adopt them`,
  );
  return oldest;
}

/** Returns the time of the start; a row without one comes last. */
function begunAt<A extends Common, Row>(service: RecoveryPoints<A, Row>, row: Row): number {
  const begun = Date.parse(`${service.outputsOf(row).startedAt}`);
  return Number.isNaN(begun) ? Number.MAX_SAFE_INTEGER : begun;
}
