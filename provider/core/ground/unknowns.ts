import { isDeepStrictEqual } from "node:util";

/**
 * In a preview the engine hands over this text wherever a value is not known yet, whatever its type
 * (`pulumi.runtime.unknownValue`; a test holds the two equal, so that this side need not load the SDK).
 */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Thrown when a rule reads a value that it cannot rely on: unknown, or refused by its own field already. */
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

/** `values`, in which reading anything undecided stops the rule that reads it. */
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

/** Returns the answer of `decide`, or `otherwise` when it touched something undecided. */
export function whenDecided<T>(decide: () => T, otherwise: T): T {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Undecided) return otherwise;
    throw error;
  }
}

/** The argument at which `decide` stopped, as its value is not known yet. */
export function waitsFor(decide: () => unknown): string | undefined {
  try {
    decide();
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    return error.isUnknown ? error.property : undefined;
  }
  return undefined;
}

/** Returns the answer of `ask`, or nothing when it touched something undecided. */
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

/** Those of the arguments whose values are not known yet. */
export function notKnownYet<A extends object, K extends keyof A>(args: A, names: readonly K[]): K[] {
  return names.filter((name) => waitsFor(() => args[name]) !== undefined);
}

/** Whether one is another whatever the unknown values in it turn out to be. */
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
