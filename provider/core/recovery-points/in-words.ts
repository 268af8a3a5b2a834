import type { Retention } from "../../plan/retention";
import { follows, stated } from "../../plan/stated";
import type { Common } from "../kind/definition";
import type { View } from "../kind/view";

/** How often a recovery point is made, and how many of them the resource keeps. */
export function once(view: View<Common>): string {
  return view.absent("keepLast") ? "Once" : `Once, keeps the last ${view.text("keepLast")}`;
}

/** Returns the effect of a delete on the recovery points; `removes` is the verb and its object, where there is one. */
export function afterDelete(view: View<Common>, removes = "removes it"): string {
  if (view.absent("keepLast")) return view.afterDelete({ delete: `delete ${removes}` }, "delete keeps it");
  return view.afterDelete({ delete: "delete removes them all" }, "delete keeps them all");
}

/** A recovery point does not expire by time. */
export function retentionOf(view: View<Common>): Retention {
  const one = { least: 1, most: 1 };
  const isOne = view.absent("keepLast");
  return {
    words: isOne ? "never expires" : `the last ${view.text("keepLast")} are kept`,
    days: stated("forever"),
    points: isOne ? stated(one) : follows(view.stated("keepLast"), (most) => stated({ least: 1, most })),
  };
}
