/**
 * Consents to losses. A line that names an outcome may end with a note in parentheses, `"1 Month (PR 214)"`, and agrees in
 * the `pulumi up` that first stores it. A line that names an id or a target agrees as long as it stands.
 */
export interface Consents {
  /** The new retention: `"1 Month"`, `"7 days"`; of a list of recovery points `"keepLast 3"`. */
  "shorter-retention"?: string;
  /** The new schedule: `"Every Week"`, where runs are put off `"Every Day from 2031-12-01 10:00"`; of a policy the new days: `"1,3,5"`. */
  "less-frequent"?: string;
  /** That automated backups are off: the argument that turns them off, with its value. */
  disable?: string;
  /** The target that is no longer backed up: `"database 4223 of application 4246"`. */
  "narrower-scope"?: string;
  /** The new destination: `"wasabi 10"`. */
  "change-destination"?: string;
  /** The vendor's id of the recovery point that a replacement deletes. */
  "replace-recovery-point"?: string;
  /** The parent's id, whose incremental backups are deleted with it. */
  "delete-descendants"?: string;
  /** The target that keeps running unmanaged: `"application 4246 on server 15"`. */
  "leave-running"?: string;
  /** The ids of the plans that back up the same already, in ascending order: `"21,24"`. */
  "second-plan"?: string;
  /** The id of the plan that `adopt` overwrites where its runs do not tell what it is set to: `"21"`. */
  "overwrite-unseen"?: string;
}

export type LossKind = keyof Consents;

/** The losses whose line names an outcome: the next loss may have the same one, so a stored line is spent. */
const OF_AN_OUTCOME: ReadonlySet<LossKind> = new Set<LossKind>([
  "shorter-retention",
  "less-frequent",
  "disable",
  "narrower-scope",
  "change-destination",
]);

/** The lines that the program has, and those that the state has. */
export interface Lines {
  allow: Consents | undefined;
  stored?: Consents | undefined;
}

/** A loss is a thing that a change takes away. */
export interface Loss {
  kind: LossKind;
  /** The argument that brings it about. */
  property: string;
  /** The value that the consent must name. */
  value: string;
  /** From, to, and what that means. */
  text: string;
  /** The arguments that are not known yet, and decide whether it comes about at all. */
  hangsOn?: readonly string[];
}

/** The loss, where it comes about only if these arguments differ from what is stored once they are known. */
export function ifDiffering(names: readonly string[], loss: Loss): Loss {
  const text =
    `if ${names.join(" or ")} (not known yet) differs from what is stored, ${loss.text}; ` +
    "without consent pulumi up would stop there, maybe halfway";
  return { ...loss, text, hangsOn: names };
}

/** Whether a line names the loss, and is not spent. */
export function isAgreed(loss: Loss, lines: Lines): boolean {
  return isNamed(loss, lines.allow) && !isSpent(loss, lines);
}

/** Whether the line names the loss, and agreed to an earlier one already. */
export function isSpent(loss: Loss, { allow, stored }: Lines): boolean {
  const { kind } = loss;
  return OF_AN_OUTCOME.has(kind) && isNamed(loss, allow) && allow?.[kind] === stored?.[kind];
}

/** The lines that agree to no loss of this change, and to none that is still to come. */
export function idleLines({ allow, stored }: Lines, losses: readonly Loss[]): string[] {
  if (typeof allow !== "object") return [];
  const fresh = Object.entries(allow).filter(([kind, line]) => stored?.[kind as LossKind] !== line);
  const idle = fresh.filter(
    ([kind]) =>
      OF_AN_OUTCOME.has(kind as LossKind) && !losses.some((loss) => loss.kind === kind && isNamed(loss, allow)),
  );
  return idle.map(([kind, line]) => `"${kind}": ${JSON.stringify(line)}`);
}

/** The line that agrees to the loss: as it is written, or as it must be written. */
export function lineFor(loss: Loss, lines: Lines): string {
  const { kind, value } = loss;
  if (isAgreed(loss, lines)) return `${lines.allow?.[kind]}`;
  if (!OF_AN_OUTCOME.has(kind) || !isNamed(loss, lines.stored)) return value;
  const [again, count = 1] = AGAIN.exec(`${lines.stored?.[kind]}`) ?? [];
  return again === undefined ? `${value} (again)` : `${value} (again ${Number(count) + 1})`;
}

const AGAIN = / \(again(?: (\d+))?\)$/;

function isNamed({ kind, value }: Loss, allow: Consents | undefined): boolean {
  const line = allow?.[kind];
  if (typeof line !== "string" || !OF_AN_OUTCOME.has(kind)) return line === value;
  return line === value || (line.startsWith(`${value} (`) && /^\([^()]+\)$/.test(line.slice(value.length + 1)));
}
