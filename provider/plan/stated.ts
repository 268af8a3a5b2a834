/** Why a value cannot be told. */
type Missing = "not known yet" | "secret" | "not documented" | "not declared" | "chosen by the service";

/** A value, or why there is none. */
export type Stated<T> =
  | { readonly value: T; readonly missing?: undefined }
  | { readonly value?: undefined; readonly missing: Missing };

export function stated<T>(value: T): Stated<T> {
  return { value };
}

export function missing(why: Missing): Stated<never> {
  return { missing: why };
}

/** Returns the value that follows from another one, or why there is none. */
export function follows<T, U>(from: Stated<T>, then: (value: T) => Stated<U>): Stated<U> {
  return from.missing === undefined ? then(from.value) : from;
}
