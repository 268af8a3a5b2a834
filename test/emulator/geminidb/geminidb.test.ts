import assert from "node:assert/strict";
import { useEmulator } from "../use-emulator";

const project = "054e292c9880d4992f02c0196d3ea468";
const instance = "a4d8ea2584e047439a667703c0684119in06";
const ofInstance = `/v3/${project}/instances/${instance}/backups`;

describe("emulator: GeminiDB", () => {
  const { control, to } = useEmulator();
  const geminidb = to("geminidb");
  const settings = (values: object) => control("POST", "/settings", { geminidb: values });
  const advance = (by: unknown) => control("POST", "/time", { advance: by });
  const create = (fields: object) => geminidb("POST", ofInstance, fields);
  const list = async (query = "", version = "v4") =>
    (await geminidb("GET", `/${version}/${project}/backups${query}`)).body;
  const codeOf = (answer: { status: number; body: { error_code?: string } }) =>
    `${answer.status} ${answer.body.error_code}`;

  it("POST …/instances/{id}/backups: 202; the lists have exactly the documented fields", async () => {
    const { status, body } = await create({ name: "backup-4f57", description: "manual backup" });
    assert.deepEqual([status, Object.keys(body)], [202, ["job_id", "backup_id"]]);
    await advance(1);
    const { total_count, backups } = await list(`?backup_id=${body.backup_id}`);
    const documented =
      "id description instance_id instance_name datastore name type size status begin_time end_time database_tables";
    assert.deepEqual(Object.keys(backups[0]), documented.split(" "));
    assert.deepEqual([total_count, backups[0].status, backups[0].type], [1, "COMPLETED", "Manual"]);
    assert.match(backups[0].end_time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/);
    assert.equal("deletable" in (await list("", "v3.1")).backups[0], true);
  });

  it("POST …/instances/{id}/backups wants a description on Open Telekom Cloud, not on Huawei Cloud", async () => {
    assert.equal(codeOf(await create({ name: "backup" })), "400 DBS.280040");
    assert.equal(codeOf(await create({ name: "bad", description: "" })), "400 DBS.280277");
    assert.equal((await create({ name: "empty", description: "" })).status, 202);
    await advance(1);
    await settings({ flavour: "huawei" });
    assert.equal((await create({ name: "without" })).status, 202);
  });

  it("POST …/instances/{id}/backups of tables is listed under type=DatabaseTable alone", async () => {
    await settings({ flavour: "huawei" });
    const database_tables = [{ database_name: "shop", table_names: ["orders"] }];
    const { body } = await create({ name: "tables", database_tables });
    assert.equal((await list(`?backup_id=${body.backup_id}`)).total_count, 0);
    const { backups } = await list(`?backup_id=${body.backup_id}&type=DatabaseTable`);
    assert.deepEqual(backups[0].database_tables, database_tables);
  });

  it("POST …/instances/{id}/backups of one too many is refused", async () => {
    await settings({ manualBackupQuota: 2, buildSeconds: 0 });
    const statuses = [];
    for (const name of ["first", "second", "third"]) statuses.push((await create({ name, description: "" })).status);
    assert.deepEqual(statuses, [202, 202, 400]);
  });

  it("the same instance id in another project has backups of its own", async () => {
    await create({ name: "same-name", description: "" });
    const elsewhere = `/v3/0549b4a43100d4f32f51c01c2fe4acdb/instances/${instance}/backups`;
    assert.equal((await geminidb("POST", elsewhere, { name: "same-name", description: "" })).status, 202);
    assert.equal((await list()).total_count, 1);
  });

  it("GET …/jobs is a list, and 400 for an unknown id", async () => {
    await settings({ jobVisibleAfterSeconds: 0 });
    const { body } = await create({ name: "right", description: "" });
    await advance(1);
    const { body: answer } = await geminidb("GET", `/v3/${project}/jobs?id=${body.job_id}`);
    assert.equal(answer.total_count, 1);
    const documented = "id name status start_time end_time progress instance fail_reason".split(" ");
    assert.deepEqual(Object.keys(answer.jobs[0]), documented);
    assert.deepEqual([answer.jobs[0].name, answer.jobs[0].fail_reason], ["BackupInstance", ""]);
    assert.equal((await geminidb("GET", `/v3/${project}/jobs?status=Running`)).body.total_count, 0);
    assert.equal(codeOf(await geminidb("GET", `/v3/${project}/jobs?id=unknown`)), "400 DBS.200543");
    assert.equal(codeOf(await geminidb("GET", `/v3/${project}/jobs?limit=30`)), "400 DBS.280439");
  });

  it("DELETE …/backups/{id}: 202 with a job, DELETING for a while, then gone", async () => {
    await settings({ deleteSeconds: 10 });
    const { body } = await create({ name: "right", description: "" });
    await advance(1);
    const path = `/v3/${project}/backups/${body.backup_id}`;
    const deletion = await geminidb("DELETE", path);
    assert.deepEqual([deletion.status, Object.keys(deletion.body)], [202, ["job_id"]]);
    assert.equal((await list()).backups[0].status, "DELETING");
    await advance(11);
    assert.equal((await list()).total_count, 0);
    assert.equal(codeOf(await geminidb("DELETE", path)), "400 DBS.201214");
  });

  it("GET …/backups takes times with a zone, also with a plus sign that was not encoded", async () => {
    await create({ name: "right", description: "" });
    const [{ begin_time }] = (await list()).backups;
    const next = encodeURIComponent(begin_time);
    assert.equal((await list(`?begin_time=${next}&end_time=${next}`)).total_count, 1);
    assert.equal((await list(`?begin_time=${begin_time}&end_time=${begin_time}`)).total_count, 1);
    assert.equal((await list("?begin_time=2026-01-01T00:00:00Z&end_time=2026-01-02T00:00:00Z")).total_count, 0);
    assert.equal((await list("?datastore_type=mongodb")).error_code, "DBS.280347");
    assert.equal((await list("?type=Table")).error_code, "DBS.200001");
  });

  it("PUT …/backups/policy: 204; GET is 200 in v3.1 and 202 in v3", async () => {
    const put = (backup_policy: object) => geminidb("PUT", `${ofInstance}/policy`, { backup_policy });
    const { status, body } = await put({ keep_days: 35, start_time: "01:45-02:45", period: "1,2" });
    assert.deepEqual([status, body], [204, ""]);
    const shown = await geminidb("GET", `/v3.1/${project}/instances/${instance}/backups/policy?type=Instance`);
    assert.equal(shown.status, 200);
    assert.deepEqual(shown.body.backup_policy, {
      keep_days: 35,
      start_time: "01:45-02:45",
      period: "1,2",
      incremental_period: null,
      differential_period: null,
    });
    const old = await geminidb("GET", `${ofInstance}/policy`);
    assert.deepEqual([old.status, old.body.backup_policy.incremental_period], [202, "0"]);
    assert.equal((await put({ keep_days: 0 })).status, 204);
    assert.deepEqual((await geminidb("GET", `${ofInstance}/policy`)).body, { backup_policy: { keep_days: 0 } });
    await settings({ emptyPolicyWhenOff: true });
    assert.deepEqual((await geminidb("GET", `${ofInstance}/policy`)).body, {});
  });

  it("PUT …/backups/policy refuses with the codes of GeminiDB", async () => {
    const whole = { keep_days: 7, start_time: "01:00-02:00", period: "1" };
    const refused: [object, string][] = [
      [{ keep_days: 36 }, "DBS.201106"],
      [{ period: undefined }, "DBS.201101"],
      [{ keep_days: 1 }, "DBS.280251"],
      [{ start_time: "01:10-02:10" }, "DBS.280216"],
    ];
    const put = (change: object) => geminidb("PUT", `${ofInstance}/policy`, { backup_policy: { ...whole, ...change } });
    for (const [change, code] of refused) assert.equal(codeOf(await put(change)), `400 ${code}`);
    await settings({ flavour: "huawei" });
    assert.equal(codeOf(await put({ start_time: "01:15-02:15" })), "400 DBS.280216");
    assert.equal((await put({ start_time: "01:30-02:30" })).status, 204);
  });

  it("failNext.systemBusy is 500 here", async () => {
    await settings({ failNext: { systemBusy: 1 } });
    assert.equal(codeOf(await create({ name: "right", description: "" })), "500 DBS.200998");
  });

  it("turning the policy off stops an automated backup that runs; while it is on, one cannot be deleted", async () => {
    await control("POST", "/time", { set: "2028-05-01T00:30:00Z" });
    await settings({ automaticBackups: true, buildSeconds: 600 });
    const put = (backup_policy: object) => geminidb("PUT", `${ofInstance}/policy`, { backup_policy });
    await put({ keep_days: 7, start_time: "01:00-02:00", period: "1,2,3,4,5,6,7" });
    await control("POST", "/time", { set: "2028-05-01T01:05:00Z" });
    const own = async () => (await list(`?instance_id=${instance}&backup_type=Auto`)).backups;
    const [running] = await own();
    assert.equal(running.status, "BUILDING");
    assert.equal(codeOf(await geminidb("DELETE", `/v3/${project}/backups/${running.id}`)), "400 DBS.280042");
    await put({ keep_days: 0 });
    assert.deepEqual(await own(), []);
    assert.equal((await create({ name: "right", description: "" })).status, 202);
  });
});
