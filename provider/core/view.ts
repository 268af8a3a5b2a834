import { UNKNOWN } from "./unknowns";

/** The arguments as a summary may speak of them. */
export class View<A extends object> {
  constructor(
    private readonly args: A,
    private readonly secrets: ReadonlySet<string>,
  ) {}

  /** The value, where it is known and public. */
  known<K extends keyof A & string>(name: K): A[K] | undefined {
    const value = this.args[name];
    return this.secrets.has(name) || (value as unknown) === UNKNOWN ? undefined : value;
  }

  /** Whether the program leaves it out. */
  absent(name: keyof A & string): boolean {
    return this.args[name] === undefined;
  }

  /** The value as text, or what can be said in its place. */
  text(name: keyof A & string): string {
    if (this.secrets.has(name)) return "[secret]";
    const value = this.args[name] as unknown;
    return value === UNKNOWN ? "(not known yet)" : `${value}`;
  }
}
