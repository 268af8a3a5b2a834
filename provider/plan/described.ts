import type { Loss } from "./losses";
import type { Retention } from "./retention";
import type { Schedule } from "./schedule";
import type { Stated } from "./stated";

/** The declaration of a resource in terms that all services share. */
export interface Described {
  /** A plan makes recovery points by a schedule; a recovery point is made once. */
  is: "plan" | "recovery point";
  /** The vendor's name for it. */
  service: string;
  target: Target;
  /** Whether its creation takes over what the target has already, and compares with it. */
  takesOver: boolean;
  /** Whether it is declared and turned off. */
  off: Stated<boolean>;
  /** The schedule, unless the plan is off for certain. */
  schedule?: Schedule;
  retention: Retention;
  destination: Destination;
  /** The vendor's id of the parent of an incremental recovery point. */
  parent?: Stated<string>;
  removal: Removal;
}

/** The protected application or instance. */
export interface Target {
  kind: "application" | "database instance";
  /** The vendor's ids by the names of their arguments. */
  ids: { readonly [argument: string]: Stated<string> };
  /** `files and database 4223 of application 4246 on server 15`. */
  scope: string;
  /** The parts of the target that are left out: `the database`. */
  notCovered: readonly string[];
}

/** The place where recovery points are kept. */
export interface Destination {
  words: string;
  /** Whether it is the protected machine itself, with which the recovery points would be lost. */
  onProtectedMachine: Stated<boolean>;
}

/** The effect that leaving the stack has in the cloud. */
export interface Removal {
  /**
   * `kept`: the recovery point stays. `keeps running`: the plan stays and goes on. `deleted`. `disabled`. `restored`: the plan
   * from before the takeover comes back.
   */
  effect: Stated<"kept" | "keeps running" | "deleted" | "disabled" | "restored">;
  words: string;
  /** The loss of a replacement that leaves the old plan running without a resource. */
  leaves?: Loss;
}
