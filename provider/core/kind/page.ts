import type { Consents } from "../../plan/losses";
import type { Outputs } from "./definition";

/** The noun and the id of a vendor's thing in one text. */
export type Thing = string;

/**
 * A page: everything that one run of the engine knows of one resource. Each call of the engine writes its own field and no other.
 */
export interface Page {
  readonly kind: string;
  readonly owner: string;
  /** The configured address of the service. Two services at different addresses may use equal ids. */
  address?: string | undefined;
  /** Written by `check`: what the program declares, and the thing that its arguments name. */
  declared?: {
    allow: Consents | undefined;
    keeps: boolean;
    /** The arguments, once `check` has read them. */
    args?: Outputs;
    thing?: Thing | undefined;
    /** The description of its work (`Definition.work`), and whether the service does not do it yet. */
    work?: { same: string; begins: boolean } | undefined;
  };
  /** Written by `check` and `diff`: what the state held when the run began. */
  before?: { inputs: Outputs; stored?: Outputs; name?: unknown; id?: string | undefined; since?: number };
  /** Written by `diff`, `update` and `create`: whether the stored resource stays, and its thing. */
  state?: { stays: boolean; thing?: Thing | undefined; stored?: Outputs };
  /** Written by every call that shows the state: its thing and whether that is certain, or what it seeks without an id. */
  shown?: { thing?: Thing | undefined; isCertain: boolean; seeks?: unknown };
  /** Written by `create` and `update`: whether it failed, or has not ended yet. */
  failed?: boolean;
  /** Written by `create` where it is refused: the things that the refusal offers to adopt. */
  offered?: readonly Thing[];
  /** Written by `create`: what it made. */
  made?: { id: string; thing?: Thing | undefined; allow: Consents | undefined; stored?: Outputs };
}
