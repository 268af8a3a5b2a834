import { follows, missing, type Stated, stated } from "../../plan/stated";
import { hasUnknown } from "../ground/unknowns";

/** The arguments as a summary may speak of them. */
export class View<A extends object> {
  constructor(
    private readonly args: A,
    private readonly secrets: ReadonlySet<string>,
  ) {}

  /** The value, where it is known and public. */
  known<K extends keyof A & string>(name: K): A[K] | undefined {
    const value = this.args[name];
    return this.secrets.has(name) || hasUnknown(value) ? undefined : value;
  }

  /** The value, or why there is none. */
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

  /** Returns the words for a delete, by `onDelete`. */
  afterDelete(words: Record<string, string>, otherwise: string): string {
    const { onDelete } = this.args as { onDelete?: string };
    if (onDelete === undefined) return otherwise;
    if (this.secrets.has("onDelete") || hasUnknown(onDelete)) return "delete: not known yet";
    return words[onDelete] ?? otherwise;
  }

  /** Whether the program leaves it out. */
  absent(name: keyof A & string): boolean {
    return this.args[name] === undefined;
  }

  /** The value as text, or what can be said in its place. */
  text(name: keyof A & string): string {
    if (this.secrets.has(name)) return "[secret]";
    const value = this.args[name];
    return hasUnknown(value) ? "(not known yet)" : `${value}`;
  }
}
