import type { State } from "../../plan/state";
import { BackupError } from "../ground/errors";
import type { Context } from "../kind/context";
import type { Common, Stored } from "../kind/definition";
import type { RecoveryPoints } from "./recovery-points";

/** Takes over what exists, when it is what is declared, and complete. */
export async function adopt<A extends Common, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  args: A,
  id: string,
): Promise<Stored> {
  const row = await service.find(id, args, "now");
  if (row === undefined) {
    throw new BackupError(
      `adopt: ${service.service} ${service.listShowsAll ? "has" : "lists"} no backup ${id}, and only what exists can be taken over. Correct the id, or the ` +
        "account, project or region that is configured; or remove adopt, and a new backup is made",
    );
  }
  const expiring = service.expiring?.(row);
  if (expiring !== undefined) throw new BackupError(`adopt: backup ${id} is ${expiring}. ${OTHERS}`);
  // A generated name is none that the program declares.
  const declared = service.differences(row, args).filter(([name]) => name !== "name" || !context.marked);
  const different = declared.map(([name, value]) => `${name} (there: ${value})`);
  if (different.length > 0) {
    throw new BackupError(
      `adopt: backup ${id} does not match what is declared: ${different.join(", ")}. Declare what is there, or correct the id`,
    );
  }
  const state = service.stateOf(row);
  const backupId = service.idOf(row);
  if (state === "ready") return { id: backupId, outputs: { ...service.outputsOf(row), backupId, state } };
  throw new BackupError(
    `adopt: backup ${id} is not complete (${service.service} says ${service.outputsOf(row).vendorStatus}), and only a ` +
      `complete one can be taken over. ${WAYS_OUT[state]}`,
  );
}

const OTHERS = "Name another one, or remove adopt, and a new backup is made";

const WAYS_OUT: Record<Exclude<State, "ready">, string> = {
  pending: "Run pulumi up again when it has ended",
  failed: `It never will be. ${OTHERS}`,
  deleting: `It is going. ${OTHERS}`,
  unknown: `That is no word that is known. ${OTHERS}`,
};
