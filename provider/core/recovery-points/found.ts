import type { Common } from "../kind/definition";
import type { Found } from "../kind/found";
import type { RecoveryPoints } from "./recovery-points";

/** Returns a row for `discover`, with the resource that adopts it where it is complete and fits one. */
export function foundPoint<A extends Common, Row>(
  service: Pick<RecoveryPoints<A, Row>, "idOf" | "nameOf" | "stateOf" | "outputsOf" | "unfit">,
  row: Row,
  { kind, args, targets }: { kind: string; args: Record<string, unknown>; targets: readonly string[] },
): Found {
  const id = service.idOf(row);
  const { vendorStatus, lastBackupAt } = service.outputsOf(row) as { vendorStatus?: string; lastBackupAt?: string };
  const unfit = service.unfit?.(row);
  const state = service.stateOf(row);
  const why = state === "unknown" ? "no page of the vendor has its status" : "it is not complete";
  const note = unfit ? `it is ${unfit}` : state === "ready" ? undefined : `${why} (${vendorStatus})`;
  const resource = note === undefined ? { kind, args: { ...args, adopt: id } } : undefined;
  const name = service.nameOf(row);
  return { is: "recovery point", id, name, targets, status: vendorStatus, lastBackupAt, resource, note };
}
