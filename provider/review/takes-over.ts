import type { Reviewed } from "./reading/reviewed";

/** Whether `up` compares it with what stands there already: a policy that is new, or moves to another instance. */
export function takesOver({ change, new: next }: Reviewed): boolean {
  return (change === "new" || change === "replaced") && next?.described?.takesOver === true;
}
