import type { Args } from "./case";
import { otcPolicyLosses } from "./otc/policy-losses";
import { serveravatarLosses } from "./serveravatar/losses";

export interface LossCase {
  kind: string;
  what: string;
  /** Over what is stored. */
  stored?: Args;
  with: Args;
  property: string;
  /** What the consent names. */
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

/** The losses of one kind of resource. */
export interface Losses {
  resource: string;
  stored: Args;
  losses: LossCase[];
  harmless: Harmless[];
}

export const lossesOfAll: readonly Losses[] = [serveravatarLosses, ...otcPolicyLosses];
