import { nthPlan } from "../../kinds/serveravatar/nth-plan";
import type { Declaration } from "../../with/programs/declaration";

/** Makes the n-th, from 1. */
type Make = (n: number) => Declaration;

const copy = (n: number) => `${n}`.padStart(4, "0");

const dds: Make = (n) => ({
  ...{ kind: "dds:Backup", name: `dds-${n}` },
  args: { instanceId: `a89dab5e39394eccbdb77b19d57b${copy(n)}in02` },
});

const geminidb: Make = (n) => ({
  ...{ kind: "geminidb:Backup", name: `geminidb-${n}` },
  args: { instanceId: `a4d8ea2584e047439a667703c068${copy(n)}in06`, description: "" },
});

const trove: Make = (n) => ({
  ...{ kind: "trove:Backup", name: `trove-${n}` },
  args: { instance: `44444444-4444-4444-8444-44444444${copy(n)}` },
});

const plan: Make = (n) => ({ kind: "serveravatar:BackupPlan", name: `plan-${n}`, args: nthPlan(n) });

const kinds = { dds, geminidb, trove, plan };

/** `count` of each kind. */
export function many(count: number, ...names: readonly (keyof typeof kinds)[]): Declaration[] {
  return names.flatMap((name) => Array.from({ length: count }, (_, index) => kinds[name](index + 1)));
}

/** What the emulator needs to take them. */
export function placesFor(count: number): Record<string, unknown> {
  return {
    trove: { moreInstances: count, maxBackups: -1 },
    dds: { moreInstances: count },
    geminidb: { moreInstances: count, manualBackupQuota: 0 },
  };
}
