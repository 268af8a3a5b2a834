import type { Args } from "./case";

/** What a look at the service tells of valid arguments. */
export interface Finding {
  what: string;
  /** Over the kind's valid arguments. */
  with: Args;
  property: string;
  /** What is told, behind the property. */
  says: string[];
  /** Surely wrong is refused, what is doubtful is told. */
  is: "refused" | "told";
  /** Of the emulator. */
  settings?: Record<string, unknown>;
}

export interface Found extends Finding {
  kind: string;
}
