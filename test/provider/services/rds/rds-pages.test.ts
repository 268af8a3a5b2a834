import assert from "node:assert/strict";
import { ServiceError } from "../../../../provider/core/ground/errors";
import { isUnderWay, stuckIn } from "../../../../provider/services/otc/access/busy";
import { isInstanceBusy } from "../../../../provider/services/otc/access/errors";
import { ddsAndGeminidb } from "../../../../provider/services/otc/access/meanings";
import { meanings } from "../../../../provider/services/rds/meanings";
import { checked, owned, validOf } from "../../../kinds/asked";
import { ownerNamed } from "../../../with/host/host";
import { configFor, useHost } from "../../../with/host/use-host";
import { useRun } from "../../../with/host/with-host";

const MYSQL = `${validOf("rds:Backup").instanceId}`;

const STATUSES = {
  endless: ["CREATE FAIL", "FAILED", "FROZEN", "SHUTDOWN", "STORAGE FULL"],
  passing: ["MODIFYING", "REBOOTING", "RESTORING", "SWITCHOVER", "MIGRATING", "BACKING UP", "MODIFYING INSTANCE TYPE"],
};

describe("RDS as its pages have it", () => {
  const online = { "backup-plans:online": "true" };
  const { host, urls, control } = useHost({ settings: { buildSeconds: 0 } });
  const later = useRun(() => ({ config: { ...configFor(urls()), ...online } }));

  const create = async (over: object = {}) => {
    const { inputs, failures } = await host().check("rds:Backup", owned({ ...validOf("rds:Backup"), ...over }));
    assert.deepEqual(failures, []);
    return host().create("rds:Backup", inputs);
  };

  it("DBS.280214 is a backup that does not exist, and to DDS an invalid retention", () => {
    assert.ok(meanings.backupGone.has("DBS.280214"));
    assert.ok(!ddsAndGeminidb.backupGone.has("DBS.280214"));
    for (const code of ["DBS.280015", "DBS.200044", "DBS.201003", "DBS.200010", "DBS.200604"])
      assert.ok(!meanings.backupGone.has(code) && !meanings.instanceGone.has(code), code);
    const error = (code: string) => new ServiceError("words", 409, code, {});
    assert.deepEqual(
      ["DBS.201205", "DBS.200402", "DBS.200316"].map((code) => isInstanceBusy(meanings, error(code))),
      [true, "perhaps", false],
    );
  });

  it("only what ends by itself is waited for", () => {
    for (const status of STATUSES.endless) assert.equal(stuckIn(meanings, { id: "i", status }), status);
    for (const status of STATUSES.passing) {
      const instance = { id: "i", status };
      assert.deepEqual([stuckIn(meanings, instance), isUnderWay(meanings, instance)], [undefined, true], status);
    }
    for (const status of ["ACTIVE", "ODD"]) assert.equal(isUnderWay(meanings, { id: "i", status }), false);
  });

  it("a backup of single databases says so, and a refresh finds it", async () => {
    const over = { instanceId: "fa08ec7c846967ded768c449cc5c03e1in01", databases: [{ name: "shop" }, { name: "crm" }] };
    const { id, properties } = await create(over);
    assert.match(`${properties.summary}`, /^Once: backup of 2 databases of instance /);
    assert.equal((await later().read("rds:Backup", id, properties)).id, id);
    const __owner = ownerNamed("adopting");
    const adopted = (databases?: object[]) =>
      checked(later(), "rds:Backup", { ...over, databases, adopt: id, __owner });
    assert.deepEqual((await adopted([{ name: "crm" }, { name: "shop" }])).reasons, []);
    assert.match((await adopted([{ name: "crm" }])).reasons.join(), /databases \(there: crm, shop\)/);
    assert.match((await adopted()).reasons.join(), /databases \(there: crm, shop\)/);
  });

  it("a backup of another instance is not adopted, and the refusal says where was looked", async () => {
    const { id } = await create();
    const instanceId = "e9f7db6b735856cdc657b338bb4bf2d0in01";
    const { reasons } = await checked(later(), "rds:Backup", { instanceId, adopt: id });
    assert.match(reasons.join(), new RegExp(`adopt: RDS has no backup ${id} of instance ${instanceId}`));
  });

  describe("a manual backup whose instance is gone", () => {
    for (const deletedInstanceInList of ["listed", "refused"]) {
      it(`stays in state, and is deleted by its id, where its list is ${deletedInstanceInList}`, async () => {
        const { id, properties } = await create({ onDelete: "delete" });
        await control("POST", "/settings", { rds: { deletedInstances: [MYSQL], deletedInstanceInList } });
        const read = await later().read("rds:Backup", id, properties);
        assert.equal(read.id, id);
        assert.equal(read.properties.state, deletedInstanceInList === "listed" ? "ready" : "unknown");
        await later().delete("rds:Backup", id, properties);
        // Where no list shows it, nobody waits until it is gone.
        await control("POST", "/time", { advance: 1 });
        const { rds } = (await control("GET", "/state")) as { rds: { backups: { id: string }[] } };
        assert.ok(!rds.backups.some((each) => each.id === id));
        await control("POST", "/settings", { rds: { deletedInstances: [] } });
      });
    }
  });
});

describe("an RDS policy", () => {
  const { host, control } = useHost({ settings: { buildSeconds: 0, rds: { automaticBackups: true } } });
  const kind = "rds:BackupPolicy";
  const days = { keepDays: 7, startTime: "01:00-02:00", period: [1, 2, 3, 4, 5, 6, 7] };

  for (const listOrder of ["newest first", "oldest first"]) {
    it(`is healthy by its newest backup, where the list shows the ${listOrder}`, async () => {
      await control("POST", "/reset");
      await control("POST", "/settings", { rds: { listOrder } });
      const { inputs } = await host().check(kind, owned({ instanceId: MYSQL, ...days }));
      const { id, properties } = await host().create(kind, inputs);
      await control("POST", "/time", { advance: { days: 4 } });
      const { properties: read } = await host().read(kind, id, { ...properties, since: "2025-01-01T00:00:00Z" });
      assert.ok(Date.parse(`${read.lastBackupAt}`) > Date.now() + 2 * 86_400_000, `${read.lastBackupAt}`);
    });
  }
});

describe("an RDS policy that was off when it was taken over", () => {
  const { host, outside } = useHost();

  it("stays on when it leaves, and says why", async () => {
    const given = { instanceId: MYSQL, keepDays: 7, startTime: "01:00-02:00", period: [1, 2, 3, 4, 5, 6, 7] };
    const state = { ...given, onDelete: "restore", previousPolicy: { keepDays: 0 }, state: "ready" };
    await host().delete("rds:BackupPolicy", MYSQL, owned(state));
    const said = host().logs.map(({ message }) => message);
    assert.match(said.join(), /was off, and RDS lets nobody turn one off\. The policy stays as it is/);
    const path = `/v3/0549b4a43100d4f32f51c01c2fe4acdb/instances/${MYSQL}/backups/policy`;
    assert.equal((await outside().send("rds", "GET", path)).backup_policy.keep_days, 7);
  });
});
