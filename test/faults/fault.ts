/** The eleven of the measurement that this package is compared with: what can go wrong with one request. */
export const faults = [
  "reset-before",
  "reset-after",
  "close-after",
  "error-500",
  "unavailable-503",
  "bad-gateway-502",
  "gateway-timeout-504",
  "too-many-429",
  "truncated",
  "unauthorized-401",
  "hang",
] as const;

export type Fault = (typeof faults)[number];

/** After these the service has done its work, though the client is not told. */
export const AFTER: ReadonlySet<Fault> = new Set([
  "reset-after",
  "close-after",
  "bad-gateway-502",
  "gateway-timeout-504",
  "truncated",
  "hang",
]);

/** The client is told that nothing was done, so it may send again without a look. */
export const SAYS_NO: ReadonlySet<Fault> = new Set(["too-many-429", "unauthorized-401"]);
