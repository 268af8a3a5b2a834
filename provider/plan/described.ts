import type { Loss } from "./losses";
import type { Retention } from "./retention";
import type { Schedule } from "./schedule";
import type { Stated } from "./stated";

/** A resource's declaration, in words that all services share. */
export interface Described {
  /** A plan leaves recovery points by a schedule; the other is one of them, made once. */
  is: "plan" | "recovery point";
  /** As its vendor calls it. */
  service: string;
  target: Target;
  /** Whether its creation takes over what stands there already, and compares with it. */
  takesOver: boolean;
  /** Whether it is turned off: declared, and backing up nothing. */
  off: Stated<boolean>;
  /** The schedule of a plan that is not off for certain. */
  schedule?: Schedule;
  retention: Retention;
  destination: Destination;
  /** The parent of an incremental recovery point: the vendor's id of the one it is built on. */
  parent?: Stated<string>;
  removal: Removal;
}

/** A target is the protected application or instance. */
export interface Target {
  kind: "application" | "database instance";
  /** The vendor's ids, by the names of their arguments. */
  ids: { readonly [argument: string]: Stated<string> };
  /** `files and database 4223 of application 4246 on server 15`. */
  scope: string;
  /** The parts of the target that are left out: `the database`. */
  notCovered: readonly string[];
}

/** Where recovery points are kept. */
export interface Destination {
  words: string;
  /** Whether that is the machine that is protected, and would be lost with it. */
  onProtectedMachine: Stated<boolean>;
}

/** A removal is the effect that leaving the stack has in the cloud. */
export interface Removal {
  /**
   * `kept`: a recovery point stays. `keeps running`: a plan stays, and goes on. `deleted`, `disabled`, `restored` (the
   * plan that stood there before): as they say.
   */
  effect: Stated<"kept" | "keeps running" | "deleted" | "disabled" | "restored">;
  words: string;
  /** The loss of a replacement that leaves something running unwatched. */
  leaves?: Loss;
}
