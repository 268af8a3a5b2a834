import type { Context } from "../../../core/kind/context";
import type { Definition } from "../../../core/kind/definition";
import type { Loss } from "../../../plan/losses";
import type { Run } from "../api";
import { type Plan, planFields } from "../schema";
import { unheld, untilOthersAreShown } from "./find-plan";

/** Returns the loss of a plan whose work other plans do already, which no resource of the program has. */
export async function secondPlan(context: Context, plan: Plan, runs: readonly Run[]): Promise<Loss[]> {
  // With --replace the engine does not show the state of the replaced plan, which may be one of them.
  const { before } = context.page;
  if (before !== undefined && before.stored === undefined) return [];
  const same = runs.filter((run) => backsUpTheSame(run, plan));
  const others = () => unheld(context, same, inAnyForm(plan)).filter((planId) => planId !== before?.id);
  if (others().length === 0) return [];
  await untilOthersAreShown(context);
  const ids = others().sort((a, b) => Number(a) - Number(b));
  const [first] = ids;
  if (first === undefined) return [];
  const [which, verb, them] = ids.length === 1 ? ["plan", "backs", "it"] : ["plans", "back", "them"];
  const text =
    `${which} ${ids.join(", ")} already ${verb} up this target to this storage, as runs show, and no resource that ` +
    `this run shows has ${them}; this makes another one. To have plan ${first} instead, write adopt: "${first}". If the resource ` +
    "was renamed, write aliases";
  return [{ kind: "second-plan", property: "applicationId", value: ids.join(","), text }];
}

/** Returns the plan without the forms of its files: in another form they are the same backups. */
function inAnyForm(plan: Plan): Plan {
  return {
    ...plan,
    ...(plan.type !== "database" && { applicationExtension: undefined }),
    ...(plan.type !== "filesystem" && { databaseExtension: undefined }),
  };
}

/** Returns whether the row has all that a run of this type has. A row that lacks something may be of another type. */
function backsUpTheSame({ application_extension, database_id }: Run, { type, databaseId }: Plan): boolean {
  if (type === "filesystem") return true;
  return (
    (type === "database" || (application_extension ?? undefined) !== undefined) &&
    (database_id ?? undefined) === databaseId
  );
}

/** The arguments that do not change the work: two plans that differ only in these make the same backups twice. */
const START = ["name", "startBackup", "startBackupFromNow"];

const WORK = Object.keys(planFields).filter((name) => !START.includes(name)) as (keyof Plan)[];

/** Returns the work of a plan, which no other plan of the program may repeat. An instant backup has none. */
export const planWork: Definition<Plan>["work"] = {
  of: (plan) => (plan.automaticBackup ? WORK.map((name) => plan[name] ?? null) : undefined),
  refused: (holder) =>
    `schedule: ${holder} declares the same plan, which differs at most in its start, and ServerAvatar would run both. ` +
    "Take one of the two out of the program, or change what one of them backs up, how often, for how long or where",
};
