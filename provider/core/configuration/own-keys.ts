/** What a number of ours may be, and what it is when it is left out. */
interface Limits {
  usual: number;
  least: number;
  most: number;
  isWhole?: true;
}

/** The least are for tests; with the most a wait still fits into Node's timers. */
export const NUMBERS = {
  timeoutMinutes: { usual: 30, least: 0.01, most: 10_080 },
  pollSeconds: { usual: 10, least: 0.01, most: 3_600 },
  requestTimeoutSeconds: { usual: 30, least: 0.1, most: 3_600 },
  concurrency: { usual: 8, least: 1, most: 1_000, isWhole: true },
  troveNameLimit: { usual: 64, least: 1, most: 255, isWhole: true },
} satisfies Record<string, Limits>;

export type NumberKey = keyof typeof NUMBERS;

export const FLAGS = ["online", "adoptUnseen"] as const;

export type FlagKey = (typeof FLAGS)[number];

/** The keys of our own namespace. */
export const OWN_KEYS: readonly string[] = [...Object.keys(NUMBERS), ...FLAGS, "secretsFromEnv"];

/** The number that is written, where it is one that is allowed. */
export function numberIn(name: NumberKey, written: string): number | undefined {
  const { least, most, isWhole }: Limits = NUMBERS[name];
  const number = written.trim() === "" ? Number.NaN : Number(written);
  const isAllowed = number >= least && number <= most && (!isWhole || Number.isInteger(number));
  return isAllowed ? number : undefined;
}

/** What a number must be, for a person. */
export function numberRule(name: NumberKey): string {
  const { least, most, isWhole, usual }: Limits = NUMBERS[name];
  return `must be a ${isWhole ? "whole number" : "number"} from ${least} to ${most} (left out: ${usual})`;
}
