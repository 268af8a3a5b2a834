import type { Loss } from "../../../plan/losses";
import type { Row } from "../api";
import type { Schedule } from "../schema";
import { scheduleLosses } from "./losses";
import { differences, valuesIn } from "./values";

/** Returns why a schedule cannot be adopted and what to do; nothing where it can. */
export function unfit(row: Row | undefined, args: Schedule): readonly [rule: string, mend: string] | undefined {
  if (row === undefined) {
    return [
      `Rackspace has no schedule ${args.adopt} in this account and region`,
      "Correct the id, or what is configured; or remove adopt, and a new schedule is made",
    ];
  }
  // No call changes these arguments.
  const different = differences(row, args, ["sourceId", "sourceType", "copyTo"]);
  if (different.length === 0) return undefined;
  const words = different.map(([name, there]) => `${name} (there: ${JSON.stringify(there) ?? "none"})`);
  return [
    `schedule ${row.id} does not match what is declared: ${words.join(", ")}`,
    "Declare what is there, or correct the id",
  ];
}

/** Returns the losses of setting a schedule as declared. */
export function adoptionLosses(row: Row, args: Schedule): Loss[] {
  const losses = scheduleLosses.map((rule) => rule({ ...args, ...valuesIn(row, args) }, args));
  return losses.flatMap((loss) => (loss ? [{ ...loss, text: `schedule ${row.id}: ${loss.text}` }] : []));
}
