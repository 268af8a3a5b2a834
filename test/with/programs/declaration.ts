/** One resource of the program `declared`, as its stack's configuration writes it. */
export interface Declaration {
  /** As in its Pulumi type: `trove:Backup`; the whole type, of another provider; or `empty`, a dynamic resource without anything. */
  kind: string;
  name: string;
  /**
   * `{ idOf: "name" }` stands for the id of another one declared before, `{ secret: value }` for a secret, and
   * `{ secretOf: "key" }` for a secret of the configuration.
   */
  args?: object;
  options?: Options;
}

/** Pulumi's options; resources and providers by their names. */
export interface Options {
  protect?: boolean;
  import?: string;
  retainOnDelete?: boolean;
  ignoreChanges?: string[];
  replaceOnChanges?: string[];
  replacementTrigger?: unknown;
  customTimeouts?: { create?: string; update?: string; delete?: string };
  /** Former names and types. */
  aliases?: (string | { type: string })[];
  parent?: string;
  provider?: string;
  /** The component that it is a part of, by its name. */
  component?: string;
}
