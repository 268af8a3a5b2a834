import { isSameId } from "./same-id";

/** Returns whether two accounts, in plain words, are one: a part is compared only where both know it. */
export function isSameAccount(one: string, other: string): boolean {
  const others = partsOf(other);
  return partsOf(one).every((part, at) => others[at] === undefined || isSameId(part, others[at]));
}

export function partsOf(account: string): string[] {
  return account.split(", ");
}
