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

/** Whether another resource has it; with `made`, has it for certain. */
export function isHeldByAnother(organization: number, planId: string, owner: string, evidence?: "made"): boolean {
  const all = [...(holders.get(`${organization} ${planId}`) ?? [])];
  return all.some(([holder, its]) => holder !== owner && (evidence === undefined || its === evidence));
}

export function isHeld(organization: number, planId: string): boolean {
  return holders.has(`${organization} ${planId}`);
}
