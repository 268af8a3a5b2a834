/** One resource of the program `declared`, as its stack's configuration writes it. */
export interface Declaration {
  /** As in its Pulumi type: `trove:Backup`; or the whole type, of another provider. */
  kind: string;
  name: string;
  /** `{ idOf: "name" }` stands for the id of another one declared before, `{ secret: value }` for a secret. */
  args: object;
  options?: Options;
}

/** Pulumi's options; resources and providers by their names. */
export interface Options {
  protect?: boolean;
  retainOnDelete?: boolean;
  ignoreChanges?: string[];
  customTimeouts?: { create?: string; update?: string; delete?: string };
  /** Former names. */
  aliases?: string[];
  parent?: string;
  provider?: string;
}
