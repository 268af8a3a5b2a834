import type { StoredPoint } from "../core/recovery-points/recovery-points";
import type { Reviewed } from "./reading/reviewed";
import { asWritten } from "./words/words";

/** Returns what becomes of a recovery point whose id no answer showed: a delete leaves it in the cloud. */
export function neverSeen({ definition, old }: Reviewed): string | undefined {
  if (old?.described?.is !== "recovery point" || !definition.isUnfinished(old.outputs)) return undefined;
  if ((old.outputs as StoredPoint).backupId !== undefined) return undefined;
  const { name } = { ...old.inputs, ...old.outputs };
  const sought = name === undefined ? "look for it there" : `look there for ${asWritten(name)}`;
  return `its id was never seen in the service, so it is left as it is: it may exist, and run; ${sought}`;
}
