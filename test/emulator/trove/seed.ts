import type { TroveWorld } from "./settings";
import type { Instance, Store } from "./store";

// the ids that identity's seed gives to project `demo` and to Rackspace's account, and to those of its other customer
const own = ["7f1d2c3b4a5968708f9e0d1c2b3a4958", "1234"];
const foreign = ["8e2c1d4f5b6a47938d7c6b5a49382716", "5678"];
const createdAt = Date.UTC(2026, 0, 1);

type Row = [id: string, name: string, serverStatus: Instance["serverStatus"], projectIds: readonly string[]];

const rows: Row[] = [
  ["d4603f69-ec7e-4e9b-803f-600b9205576f", "db-one", "ACTIVE", own],
  ["44b277eb-39be-4921-be31-3d61b43651d7", "db-two", "ACTIVE", own],
  ["33333333-3333-4333-8333-333333333333", "db-three", "ACTIVE", own],
  ["bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb", "db-building", "BUILD", own],
  ["cccccccc-cccc-4ccc-8ccc-cccccccccccc", "db-shutoff", "SHUTOFF", own],
  ["eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee", "db-foreign", "ACTIVE", foreign],
];

const instances = rows.map(([id, name, serverStatus, projectIds], index): Instance => {
  return { id, name, serverStatus, projectIds, createdAt: createdAt + index * 1000 };
});

/** The one datastore that there is. */
export const datastore = {
  id: "a00000a0-00a0-4a00-80a0-000a000000aa",
  type: "mysql",
  version: "8.0",
  versionId: "b00000b0-00b0-4b00-80b0-000b000000bb",
};

function copies(count: number): Instance[] {
  return Array.from({ length: count }, (_, index): Instance => {
    const id = `44444444-4444-4444-8444-44444444${`${index + 1}`.padStart(4, "0")}`;
    return { id, name: `db-${index + 1}`, serverStatus: "ACTIVE", projectIds: own, createdAt };
  });
}

export function seed({ settings }: TroveWorld): Store {
  return {
    instances: new Map([...instances, ...copies(settings.moreInstances)].map((each) => [each.id, { ...each }])),
    backups: new Map(),
    strategies: [],
    used: new Map(),
    buckets: new Map(),
    leftObjects: [],
  };
}
