import { seek, seekNoMore } from "./plan-seekers";
import { type StoredPlan, soughtBy } from "./plan-state";

/** How a plan is known to be a resource's own: by its creation or `adopt`, or only by runs that were seen later. */
type Evidence = "made" | "found";

/** By account and plan id: which resources of the stack have it, as far as this process was shown them. */
const holders = new Map<string, Map<string, Evidence>>();

export function hold(organization: number, planId: string, owner: string, evidence: Evidence): void {
  seekNoMore(owner);
  const key = `${organization} ${planId}`;
  holders.set(key, (holders.get(key) ?? new Map()).set(owner, evidence));
}

/** What the program or the state shows of a resource: nobody else takes its plan, or one that may be its. */
export function holdWhatIsShown(owner: string, shown: StoredPlan): void {
  const planId = shown.planId ?? shown.adopt;
  if (!shown.automaticBackup) return;
  if (planId === undefined && shown.state !== undefined) seek(owner, soughtBy(shown));
  if (planId !== undefined) hold(shown.organization, planId, owner, shown.foundLater ? "found" : "made");
}

interface Held {
  /** Whose holding does not count. */
  beside?: string;
  /** With `made`, only what is known for certain. */
  evidence?: "made";
}

/** The plans of the organization that resources have. */
export function held(organization: number, { beside, evidence }: Held = {}): Set<string> {
  const prefix = `${organization} `;
  const counts = ([owner, its]: [string, Evidence]) => owner !== beside && (evidence === undefined || its === evidence);
  const found = [...holders].filter(([key, its]) => key.startsWith(prefix) && [...its].some(counts));
  return new Set(found.map(([key]) => key.slice(prefix.length)));
}
