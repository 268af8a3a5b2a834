import type { Backup, Instance, Status, Store } from "../../emulator/trove/store";
import { oddOf } from "./odd";

const STATUS: Record<string, string> = {
  completed: "COMPLETED",
  failed: "FAILED",
  building: "BUILDING",
  mystery: "ON_HOLD",
};

/** Adds instances and backups of a project to the seed of Trove. Every fifth backup is incremental, of the one before. */
export function fillTrove(store: Store, projectId: string, count: number): void {
  const idOf = (first: string, nth: number) =>
    oddOf(nth).capitals(`${first}-aaaa-4bbb-8ccc-${`${nth}`.padStart(12, "0")}`);
  const instances = Math.ceil(count / 5);
  for (let nth = 0; nth < instances; nth++) {
    const { name, at } = oddOf(nth);
    const id = idOf("f111ed00", nth);
    const instance: Instance = { id, name, serverStatus: "ACTIVE", projectIds: [projectId], createdAt: at };
    (store.instances as Map<string, Instance>).set(id, instance);
  }
  for (let nth = 0; nth < count; nth++) {
    const { name, description, state, size, at, isAutomated } = oddOf(nth);
    const id = idOf("bacced00", nth);
    const parentId = nth % 5 === 4 ? idOf("bacced00", nth - 1) : null;
    store.backups.set(id, {
      ...{ id, description, projectId, size, parentId, isAutomated, status: STATUS[state] as Status },
      name: (nth % 13 === 12 ? null : name) as string,
      instanceId: nth % 17 === 16 ? null : idOf("f111ed00", nth % instances),
      ...{ isIncremental: parentId !== null, storageDriver: "swift", container: null, location: null },
      ...{ createdAt: at, updatedAt: at },
    } satisfies Backup);
  }
}
