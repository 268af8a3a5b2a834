import { follows, missing, type Stated, stated } from "../../plan/stated";
import { hasUnknown } from "../ground/unknowns";

/** The arguments for a summary, without secret and unknown values. */
export class View<A extends object> {
  constructor(
    private readonly args: A,
    private readonly secrets: ReadonlySet<string>,
  ) {}

  /** Returns the value; nothing where it is secret or not known yet. */
  known<K extends keyof A & string>(name: K): A[K] | undefined {
    const value = this.args[name];
    return this.secrets.has(name) || hasUnknown(value) ? undefined : value;
  }

  /** Returns the value, or why there is none. */
  stated<K extends keyof A & string>(name: K): Stated<NonNullable<A[K]>> {
    const value = this.args[name];
    if (this.secrets.has(name)) return missing("secret");
    if (hasUnknown(value)) return missing("not known yet");
    return value === undefined || value === null ? missing("not declared") : stated(value);
  }

  /** Returns an argument as text. */
  id(name: keyof A & string): Stated<string> {
    return follows(this.stated(name), (value) => stated(`${value}`));
  }

  /** Returns the words for what a delete does, by the value of `onDelete`. */
  afterDelete(words: Record<string, string>, otherwise: string): string {
    const { onDelete } = this.args as { onDelete?: string };
    if (onDelete === undefined) return otherwise;
    if (this.secrets.has("onDelete") || hasUnknown(onDelete)) return "delete: not known yet";
    return words[onDelete] ?? otherwise;
  }

  /** Returns whether the program leaves the argument out. */
  absent(name: keyof A & string): boolean {
    return this.args[name] === undefined;
  }

  /** Returns the value as text, or `[secret]` or `(not known yet)` in its place. */
  text(name: keyof A & string): string {
    if (this.secrets.has(name)) return "[secret]";
    const value = this.args[name];
    return hasUnknown(value) ? "(not known yet)" : `${value}`;
  }
}
