import assert from "node:assert/strict";
import { useEmulator } from "../use-emulator";

const project = "0549b4a43100d4f32f51c01c2fe4acdb";
const instance = "a89dab5e39394eccbdb77b19d57b0180in02";
const other = "b90ebc6f4a4a5fddcec88c20e68c1291in02";
const backups = `/v3/${project}/backups`;

describe("emulator: DDS", () => {
  const { control, to } = useEmulator();
  const dds = to("dds");
  const settings = (values: object) => control("POST", "/settings", { dds: values });
  const advance = (by: unknown) => control("POST", "/time", { advance: by });
  const create = (fields: object) => dds("POST", backups, { backup: { instance_id: instance, ...fields } });
  const list = async (query = "") => (await dds("GET", `${backups}${query}`)).body;
  const job = (id: string) => dds("GET", `/v3/${project}/jobs?id=${id}`);
  const codeOf = (answer: { status: number; body: { error_code?: string } }) =>
    `${answer.status} ${answer.body.error_code}`;

  it("POST …/backups: 200, job_id and backup_id; the list has exactly the documented fields", async () => {
    await settings({ buildSeconds: 60 });
    const { status, body } = await create({ name: "mybackup1", description: "The first Manual backup" });
    assert.deepEqual([status, Object.keys(body)], [200, ["job_id", "backup_id"]]);
    assert.match(body.backup_id, /^[0-9a-f]{32}br02$/);
    const [building] = (await list(`?backup_id=${body.backup_id}`)).backups;
    assert.deepEqual([building.status, building.end_time, building.size], ["BUILDING", null, 0]);
    await advance(61);
    const [done] = (await list(`?backup_id=${body.backup_id}`)).backups;
    const documented =
      "id name instance_id instance_name datastore type begin_time end_time status size description".split(" ");
    assert.deepEqual(Object.keys(done), documented);
    assert.deepEqual([done.status, done.type, done.size], ["COMPLETED", "Manual", 2803]);
    assert.match(done.end_time, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  });

  it("POST …/backups refuses by every rule, with the code of the table", async () => {
    const refused: [object, string][] = [
      [{ name: "abc" }, "400 DBS.280277"],
      [{ name: "1abc" }, "400 DBS.280277"],
      [{ name: `a${"b".repeat(64)}` }, "400 DBS.280277"],
      [{ name: "with space" }, "400 DBS.280277"],
      [{}, "400 DBS.280277"],
      [{ name: "right", description: "no <tags>" }, "400 DBS.280127"],
      [{ name: "right", description: "two\nlines" }, "400 DBS.280127"],
      [{ name: "right", description: "x".repeat(257) }, "400 DBS.280127"],
      [{ name: "right", instance_id: "unknown" }, "404 DBS.200002"],
      [{ name: "right", instance_id: "" }, "400 DBS.280404"],
    ];
    for (const [fields, code] of refused) assert.equal(codeOf(await create(fields)), code, JSON.stringify(fields));
    assert.equal(codeOf(await dds("POST", backups, { name: "right" })), "400 DBS.200001");
    assert.equal((await list()).total_count, 0);
    assert.equal((await create({ name: "A-z_9", description: "x".repeat(256) })).status, 200);
  });

  it("POST …/backups refuses a name that is taken in the project, whatever the instance", async () => {
    await create({ name: "taken" });
    assert.equal(codeOf(await create({ name: "taken", instance_id: other })), "400 DBS.201201");
    assert.equal((await create({ name: "Taken", instance_id: other })).status, 200);
  });

  it("POST …/backups while a backup of the instance runs is busy; status and code can be set", async () => {
    await settings({ buildSeconds: 60 });
    await create({ name: "first" });
    assert.equal(codeOf(await create({ name: "second" })), "403 DBS.200019");
    await settings({ busyCode: "DBS.200047", busyStatus: 409 });
    assert.equal(codeOf(await create({ name: "second" })), "409 DBS.200047");
    assert.equal((await create({ name: "second", instance_id: other })).status, 200);
    await advance(61);
    assert.equal((await create({ name: "third" })).status, 200);
  });

  it("GET …/instances shows what is going on, and such an instance is busy", async () => {
    const show = async () => (await dds("GET", `/v3/${project}/instances?id=${instance}`)).body;
    const idle = await show();
    assert.deepEqual([idle.total_count, idle.instances[0].status, idle.instances[0].actions], [1, "normal", []]);
    assert.deepEqual(idle.instances[0].backup_strategy, { start_time: "01:00-02:00", keep_days: 7 });
    await settings({ busyInstances: { [instance]: "REBOOT" } });
    assert.deepEqual((await show()).instances[0].actions, ["REBOOT"]);
    assert.equal(codeOf(await create({ name: "right" })), "403 DBS.200019");
    await settings({ busyInstances: {}, instanceStatus: { [instance]: "abnormal" } });
    assert.equal((await show()).instances[0].status, "abnormal");
    assert.equal(codeOf(await create({ name: "right" })), "403 DBS.200019");
    const named = async (name: string) => (await dds("GET", `/v3/${project}/instances?name=${name}`)).body.total_count;
    assert.deepEqual([await named("dds-events"), await named("dds"), await named("*dds")], [1, 0, 3]);
  });

  it("GET …/jobs is one object: unknown at first, then running, then completed, unknown after a month", async () => {
    await settings({ buildSeconds: 100, jobVisibleAfterSeconds: 5 });
    const { body } = await create({ name: "right" });
    assert.equal(codeOf(await job(body.job_id)), "400 DBS.200543");
    await advance(60);
    const running = (await job(body.job_id)).body.job;
    assert.deepEqual([running.status, running.progress, running.fail_reason], ["Running", "60%", null]);
    await advance(50);
    const done = (await job(body.job_id)).body.job;
    const documented = "id name status created ended progress instance fail_reason".split(" ");
    assert.deepEqual(Object.keys(done), documented);
    assert.deepEqual([done.status, done.progress, done.instance.id], ["Completed", "", instance]);
    assert.equal(Date.parse(done.ended) - Date.parse(done.created), 100_000);
    await advance({ days: 30 });
    assert.equal(codeOf(await job(body.job_id)), "400 DBS.200543");
    assert.equal(codeOf(await dds("GET", `/v3/${project}/jobs`)), "400 DBS.200001");
  });

  it("failNext.backup: the backup is FAILED, and its job says why", async () => {
    await settings({ buildSeconds: 1, failNext: { backup: 1 }, failReason: "Disk full." });
    const { body } = await create({ name: "failing" });
    await advance(2);
    assert.equal((await list()).backups[0].status, "FAILED");
    const { status, fail_reason } = (await job(body.job_id)).body.job;
    assert.deepEqual([status, fail_reason], ["Failed", "Disk full."]);
  });

  it("failNext: create, busy, systemBusy, unknownJob", async () => {
    await settings({ failNext: { create: 1, busy: 1, systemBusy: 1, unknownJob: 1 }, jobVisibleAfterSeconds: 0 });
    const codes = [];
    for (let turn = 0; turn < 3; turn++) codes.push(codeOf(await create({ name: "right" })));
    assert.deepEqual(codes, ["500 DBS.280005", "400 DBS.200998", "403 DBS.200019"]);
    const { body } = await create({ name: "right" });
    assert.equal(codeOf(await job(body.job_id)), "400 DBS.200543");
    assert.equal((await job(body.job_id)).status, 200);
  });

  it("DELETE …/backups/{id}: 200 with a job, DISABLED for a while, then gone", async () => {
    await settings({ deleteSeconds: 10, jobVisibleAfterSeconds: 0 });
    const { body } = await create({ name: "right" });
    const path = `${backups}/${body.backup_id}`;
    assert.equal(codeOf(await dds("DELETE", path)), "403 DBS.200019");
    await advance(1);
    const deletion = await dds("DELETE", path);
    assert.deepEqual([deletion.status, Object.keys(deletion.body)], [200, ["job_id"]]);
    assert.equal((await list()).backups[0].status, "DISABLED");
    assert.equal(codeOf(await dds("DELETE", path)), "400 DBS.201204");
    assert.equal(codeOf(await create({ name: "right" })), "400 DBS.201201");
    await advance(11);
    assert.deepEqual(await list(), { backups: [], total_count: 0 });
    assert.equal((await job(deletion.body.job_id)).body.job.status, "Completed");
    assert.equal(codeOf(await dds("DELETE", path)), "400 DBS.201214");
    await settings({ notFoundCode: "DBS.280124", unknownBackupInList: "refused" });
    assert.equal(codeOf(await dds("DELETE", path)), "400 DBS.280124");
    assert.equal(codeOf(await dds("GET", `${backups}?backup_id=${body.backup_id}`)), "400 DBS.280124");
  });

  it("DELETE …/backups/{id} can be refused for a restoration, fail, or have a job that is never shown", async () => {
    await settings({ deletionJobsVisible: false, failNext: { restoring: 1, deletion: 1 } });
    const { body } = await create({ name: "right" });
    const path = `${backups}/${body.backup_id}`;
    await advance(1);
    assert.equal(codeOf(await dds("DELETE", path)), "400 DBS.201319");
    assert.equal((await dds("DELETE", path)).status, 200);
    await advance(1);
    assert.equal((await list()).backups[0].status, "COMPLETED");
    const { job_id } = (await dds("DELETE", path)).body;
    await advance(1);
    assert.equal(codeOf(await job(job_id)), "400 DBS.200543");
    assert.equal((await list()).total_count, 0);
  });
});
