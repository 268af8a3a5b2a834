/** Consents to losses, each naming exactly what is agreed to. */
export interface Consents {
  /** The new retention: `"1 Month"`, `"7 days"`. */
  "shorter-retention"?: string;
  /** The new schedule: `"Every Week"`, where runs are put off `"Every Day from 2031-12-01 10:00"`; of a policy the new days: `"1,3,5"`. */
  "less-frequent"?: string;
  /** That automated backups are off: the argument that turns them off, with its value. */
  disable?: string;
  /** What is no longer backed up: `"database 4223 of application 4246"`. */
  "narrower-scope"?: string;
  /** The new destination: `"wasabi 10"`. */
  "change-destination"?: string;
  /** The vendor's id of the recovery point that a replacement deletes. */
  "replace-recovery-point"?: string;
  /** The parent's id, whose incremental backups are deleted with it. */
  "delete-descendants"?: string;
  /** What keeps running unmanaged: `"application 4246 on server 15"`. */
  "leave-running"?: string;
}

export type LossKind = keyof Consents;

/** What a change takes away. */
export interface Loss {
  kind: LossKind;
  /** The argument that brings it about. */
  property: string;
  /** What the consent must name. */
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

/** A consent holds for what it names and for nothing else, so it is spent once the change has happened. */
export function isAgreed(loss: Loss, allow: Consents | undefined): boolean {
  return allow?.[loss.kind] === loss.value;
}

/** Why a loss is refused, and the line that agrees to it. */
export function refusalOf(loss: Loss, allow: Consents | undefined): string {
  const other = allow?.[loss.kind];
  const mismatch = other === undefined ? "" : ` (the allow that is there names "${other}")`;
  return (
    `${loss.property}: ${loss.text}. This loss needs consent${mismatch}: ` +
    `write allow: ${consentsTo([loss])}, or undo the change`
  );
}

/** The one line that agrees to all of them, where there are several. */
export function consentToAll(losses: readonly Loss[]): string | undefined {
  if (losses.length < 2) return undefined;
  return `To agree to all of it, write allow: ${consentsTo(losses)}`;
}

function consentsTo(losses: readonly Loss[]): string {
  const consents = losses.map(({ kind, value }) => `"${kind}": ${JSON.stringify(value)}`);
  return `{ ${consents.join(", ")} }`;
}
