import type { Args } from "./case";

/** A finding of a look at the service about valid arguments. */
export interface Finding {
  what: string;
  /** Over the kind's valid arguments. */
  with: Args;
  property: string;
  /** The words that follow the property. */
  says: string[];
  /** Surely wrong is refused, what is doubtful is told. */
  is: "refused" | "told";
  /** The settings of the emulator. */
  settings?: Record<string, unknown>;
}

export interface Found extends Finding {
  kind: string;
}
