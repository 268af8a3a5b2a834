import pLimit from "p-limit";
import type { FaultPlan, Step } from "../lives/fault-plan";
import { type Failure, runLives } from "../lives/lives";
import { type Subject, subjects } from "../subjects";
import { fieldsOf } from "./fields";
import { isOfWrites, twists } from "./twists";

export const moments = ["create", "read", "delete"] as const;

export type Moment = (typeof moments)[number];

export interface Cell {
  subject: Subject;
  twist: string;
  at: Moment;
  failure?: Failure | undefined;
}

/**
 * Two plans that one request made, and that start later, show no run before that: then a refresh names both. Trove makes a
 * second backup of one name where the first request arrives after all looks.
 */
export function isUnknowable({ subject, twist, at }: Cell): boolean {
  if (subject.service === "trove" && twist === "late, beyond the look" && at === "create") return true;
  return subject.title.endsWith("starts later") && twist.startsWith("delivered twice") && at === "create";
}

const STEPS: Record<Moment, (twist: string) => Step[]> = {
  create: (twist) => [{ act: "up", twist }],
  read: (twist) => [{ act: "up" }, { act: "refresh", twist }, { act: "up" }],
  delete: (twist) => [{ act: "up" }, { act: "destroy", twist }],
};

const AT_ONCE = 4;

/** Each twist while each subject is made, read and deleted; `null …` for each field of its answers. */
export async function allCells(chosen: readonly Subject[] = subjects): Promise<Cell[]> {
  const few = pLimit(AT_ONCE);
  const fields = await Promise.all(chosen.map((subject) => few(() => fieldsOf(subject))));
  return chosen.flatMap((subject, index) =>
    [...twists, ...fields[index]!.map((field) => `null ${field}`)].flatMap((twist) =>
      moments.filter((at) => at !== "read" || !isOfWrites(twist)).map((at) => ({ subject, twist, at })),
    ),
  );
}

/** Fills the cells, each in a life of its own beside what another stack has. */
export async function fillCells(cells: readonly Cell[], ended: (cell: Cell) => void = () => {}): Promise<void> {
  const keep = ({ seed }: { seed: number }, failure?: Failure) => {
    const cell = cells[seed]!;
    cell.failure = failure;
    ended(cell);
  };
  // A backup runs for longer than two deliveries are apart.
  const settings = { buildSeconds: 0.3 };
  await runLives(
    cells.map((cell, seed) => ({ plan: planOf(cell), seed })),
    keep,
    settings,
  );
}

function planOf({ subject, twist, at }: Cell): FaultPlan {
  const args = { ...subject.args, ...(at === "delete" && { onDelete: subject.leaves }) };
  return {
    ...{ service: subject.service, subjects: [{ ...subject, args }], deletes: at === "delete" },
    ...{ steps: STEPS[at](twist), rules: [], isBesideAnother: true },
  };
}
