import { newInstance } from "../../emulator/otc/seed";
import type { Backup, Instance, Policy, Store } from "../../emulator/otc/store";
import { type Odd, oddOf } from "./odd";

const POLICIES: readonly Policy[] = [
  { keepDays: 0, startTime: "", period: [] },
  { keepDays: 35, startTime: "23:00-00:00", period: [1, 7] },
  { keepDays: 1, startTime: "01:00-02:00", period: [1, 2, 3, 4, 5, 6, 7] },
  // No page of the vendor allows this minute.
  { keepDays: 7, startTime: "01:10-02:10", period: [1, 2, 3, 4, 5, 6, 7] },
];

/** Adds instances of the first one's project, with policies, and backups of them, to the seed of DDS, GeminiDB or RDS. */
export function fillOtc(store: Store, count: number): void {
  const { id, projectId, mode, version, datastore } = store.instances[0]!;
  const suffix = id.slice(-4);
  const added = Array.from({ length: Math.ceil(count / 5) }, (_, nth): Instance => {
    const { name, capitals } = oddOf(nth);
    const plain = `f111ed0000000000000000000000${`${nth}`.padStart(4, "0")}${suffix}`;
    const made = newInstance({ id: capitals(plain), projectId, name, mode, version, ...(datastore && { datastore }) });
    return { ...made, policy: POLICIES[nth % POLICIES.length]! };
  });
  (store.instances as Instance[]).push(...added);
  for (let nth = 0; nth < count; nth++) {
    const backup = backupOf(oddOf(nth), added[nth % added.length]!, store.dialect.idSuffix);
    store.backups.set(backup.id, backup);
  }
}

function backupOf(odd: Odd, instance: Instance, suffix: string): Backup {
  const { nth, name, state, at, capitals, isAutomated } = odd;
  return {
    id: capitals(`bacced0000000000000000000000${`${nth}`.padStart(4, "0")}br${suffix}`),
    ...{ instance, name, description: odd.description as string, databaseTables: [] },
    ...{ type: isAutomated ? "Auto" : "Manual", state: state as Backup["state"], isDeleting: nth % 25 === 24 },
    ...{ beginTime: at, endTime: state === "completed" && nth % 2 === 0 ? at + 60_000 : undefined },
    size: odd.size as number,
  };
}
