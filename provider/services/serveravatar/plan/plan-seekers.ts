import type { Sought } from "./matching";

/** The resources of the stack that have no id yet, as far as this process was shown them. */
const seekers = new Map<string, Sought>();

export function seek(owner: string, sought: Sought): void {
  seekers.set(owner, sought);
}

export function seekNoMore(owner: string): void {
  seekers.delete(owner);
}

export function seekersBeside(organization: number, owner?: string): (Sought & { owner: string })[] {
  const all = [...seekers].map(([seeker, sought]) => ({ ...sought, owner: seeker }));
  return all.filter((each) => each.owner !== owner && each.plan.organization === organization);
}
