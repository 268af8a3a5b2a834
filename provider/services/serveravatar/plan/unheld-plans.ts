import type { Context } from "../../../core/kind/context";
import type { Run } from "../api";
import type { Plan } from "../schema";
import { unheld, untilOthersAreShown } from "./find-plan";

const MOST_NAMED = 3;

/** Another plan is about to be made: tells of those that back up the same, and that most often a state has lost. */
export async function warnOfUnheld(context: Context, plan: Plan, runs: readonly Run[]): Promise<void> {
  // One of them may be what it replaces: --replace does not show its id.
  const { before } = context.page;
  if (before !== undefined && before.id === undefined) return;
  if (unheld(context, runs, plan).length === 0) return;
  await untilOthersAreShown(context);
  const [first, ...others] = unheld(context, runs, plan);
  if (first === undefined) return;
  const [which, verb, them] = others.length === 0 ? ["plan", "backs", "it"] : ["plans", "back", "them"];
  context.log.warn(
    `${which} ${inWords([first, ...others])} already ${verb} up this target to this storage, as runs show, and no resource ` +
      `that this run was shown has ${them}; another one is made. To have plan ${first} instead, write adopt: "${first}" and ` +
      "run pulumi up --replace with this resource's URN; then stop the new one in ServerAvatar's panel",
  );
}

function inWords(ids: readonly string[]): string {
  const named = ids.slice(0, MOST_NAMED).join(", ");
  return ids.length > MOST_NAMED ? `${named} and ${ids.length - MOST_NAMED} more` : named;
}
