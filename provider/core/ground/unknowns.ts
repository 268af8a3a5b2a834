import { isDeepStrictEqual } from "node:util";

/**
 * The text that the engine hands over in a preview for a value that is not known yet, whatever its type. It equals
 * `pulumi.runtime.unknownValue`, as a test proves, so that the SDK need not be loaded here.
 */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Thrown when a rule reads a value that is unknown, or that its own field refused already. */
class Undecided extends Error {
  constructor(
    readonly property: string,
    readonly isUnknown: boolean,
  ) {
    super(property);
  }
}

export function hasUnknown(value: unknown): boolean {
  if (value === UNKNOWN) return true;
  if (Array.isArray(value)) return value.some(hasUnknown);
  return typeof value === "object" && value !== null && Object.values(value).some(hasUnknown);
}

/** Returns `values` so that reading an undecided one throws and stops the rule. */
export function guarded<A extends object>(values: A, undecided: (property: string) => boolean): A {
  return new Proxy(values, {
    get(target, property) {
      const value = Reflect.get(target, property);
      if (typeof property !== "string") return value;
      const isUnknown = hasUnknown(value);
      if (isUnknown || undecided(property)) throw new Undecided(property, isUnknown);
      return value;
    },
  });
}

/** Returns the answer of `decide`, or `otherwise` where it read something undecided. */
export function whenDecided<T>(decide: () => T, otherwise: T): T {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Undecided) return otherwise;
    throw error;
  }
}

/** Returns the argument at which `decide` stopped because its value is not known yet. */
export function waitsFor(decide: () => unknown): string | undefined {
  try {
    decide();
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    return error.isUnknown ? error.property : undefined;
  }
  return undefined;
}

/** Returns the answer of `ask`, or nothing where it read something undecided. */
export async function whenKnown<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Undecided) return undefined;
    throw error;
  }
}

/** Returns the arguments that differ for certain; undecided ones are left out. */
export function surelyChanged<A extends object, K extends keyof A>(args: A, stored: A, names: readonly K[]): K[] {
  return names.filter((name) => whenDecided(() => !isDeepStrictEqual(args[name], stored[name]), false));
}

/** Returns the arguments whose values are not known yet. */
export function notKnownYet<A extends object, K extends keyof A>(args: A, names: readonly K[]): K[] {
  return names.filter((name) => waitsFor(() => args[name]) !== undefined);
}

/** Returns whether two values differ whatever their unknown parts turn out to be. */
export function surelyDiffer(one: unknown, other: unknown): boolean {
  if (one === UNKNOWN || other === UNKNOWN) return false;
  if (!hasUnknown(one) && !hasUnknown(other)) return !isDeepStrictEqual(one, other);
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return true;
  const names = Object.keys({ ...one, ...other });
  return names.some((name) => !(name in one && name in other) || surelyDiffer(one[name], other[name]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
