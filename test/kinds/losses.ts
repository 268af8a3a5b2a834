import type { Args } from "./case";

export interface LossCase {
  kind: string;
  what: string;
  /** Over what is stored. */
  stored?: Args;
  with: Args;
  property: string;
  /** The value that the consent names. */
  value: string;
  /** From, to, and what is not documented. */
  says: string[];
}

/** An edit that takes nothing away. */
export interface Harmless {
  what: string;
  stored?: Args;
  with: Args;
}

/** The changes that take something away from a stored resource, and those that do not. */
export interface Losing {
  stored: Args;
  losses: LossCase[];
  harmless: Harmless[];
}

export interface Losses extends Losing {
  resource: string;
}
