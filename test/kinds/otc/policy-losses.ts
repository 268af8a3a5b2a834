import type { Otc } from "../instances";
import type { Harmless, Losing, LossCase } from "../losses";

const ALL = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS = [1, 2, 3, 4, 5];

/** Vendor A1: what the guides say of the automated backups that exist. */
interface Said {
  older: string[];
  /** Nothing where the service lets nobody turn a policy off. */
  off?: string[];
}

export const said: Record<Otc, Said> = {
  dds: {
    older: ["older than 13 days are deleted and that they keep their retention; assume that they go"],
    off: [],
  },
  geminidb: {
    older: ["GeminiDB deletes existing automated backups older than 13 days"],
    off: ["A running automated backup is stopped"],
  },
};

const turnedOn: Harmless = {
  what: "turning it on",
  stored: { keepDays: 0, startTime: undefined, period: undefined },
  with: { keepDays: 7, startTime: "01:00-02:00", period: ALL },
};

function disabled(off: Said["off"]): LossCase[] {
  if (!off) return [];
  return [
    {
      kind: "disable",
      what: "off",
      with: { keepDays: 0, startTime: undefined, period: undefined },
      property: "keepDays",
      value: "keepDays 0",
      says: [
        "14 => 0 turns automated backups off",
        "the console asks whether to delete the existing automated backups",
        ...off,
      ],
    },
  ];
}

export function policyLosses(instanceId: string, { older, off }: Said): Losing {
  return {
    stored: { instanceId, keepDays: 14, startTime: "01:00-02:00", period: ALL },
    losses: [
      {
        kind: "shorter-retention",
        what: "14 days to 13 (vendor A1)",
        with: { keepDays: 13 },
        property: "keepDays",
        value: "13 days",
        says: ["14 => 13 days", ...older],
      },
      ...disabled(off),
      {
        kind: "less-frequent",
        what: "fewer days",
        with: { period: WORKDAYS },
        property: "period",
        value: "1,2,3,4,5",
        says: ["7 => 5 a week", "longest gap 25 h => 73 h"],
      },
      {
        kind: "less-frequent",
        what: "as many days, further apart",
        stored: { period: [1, 3, 5] },
        with: { period: [1, 2, 3] },
        property: "period",
        value: "1,2,3",
        says: ["3 => 3 a week", "longest gap 73 h => 121 h"],
      },
    ],
    harmless: [
      { what: "no edit", with: {} },
      { what: "a longer retention", with: { keepDays: 15 } },
      { what: "more days", stored: { period: WORKDAYS }, with: { period: ALL } },
      { what: "the same days in another order", stored: { period: WORKDAYS }, with: { period: [5, 4, 3, 2, 1] } },
      { what: "another hour", with: { startTime: "23:00-00:00" } },
      ...(off ? [turnedOn] : []),
      { what: "what delete does", with: { onDelete: "restore" } },
    ],
  };
}
