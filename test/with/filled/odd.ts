import { ODD_NAMES } from "./odd-names";

/** The oddities of a row, equal for equal numbers. */
export interface Odd {
  nth: number;
  name: string;
  description: string | null;
  /** Mostly `completed`; `mystery` is a word that no vendor's page has. */
  state: "completed" | "failed" | "building" | "mystery";
  isAutomated: boolean;
  size: number | null;
  /** When it began. */
  at: number;
  /** The id, in capitals where the row's is. */
  capitals(id: string): string;
}

const STATES: Record<number, Odd["state"]> = { 3: "failed", 5: "building", 7: "mystery" };
const FIRST = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;

/** Returns the oddities of a row. The names have another period than the rest, so that each meets each. */
export function oddOf(nth: number): Odd {
  return {
    ...{ nth, name: ODD_NAMES[nth % ODD_NAMES.length]!, state: STATES[nth % 11] ?? "completed" },
    description: [null, "usual", ODD_NAMES[nth % ODD_NAMES.length]!][nth % 3]!,
    isAutomated: nth % 9 === 8,
    size: nth % 4 === 0 ? null : nth,
    at: FIRST + nth * HOUR,
    capitals: (id) => (nth % 7 === 6 ? id.toUpperCase() : id),
  };
}
