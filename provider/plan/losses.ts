/**
 * Consents to losses. A line with an outcome may end with a note in parentheses, `"1 Month (PR 214)"`. It agrees in the
 * `pulumi up` that first stores it. A line with an id or a target agrees as long as it stands.
 */
export interface Consents {
  /** The new retention: `"1 Month"`, `"7 days"`, `"keepLast 3"`. */
  "shorter-retention"?: string;
  /** The new schedule: `"Every Week"`; with later runs `"Every Day from 2031-12-01 10:00"`; a policy's new days: `"1,3,5"`. */
  "less-frequent"?: string;
  /** The argument that turns automated backups off, with its value. */
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

/** The losses whose line names an outcome. A later loss may have an equal outcome, so a stored line is spent. */
const OF_AN_OUTCOME: ReadonlySet<LossKind> = new Set<LossKind>([
  "shorter-retention",
  "less-frequent",
  "disable",
  "narrower-scope",
  "change-destination",
]);

/** The `allow` of the program, and that of the state. */
export interface Lines {
  allow: Consents | undefined;
  stored?: Consents | undefined;
}

/** Something that a change takes away. */
export interface Loss {
  kind: LossKind;
  /** The argument whose change is the cause. */
  property: string;
  /** The value that the consent must name. */
  value: string;
  /** The values before and after, and what the change means. */
  text: string;
  /** The arguments that are not known yet and decide whether the loss comes about. */
  hangsOn?: readonly string[];
}

/** Returns the loss as one that comes about only if these arguments differ from the stored ones once they are known. */
export function ifDiffering(names: readonly string[], loss: Loss): Loss {
  const text =
    `if ${names.join(" or ")} (not known yet) differs from what is stored, ${loss.text}; ` +
    "without consent pulumi up would stop there, maybe halfway";
  return { ...loss, text, hangsOn: names };
}

/** Returns whether a line agrees to the loss: it names the loss and is not spent. */
export function isAgreed(loss: Loss, lines: Lines): boolean {
  return isNamed(loss, lines.allow) && !isSpent(loss, lines);
}

/** Returns whether the line names the loss and is spent. */
export function isSpent(loss: Loss, { allow, stored }: Lines): boolean {
  const { kind } = loss;
  return OF_AN_OUTCOME.has(kind) && isNamed(loss, allow) && allow?.[kind] === stored?.[kind];
}

/** Returns the lines that agree neither to a loss of this change nor to a later one. */
export function idleLines({ allow, stored }: Lines, losses: readonly Loss[]): string[] {
  if (typeof allow !== "object") return [];
  const fresh = Object.entries(allow).filter(([kind, line]) => stored?.[kind as LossKind] !== line);
  const idle = fresh.filter(
    ([kind]) =>
      OF_AN_OUTCOME.has(kind as LossKind) && !losses.some((loss) => loss.kind === kind && isNamed(loss, allow)),
  );
  return idle.map(([kind, line]) => `"${kind}": ${JSON.stringify(line)}`);
}

/** Returns the line that agrees to the loss, as the program writes it or must write it. */
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
