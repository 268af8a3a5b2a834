import type { Outside } from "../with/outside";
import type { Args, Rules } from "./case";
import type { Finding } from "./findings";
import type { Losing } from "./losses";

/** What a kind cannot do, and why. */
export interface NotSupported {
  notSupported: string;
}

/** One argument, changed. */
export interface Turn {
  argument: string;
  to: Args;
  effect: "update" | "replace";
}

export interface Loss {
  /** A change of a stored resource. */
  to: Args;
  /** The line that agrees to it; `id` is the vendor's. */
  allow: (id: string) => Args;
}

/** What stands in the service after the stack has left. */
export type Left = "stays" | "gone" | "as before" | "off";

export interface Kind {
  /** As in its Pulumi type. */
  kind: string;
  /** As the emulator calls it. */
  service: string;
  valid: Args;
  /** Its state right after its creation. */
  state: "ready" | "pending";
  /** Where the copy of that number goes, of two at least. */
  place: (copy: number) => Args;
  /** Each argument's change, one on top of the other. */
  turns: readonly Turn[];
  /** By `onDelete`. */
  leaving: Record<string, Left>;
  /** Words of the summary while `onDelete` is not written. */
  keeps: string;
  loss: Loss;
  /** What the service has, by its id. */
  stands: (service: Outside) => Promise<Record<string, unknown>>;
  /** Deletes it behind the program's back. */
  remove: ((service: Outside, id: string) => Promise<void>) | NotSupported;
  /** What a program writes to adopt what another one made. */
  adopt: ((outputs: Args) => Args) | NotSupported;
  /** What `pulumi up --replace` and a taint do with unchanged arguments, and with `adopt` where nothing else tells what the state has. */
  replaced: "made anew" | "kept" | "kept by adopt";
  rules: Rules;
  /** The losses of what is no recovery point. */
  losses?: Losing;
  /** What a look at the service tells of it. */
  findings: readonly Finding[];
  /** Values that pass the rules of an argument and are found nowhere else. */
  canaries: Args;
}

export function isSupported<T extends object>(way: T | NotSupported): way is T {
  return !("notSupported" in way);
}

/** Of a kind, in a name. */
export function slugOf({ kind }: Pick<Kind, "kind">): string {
  return kind.replace(":", "-").toLowerCase();
}
