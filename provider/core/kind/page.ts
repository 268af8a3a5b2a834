import type { Consents } from "../../plan/losses";
import type { Outputs } from "./definition";

/** A vendor's thing by its noun and id, whatever kind of resource has it. */
export type Thing = string;

/**
 * A page is what one run of the engine knows of one resource. Each call of the engine writes its own line, and only
 * that.
 */
export interface Page {
  readonly kind: string;
  readonly owner: string;
  /** Where the service is, as far as the configuration tells: what two services have may have the same ids. */
  address?: string | undefined;
  /** `check`: the program has the resource, with these consents, and names this thing as its own. */
  declared?: {
    allow: Consents | undefined;
    keeps: boolean;
    /** How many recovery points the resource keeps, where it keeps the last few. */
    keepLast?: number | undefined;
    thing?: Thing | undefined;
    name?: string | undefined;
    /** The description of its work, and whether that is still to begin. */
    work?: { same: string; begins: boolean } | undefined;
  };
  /** `check` and `diff`: what the state held when the run began. A replacement is checked as if nothing was stored. */
  before?: { inputs: Outputs; stored?: Outputs; name?: unknown; id?: string | undefined; since?: number };
  /** `diff`, `update`, `create`: whether the state goes on to hold the resource, and its thing. */
  state?: { stays: boolean; thing?: Thing | undefined; stored?: Outputs };
  /** Every call that shows the resource: its thing, and whether that is certain; or what it seeks, whose thing is not known. */
  shown?: { thing?: Thing | undefined; isCertain: boolean; seeks?: unknown };
  /** `create`: what it answered. */
  made?: { id: string; thing?: Thing | undefined; allow: Consents | undefined; stored?: Outputs };
}
