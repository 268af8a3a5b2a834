import assert from "node:assert/strict";
import { useEmulator } from "../use-emulator";

const project = "0549b4a43100d4f32f51c01c2fe4acdb";
const mysql = "d8e6ca5a624745bcb546a227aa3ae1cfin01";
const other = "e9f7db6b735856cdc657b338bb4bf2d0in01";
const sqlserver = "fa08ec7c846967ded768c449cc5c03e1in01";
const replica = "0b19fd8d957a78efe879d55add6d14f2in01";
const backups = `/v3/${project}/backups`;
const policy = `/v3/${project}/instances/${mysql}/backups/policy`;

describe("emulator: RDS", () => {
  const { control, to } = useEmulator();
  const rds = to("rds");
  const settings = (values: object) => control("POST", "/settings", { rds: values });
  const advance = (by: unknown) => control("POST", "/time", { advance: by });
  const create = (fields: object) => rds("POST", backups, { instance_id: mysql, ...fields });
  const list = (query: string) => rds("GET", `${backups}?${query}`);
  const codeOf = ({ status, body }: { status: number; body: { error_code?: string } }) =>
    `${status} ${body.error_code}`;

  it("POST …/backups: 200 with the backup and no job; a row of the list has no description", async () => {
    await settings({ buildSeconds: 60 });
    const { status, body } = await create({ name: "backupDemo", description: "This is a description" });
    const { id, begin_time, ...rest } = body.backup;
    assert.match(begin_time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    const words = { status: "BUILDING", type: "manual" };
    assert.deepEqual(
      [status, Object.keys(body), rest],
      [200, ["backup"], { instance_id: mysql, name: "backupDemo", description: "This is a description", ...words }],
    );
    assert.equal(codeOf(await create({ name: "second" })), "409 DBS.200019");
    await advance(61);
    const { backups: rows } = (await list(`instance_id=${mysql}&backup_id=${id}`)).body;
    const documented = "id name type size status begin_time end_time datastore instance_id".split(" ");
    assert.deepEqual(Object.keys(rows[0]), documented);
    assert.deepEqual([rows[0].status, rows[0].datastore.type], ["COMPLETED", "MySQL"]);
    assert.match(rows[0].end_time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/);
  });

  it("POST …/backups refuses by every rule, with the code and status of RDS' table", async () => {
    await create({ name: "taken" });
    const refused: [object, string][] = [
      [{ name: "abc" }, "400 DBS.280277"],
      [{ name: "right", description: "no <tags>" }, "400 DBS.280127"],
      [{ name: "right", instance_id: "unknown" }, "404 DBS.200002"],
      [{ name: "right", instance_id: replica }, "400 DBS.200004"],
      [{ name: "right", databases: [{ name: "shop" }] }, "400 DBS.280128"],
      [{ name: "right", databases: [{}] }, "400 DBS.200001"],
      [{ name: "taken", instance_id: other }, "409 DBS.201201"],
    ];
    for (const [fields, code] of refused) assert.equal(codeOf(await create(fields)), code, JSON.stringify(fields));
    const partial = await create({ name: "partial", instance_id: sqlserver, databases: [{ name: "shop" }] });
    assert.deepEqual(partial.body.backup.databases, [{ name: "shop" }]);
  });

  it("GET …/backups wants the instance, and lists that one alone, in either order", async () => {
    assert.equal(codeOf(await list("")), "400 DBS.200001");
    await settings({ buildSeconds: 0 });
    for (const name of ["first", "second"]) await create({ name });
    await create({ name: "elsewhere", instance_id: other });
    const names = async () => {
      const { body } = await list(`instance_id=${mysql}&backup_type=manual`);
      return body.backups.map(({ name }: { name: string }) => name);
    };
    assert.deepEqual(await names(), ["second", "first"]);
    await settings({ listOrder: "oldest first" });
    assert.deepEqual(await names(), ["first", "second"]);
    await settings({ deletedInstances: [mysql] });
    assert.equal((await names()).length, 2, "manual backups stay");
    await settings({ deletedInstanceInList: "refused" });
    assert.equal(codeOf(await list(`instance_id=${mysql}`)), "404 DBS.200002");
  });

  it("DELETE …/backups/{id}: 200 with no body, then 404 DBS.201010", async () => {
    await settings({ buildSeconds: 0 });
    const { id } = (await create({ name: "going" })).body.backup;
    assert.equal((await rds("DELETE", `${backups}/${id}`)).status, 200);
    await advance(1);
    assert.equal(codeOf(await rds("DELETE", `${backups}/${id}`)), "404 DBS.201010");
  });

  it("PUT …/backups/policy: 200 with no body; it cannot be turned off, and any days go with any retention", async () => {
    const put = (over: object) =>
      rds("PUT", policy, { backup_policy: { keep_days: 7, start_time: "19:00-20:00", period: "1,2", ...over } });
    const refused: [object, string][] = [
      [{ keep_days: 0 }, "400 DBS.280250"],
      [{ keep_days: 733 }, "400 DBS.280250"],
      [{ start_time: "19:10-20:10" }, "400 DBS.201103"],
      [{ period: "" }, "400 DBS.201101"],
      [{ period: "1,8" }, "400 DBS.201101"],
    ];
    for (const [over, code] of refused) assert.equal(codeOf(await put(over)), code, JSON.stringify(over));
    assert.equal((await put({ keep_days: 1, start_time: "08:15-09:15" })).status, 200);
    assert.deepEqual((await rds("GET", policy)).body, {
      backup_policy: { keep_days: 1, start_time: "08:15-09:15", period: "1,2" },
    });
  });

  it("GET …/instances: ACTIVE, or what is done to it", async () => {
    const show = async () => (await rds("GET", `/v3/${project}/instances?id=${mysql}`)).body.instances[0];
    const { status, type, datastore } = await show();
    assert.deepEqual([status, type, datastore.type], ["ACTIVE", "Ha", "MySQL"]);
    await settings({ buildSeconds: 60 });
    await create({ name: "running" });
    assert.equal((await show()).status, "BACKING UP");
  });
});
