import type { Account } from "./account";

/** The limits of a number of ours, and its default. */
export interface Limits {
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  readonly isWhole?: true;
}

/** Numbers of ours by their names in the namespace `backup-plans`. */
export type OwnNumbers = Readonly<Record<string, Limits>>;

/** The keys that services add: their numbers, and for each account an object with its keys. */
export interface ServiceKeys {
  readonly numbers?: OwnNumbers;
  readonly account?: Account;
}

/** The least are for tests; with the most a wait still fits into Node's timers. */
export const NUMBERS = {
  timeoutMinutes: { usual: 30, least: 0.01, most: 10_080 },
  pollSeconds: { usual: 10, least: 0.01, most: 3_600 },
  requestTimeoutSeconds: { usual: 30, least: 0.1, most: 3_600 },
  concurrency: { usual: 8, least: 1, most: 1_000, isWhole: true },
} satisfies OwnNumbers;

export type NumberKey = keyof typeof NUMBERS;

export const FLAGS = ["online", "adoptUnseen"] as const;

export type FlagKey = (typeof FLAGS)[number];

/** The account of a state, which is another name of the account that the configuration leads to. */
export const SAME_ACCOUNT = "sameAccount";

/** Every key of ours that is no number of a service. */
export const OWN_KEYS: readonly string[] = [...Object.keys(NUMBERS), ...FLAGS, SAME_ACCOUNT, "secretsFromEnv"];

/** The number that is written, where it is one that is allowed. */
export function numberIn({ least, most, isWhole }: Limits, written: string): number | undefined {
  const number = written.trim() === "" ? Number.NaN : Number(written);
  const isAllowed = number >= least && number <= most && (!isWhole || Number.isInteger(number));
  return isAllowed ? number : undefined;
}

/** Returns the rule of a number, for a person. */
export function numberRule({ least, most, isWhole, usual }: Limits): string {
  return `must be a ${isWhole ? "whole number" : "number"} from ${least} to ${most} (left out: ${usual})`;
}
