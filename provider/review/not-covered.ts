import type { Reviewed } from "./reading/reviewed";
import type { Remark } from "./report";
import { targetOf } from "./targets";

/** Returns the parts that the declared plans leave out, and the targets that no plan of the stack has any more. */
export function notCovered(all: readonly Reviewed[]): Remark[] {
  const left = new Set(
    all.flatMap(({ new: next }) => (next?.described?.is === "plan" ? [targetOf(next.described)] : [])),
  );
  return all.flatMap((each) => [...reasons(each, left)].map((what) => ({ resource: each.which, what })));
}

function* reasons(resource: Reviewed, left: ReadonlySet<string>): Generator<string> {
  const described = resource.new?.described;
  if (resource.change === "removed" || resource.change === "replaced") yield* abandoned(resource, left);
  if (!described) return;
  if (described.off.value === true) yield `${described.target.scope}: automated backups are off`;
  for (const part of described.target.notCovered) yield `${part} is not backed up (${described.target.scope})`;
  if (described.retention.points.value?.least === 0 && described.off.value === false)
    yield `kept for less time than there is between two backups (${described.retention.words}): at times there is no recovery point`;
}

/** Returns the removed plans whose target no other plan of this stack backs up. */
function* abandoned({ old }: Reviewed, left: ReadonlySet<string>): Generator<string> {
  const before = old?.described;
  if (before?.is !== "plan" || left.has(targetOf(before))) return;
  yield `${before.target.scope}: no plan of this stack is left for it`;
}
