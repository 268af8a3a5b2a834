import type { Services } from "../../services/services";
import type { ReportedLoss } from "../report";
import { oursAt } from "./parts-of";
import type { Step } from "./preview";
import type { Change } from "./reviewed";

/**
 * The change of a resource for each operation of the engine. Operations that accompany another one or change nothing have
 * none.
 */
const OPERATIONS: Record<string, Change | "nothing"> = {
  create: "new",
  import: "new",
  update: "changed",
  replace: "replaced",
  "create-replacement": "replaced",
  "import-replacement": "replaced",
  delete: "removed",
  same: "unchanged",
  refresh: "nothing",
  diff: "nothing",
  read: "nothing",
  "read-replacement": "nothing",
  discard: "nothing",
  "discard-replaced": "nothing",
  "delete-replaced": "nothing",
  "remove-pending-replace": "nothing",
};

export function changeBy(op: string): Change | undefined {
  const change = Object.hasOwn(OPERATIONS, op) ? OPERATIONS[op] : undefined;
  return change === "nothing" ? undefined : change;
}

/** Returns a loss for each operation that only a later engine has: what it takes away is not known. */
export function unknownOperations(steps: readonly Step[], services: Services): ReportedLoss[] {
  return steps.flatMap(({ op, urn }) => {
    const ours = oursAt(urn, services);
    if (Object.hasOwn(OPERATIONS, op) || !ours) return [];
    const text = `the engine plans "${op}", which this version does not know: read the preview itself`;
    return [{ resource: ours.which, kind: "unknown operation", text, numbers: [], consent: "missing" as const }];
  });
}
