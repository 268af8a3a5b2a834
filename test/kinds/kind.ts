import type { Outside } from "../with/outside";
import type { Args, Rules } from "./case";
import type { Finding } from "./findings";
import type { Losing } from "./losses";

/** The reason why a kind cannot do something. */
interface NotSupported {
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

/** The thing in the service after the stack has left. */
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
  /** Returns the things that the service has, by their ids. */
  stands: (service: Outside) => Promise<Record<string, unknown>>;
  /** Deletes it behind the program's back. */
  remove: ((service: Outside, id: string) => Promise<void>) | NotSupported;
  /** Returns the arguments by which a program adopts what another one made. */
  adopt: ((outputs: Args) => Args) | NotSupported;
  /** The effect of `pulumi up --replace` and a taint on unchanged arguments, and on `adopt` where nothing else tells what the state has. */
  replaced: "made anew" | "kept" | "kept by adopt";
  rules: Rules;
  /** The losses of what is no recovery point. */
  losses?: Losing;
  /** The findings of a look at the service. */
  findings: readonly Finding[];
  /** Values that pass the rules of an argument and are found nowhere else. */
  canaries: Args;
}

export function isSupported<T extends object>(way: T | NotSupported): way is T {
  return !("notSupported" in way);
}

/** Returns a kind as a part of a name. */
export function slugOf({ kind }: Pick<Kind, "kind">): string {
  return kind.replace(":", "-").toLowerCase();
}
