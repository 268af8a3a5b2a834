/** One resource of the program, as its environment lists it: what a stack's configuration holds may be printed. */
export interface Declared {
  /** As in its Pulumi type; `empty` is a dynamic resource without anything in it. */
  kind: "serveravatar:BackupPlan" | "serveravatar:Backup" | "empty";
  name: string;
  args?: Record<string, unknown>;
  /** The arguments that the program marks secret. */
  secret?: readonly string[];
  /** The arguments that are not known before the first `pulumi up`. */
  later?: readonly string[];
  options?: DeclaredOptions;
}

export interface DeclaredOptions {
  protect?: boolean;
  retainOnDelete?: boolean;
  ignoreChanges?: string[];
  replaceOnChanges?: string[];
  customTimeouts?: { create?: string };
  aliases?: { name: string }[];
  /** The component that it is a part of. */
  component?: string;
  /** The explicit provider that it belongs to. */
  account?: string;
}
