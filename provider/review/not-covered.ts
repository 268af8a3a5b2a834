import type { Described } from "../plan/described";
import type { NotCovered } from "./report";
import type { Reviewed } from "./reviewed";
import { whichOf } from "./which";

/** What is left out by what is declared, and what is no longer declared at all. */
export function notCovered(resource: Reviewed, all: readonly Reviewed[]): NotCovered[] {
  return [...reasons(resource, all)].map((what) => ({ resource: whichOf(resource), what }));
}

function* reasons(resource: Reviewed, all: readonly Reviewed[]): Generator<string> {
  const described = resource.new?.described;
  if (resource.change === "removed" || resource.change === "replaced") yield* abandoned(resource, all);
  if (!described) return;
  if (described.off.value === true) yield `${described.target.scope}: automated backups are off`;
  for (const left of described.target.notCovered) yield `${left} is not backed up (${described.target.scope})`;
  if (described.retention.points.value?.least === 0 && described.off.value === false)
    yield `kept for less time than there is between two backups (${described.retention.words}): at times there is no recovery point`;
}

/** Whose target no other plan of this stack protects any more. */
function* abandoned({ old }: Reviewed, all: readonly Reviewed[]): Generator<string> {
  const before = old?.described;
  if (before?.is !== "plan") return;
  const isLeft = (each: Reviewed) => each.new?.described?.is === "plan" && isSame(each.new.described, before);
  if (!all.some(isLeft)) yield `${before.target.scope}: no plan of this stack is left for it`;
}

function isSame(one: Described, other: Described): boolean {
  return one.service === other.service && JSON.stringify(one.target.ids) === JSON.stringify(other.target.ids);
}
