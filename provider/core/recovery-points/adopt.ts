import type { State } from "../../plan/state";
import { BackupError } from "../ground/errors";
import type { Common, Outputs, Stored } from "../kind/definition";
import { doubtful, type Finding, type OnlineRule, wrong } from "../kind/online";
import { outputsOf } from "./finish";
import type { Connect, RecoveryPoints } from "./recovery-points";

/** Adopts an existing recovery point. It must match the arguments and be complete. */
export async function adopt<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  args: A,
  id: string,
): Promise<Stored> {
  const row = await service.find(id, args, "now");
  const unfit = whyUnfit(service, args, id, row);
  if (unfit || row === undefined) throw new BackupError(`adopt: ${unfit?.rule}. ${unfit?.mend}`);
  const backupId = service.idOf(row);
  return { id: backupId, outputs: outputsOf(service, row, backupId) };
}

/**
 * Returns the arguments and the id of what exists, when it is complete and stays; nothing where it does not exist. `within` says
 * where a service lists it, if it has no one list of all.
 */
export async function importPoint<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  id: string,
  within = {} as A,
): Promise<(A & Outputs) | undefined> {
  const row = await service.find(id, within, "now");
  if (row === undefined || service.argumentsOf === undefined) return undefined;
  const args = service.argumentsOf(row) as A;
  const unfit = whyUnfit(service, args, id, row);
  if (unfit)
    throw new BackupError(
      `import: ${unfit.rule}. ${unfit.isWrong ? "Name another one" : "Try again when it has ended"}`,
    );
  return Object.assign({ backupId: service.idOf(row) } as Outputs, args);
}

/** Returns the online rules of a recovery point: `made` for a new one, and for an adopted one that it fits. */
export function rulesOfPoint<A extends Common>(
  connect: Connect<A>,
  made: readonly OnlineRule<A>[],
): readonly OnlineRule<A>[] {
  const fits: OnlineRule<A> = [
    "adopt",
    async (context, args) => {
      if (args.adopt === undefined) return undefined;
      const service = connect(context);
      return whyUnfit(service, args, args.adopt, await service.find(args.adopt, args, "lately"));
    },
  ];
  const ofMade = made.map(
    ([property, look]): OnlineRule<A> => [
      property,
      async (context, args, stored) => (args.adopt === undefined ? look(context, args, stored) : undefined),
    ],
  );
  return [fits, ...ofMade];
}

/** Returns why this row cannot be adopted, or nothing. One that still runs is a warning, as it may be complete by `up`. */
function whyUnfit<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  args: A,
  id: string,
  row: Row | undefined,
): Finding | undefined {
  if (row === undefined) {
    const place = service.looksIn?.(args);
    return wrong(
      `${service.service} ${service.listShowsAll ? "has" : "lists"} no backup ${id}${place ? ` of ${place}` : ""}, and only what exists can be taken over`,
      "Correct the id, or the account, project or region that is configured; or remove adopt, and a new backup is made",
    );
  }
  const unfit = service.unfit?.(row);
  if (unfit !== undefined) return wrong(`backup ${id} is ${unfit}`, OTHERS);
  // The program does not declare a generated name.
  const all = service.adoptionDifferences?.(row, args) ?? service.differences(row, args);
  const declared = all.filter(([name]) => name !== "name" || !service.context.marked);
  const different = declared.map(([name, value]) => `${name} (there: ${value})`);
  if (different.length > 0) {
    return wrong(
      `backup ${id} does not match what is declared: ${different.join(", ")}`,
      "Declare what is there, or correct the id",
    );
  }
  const state = service.stateOf(row);
  if (state === "ready") return undefined;
  const rule =
    `backup ${id} is not complete (${service.service} says ${service.outputsOf(row).vendorStatus}), and only a ` +
    "complete one can be taken over";
  return state === "pending" ? doubtful(rule, WAYS_OUT[state]) : wrong(rule, WAYS_OUT[state]);
}

const OTHERS = "Name another one, or remove adopt, and a new backup is made";

const WAYS_OUT: Record<Exclude<State, "ready">, string> = {
  pending: "Run pulumi up again when it has ended",
  failed: `It will never be complete. ${OTHERS}`,
  deleting: `It is being deleted. ${OTHERS}`,
  unknown: `No page of the vendor has that status. ${OTHERS}`,
};
