import { isDeepStrictEqual } from "node:util";

/**
 * In a preview the engine hands over this text wherever a value is not known yet, whatever its type
 * (`pulumi.runtime.unknownValue`; a test holds the two equal, so that this side need not load the SDK).
 */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Thrown when a rule reads a value that it cannot rely on: unknown, or refused by its own field already. */
class Undecided extends Error {}

export function hasUnknown(value: unknown): boolean {
  if (value === UNKNOWN) return true;
  if (Array.isArray(value)) return value.some(hasUnknown);
  return typeof value === "object" && value !== null && Object.values(value).some(hasUnknown);
}

/** `values`, in which reading anything undecided stops the rule that reads it. */
export function guarded<A extends object>(values: A, undecided: (property: string) => boolean): A {
  return new Proxy(values, {
    get(target, property) {
      const value = Reflect.get(target, property);
      if (typeof property === "string" && (undecided(property) || hasUnknown(value))) throw new Undecided(property);
      return value;
    },
  });
}

/** What `decide` answers, or `otherwise` when it touched something undecided. */
export function whenDecided<T>(decide: () => T, otherwise: T): T {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Undecided) return otherwise;
    throw error;
  }
}

/** The same for what has to be asked for. */
export async function whenKnown<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Undecided) return undefined;
    throw error;
  }
}

/** Which of the arguments differ for certain; what is undecided is passed over. */
export function surelyChanged<A extends object, K extends keyof A>(args: A, stored: A, names: readonly K[]): K[] {
  return names.filter((name) => whenDecided(() => !isDeepStrictEqual(args[name], stored[name]), false));
}
