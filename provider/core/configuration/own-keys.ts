import * as z from "zod";
import type { Account } from "./account";
import { parsedJson } from "./nested";

/** The limits and the default of a numeric key. */
export interface Limits {
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  readonly isWhole?: true;
}

/** Numeric keys of the namespace `backup-plans`. */
export type OwnNumbers = Readonly<Record<string, Limits>>;

/** The keys that the services add: numbers, and an object for each account. */
export interface ServiceKeys {
  readonly numbers?: OwnNumbers;
  readonly account?: Account;
}

/** The numeric keys. The smallest values are for tests; the largest still fit into Node's timers. */
export const NUMBERS = {
  timeoutMinutes: { usual: 30, least: 0.01, most: 10_080 },
  pollSeconds: { usual: 10, least: 0.01, most: 3_600 },
  requestTimeoutSeconds: { usual: 30, least: 0.1, most: 3_600 },
  concurrency: { usual: 8, least: 1, most: 1_000, isWhole: true },
} satisfies OwnNumbers;

export type NumberKey = keyof typeof NUMBERS;

export const FLAGS = ["online", "adoptUnseen"] as const;

export type FlagKey = (typeof FLAGS)[number];

/** The key that says that the account of the state is the configured one by another name. */
export const SAME_ACCOUNT = "sameAccount";

/** Every key of this package that is no number of a service. */
export const OWN_KEYS: readonly string[] = [...Object.keys(NUMBERS), ...FLAGS, SAME_ACCOUNT, "secretsFromEnv"];

/** Returns the key of this name in the namespace `backup-plans`. */
export function own(name: string): string {
  return `backup-plans:${name}`;
}

/** The key that names environment variables for the keys of accounts. */
export const SECRETS = own("secretsFromEnv");

const variables = z.record(z.string(), z.string());

/** Returns the environment variables by the keys that they are for; nothing where the text is no object of texts. */
export function variablesIn(json: string | undefined): Record<string, string> | undefined {
  return json ? variables.safeParse(parsedJson(json)).data : undefined;
}

/** Returns the number that is written; nothing where it is not allowed. */
export function numberIn({ least, most, isWhole }: Limits, written: string): number | undefined {
  const number = written.trim() === "" ? Number.NaN : Number(written);
  const isAllowed = number >= least && number <= most && (!isWhole || Number.isInteger(number));
  return isAllowed ? number : undefined;
}

/** Returns the rule of a number in words. */
export function numberRule({ least, most, isWhole, usual }: Limits): string {
  return `must be a ${isWhole ? "whole number" : "number"} from ${least} to ${most} (left out: ${usual})`;
}
