import { type Exchange, isWrite } from "../exchange";
import { SAYS_NO } from "../fault";
import { matches } from "../rules";
import { subjects } from "../subjects";

/** Of what no look shows for sure. */
const unseen = subjects.filter(({ hidden }) => hidden).map(({ creates }) => creates);

/**
 * Writes that were sent again after an answer in doubt: without a look in between, or although no look can tell that
 * the first one came to nothing.
 */
export function blindRepeats(exchanges: readonly Exchange[]): Exchange[] {
  return exchanges.filter((exchange, index) => {
    if (!isWrite(exchange)) return false;
    const earlier = exchanges.slice(0, index);
    const before = earlier.findLastIndex((each) => isSame(each, exchange));
    const { fault, status = 0 } = earlier[before] ?? {};
    if (fault === undefined || fault === "answer" || SAYS_NO.has(fault)) return false;
    // It broke off behind a status that says no.
    if (fault === "truncated" && status >= 400 && status < 500) return false;
    if (unseen.some((creates) => matches(creates, exchange))) return true;
    const looks = earlier
      .slice(before + 1)
      .filter(({ method, service }) => method === "GET" && service === exchange.service);
    return looks.length === 0;
  });
}

function isSame(one: Exchange, other: Exchange): boolean {
  return (
    one.service === other.service &&
    one.method === other.method &&
    one.path === other.path &&
    one.body === other.body &&
    one.generation === other.generation
  );
}
