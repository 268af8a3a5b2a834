import type { Subject } from "./subjects";
import type { Holdings } from "./world";

/** A resource as the engine's state holds it. */
export interface Known {
  id: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever is stored.
  outputs: Record<string, any>;
  initErrors?: readonly string[];
}

/**
 * `one`: exactly one, known to state. `accepted`: exactly one, which the service took with a clear yes, and whose id it
 * shows later. `unknown`: at most one, and state and error say so, with what to do. Everything else is a fault of the
 * provider.
 */
export type Verdict = "one" | "accepted" | "unknown" | "none" | "unfinished" | "doubled" | "lost" | "false" | "unsaid";

export interface Judgement {
  verdict: Verdict;
  /** How many the service holds. */
  made: number;
  said: string;
}

/** A sentence that tells what to do must name a way. */
const WAY_OUT = /adopt|pulumi (up|refresh)/;

/** What came of one resource: the service's word against the state's. `others`: how many older ones are to be there. */
export function judge(subject: Subject, holdings: Holdings, known: Known | undefined, others = 0): Judgement {
  const stands = subject.stands(holdings);
  const made = Object.keys(stands).length - others;
  const said = (known?.initErrors ?? []).join(" ");
  return { verdict: verdictOf(subject, made, stands, known, said), made, said };
}

function verdictOf(subject: Subject, made: number, stands: object, known: Known | undefined, said: string): Verdict {
  if (made > 1) return "doubled";
  if (known === undefined) return made === 0 ? "none" : "lost";
  const { planId, backupId, scheduleId, state } = known.outputs;
  const id = planId ?? backupId ?? scheduleId ?? known.id;
  if (id in stands) return said === "" && state !== "unknown" ? "one" : "unfinished";
  if (state === "ready") return "false";
  if (subject.hidden && state === "pending" && said === "" && made === 1) return "accepted";
  if ((state === "unknown" || (subject.hidden && state === "pending")) && WAY_OUT.test(said)) return "unknown";
  return "unsaid";
}
