import type { Removal } from "../../plan/described";
import { follows, type Stated, stated } from "../../plan/stated";
import type { Common, OnDelete } from "./definition";
import type { View } from "./view";

/** Returns the value of `onDelete`; it is `keep` where the program leaves it out. */
export function onDeleteOf(view: View<Common>): Stated<OnDelete> {
  return view.absent("onDelete") ? stated("keep") : view.stated("onDelete");
}

/** Returns the effect that leaving the stack has on a thing that is kept or deleted. A plan that is kept keeps running. */
export function removalOf(
  view: View<Common>,
  words: { keep: string; delete: string },
  kept: "kept" | "keeps running" = "kept",
): Removal {
  const onDelete = onDeleteOf(view);
  return {
    effect: follows(onDelete, (written) => stated(written === "delete" ? "deleted" : kept)),
    words: onDelete.value === "delete" ? words.delete : words.keep,
  };
}
