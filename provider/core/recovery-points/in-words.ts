import type { Retention } from "../../plan/retention";
import { follows, stated } from "../../plan/stated";
import type { Common } from "../kind/definition";
import type { View } from "../kind/view";

/** Returns the words for how often a recovery point is made and how many the resource keeps. */
export function once(view: View<Common>): string {
  return view.absent("keepLast") ? "Once" : `Once, keeps the last ${view.text("keepLast")}`;
}

/** Returns the words for what a delete does. `removes` is the verb with its object for a single recovery point. */
export function afterDelete(view: View<Common>, removes = "removes it"): string {
  if (view.absent("keepLast")) return view.afterDelete({ delete: `delete ${removes}` }, "delete keeps it");
  return view.afterDelete({ delete: "delete removes them all" }, "delete keeps them all");
}

/** Returns the retention: a recovery point does not expire by time, and `keepLast` limits the number. */
export function retentionOf(view: View<Common>): Retention {
  const one = { least: 1, most: 1 };
  const isOne = view.absent("keepLast");
  return {
    words: isOne ? "never expires" : `the last ${view.text("keepLast")} are kept`,
    days: stated("forever"),
    points: isOne ? stated(one) : follows(view.stated("keepLast"), (most) => stated({ least: 1, most })),
  };
}
