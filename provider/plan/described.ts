import type { Loss } from "./losses";
import type { Retention } from "./retention";
import type { Schedule } from "./schedule";
import type { Stated } from "./stated";

/** What a resource declares, in words that all services share. */
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
  /** Of a plan that is not off for certain. */
  schedule?: Schedule;
  retention: Retention;
  destination: Destination;
  /** Of an incremental recovery point: the vendor's id of what it is built on. */
  parent?: Stated<string>;
  removal: Removal;
}

/** What is protected. */
export interface Target {
  kind: "application" | "database instance";
  /** The vendor's ids, by the names of their arguments. */
  ids: { readonly [argument: string]: Stated<string> };
  /** `files and database 4223 of application 4246 on server 15`. */
  scope: string;
  /** What of the target is left out: `the database`. */
  notCovered: readonly string[];
}

/** Where recovery points are kept. */
export interface Destination {
  words: string;
  /** Whether that is the machine that is protected, and would be lost with it. */
  onProtectedMachine: Stated<boolean>;
}

/** What leaving the stack does in the cloud. */
export interface Removal {
  /**
   * `kept`: a recovery point stays. `keeps running`: a plan stays, and goes on. `deleted`, `disabled`, `restored` (the
   * plan that stood there before): as they say.
   */
  effect: Stated<"kept" | "keeps running" | "deleted" | "disabled" | "restored">;
  words: string;
  /** What goes on unwatched, where a replacement leaves it so. */
  leaves?: Loss;
}
