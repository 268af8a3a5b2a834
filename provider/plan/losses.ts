export const LOSS_KINDS = [
  "shorter-retention",
  "less-frequent",
  "disable",
  "narrower-scope",
  "change-destination",
  "replace-recovery-point",
  "delete-descendants",
  "leave-running",
] as const;

export type LossKind = (typeof LOSS_KINDS)[number];

/** Consents to losses, each naming exactly what is agreed to. */
export type Consents = Partial<Record<LossKind, string>>;

/** What a change takes away. */
export interface Loss {
  kind: LossKind;
  /** The argument that brings it about. */
  property: string;
  /** What the consent must name. */
  value: string;
  /** From, to, and what that means. */
  text: string;
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
    `write allow: { "${loss.kind}": ${JSON.stringify(loss.value)} }, or undo the change`
  );
}
