import type { Common, Rule } from "../kind/definition";

/** The rules of this package's own arguments, for every kind. */
export const OWN_RULES: readonly Rule<Common>[] = [
  [
    "name",
    ({ name, keepLast }, _stored, { isWritten }) =>
      isWritten?.("name") &&
      name !== undefined &&
      keepLast !== undefined &&
      "cannot stand beside keepLast, whose recovery points need a name each: leave name out, and each gets its own",
  ],
];

/** The rules whose failures are warnings, for every kind: arguments of this package that have no effect as written. */
export const OWN_DOUBTS: readonly Rule<Common>[] = [
  [
    "adopt",
    ({ adopt }, stored) =>
      stored !== undefined &&
      adopt !== undefined &&
      adopt !== stored.adopt &&
      "acts only when a resource is made or replaced, or while its id is not known; otherwise it changes nothing. To take over " +
        "what it names, run pulumi up --replace with this resource's URN, or leave it out",
  ],
];
