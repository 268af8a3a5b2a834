import assert from "node:assert/strict";
import { examplePlan } from "../../example-plan";
import { useEmulator } from "../../use-emulator";

const path = "/organizations/5/servers/15/backups";
const instantBody = { ...examplePlan, name: "before-upgrade", automatic_backup: 0, schedule: null };

describe("emulator: ServerAvatar plans", () => {
  const { control, serveravatar, urls } = useEmulator();
  const state = async () => (await control("GET", "/state")).body.serveravatar;
  const settings = (serveravatar: object) => control("POST", "/settings", { serveravatar });
  const create = (changes = {}) => serveravatar("POST", path, { ...examplePlan, ...changes });
  const update = (changes = {}, id = 21) => serveravatar("PATCH", `${path}/${id}`, { ...examplePlan, ...changes });

  it("POST …/backups answers without an id", async () => {
    const answer = await create();
    assert.deepEqual([answer.status, answer.body], [200, { message: "Backup plan created successfully." }]);
  });

  it("POST …/backups takes a token with Bearer too, and 401 for any other", async () => {
    const post = (authorization: string) => serveravatar("POST", path, examplePlan, { authorization });
    assert.equal((await post("Bearer emulator-token")).status, 200);
    const refused = await post("wrong");
    assert.deepEqual([refused.status, refused.body], [401, { message: "Unauthenticated." }]);
  });

  it('POST …/backups takes booleans as true, 1 and "1"', async () => {
    for (const automatic_backup of [true, 1, "1"]) assert.equal((await create({ automatic_backup })).status, 200);
    assert.equal((await create({ automatic_backup: "yes" })).status, 422);
  });

  it("POST …/backups with nothing in it is 422 with every missing field", async () => {
    const { status, body } = await serveravatar("POST", path, {});
    assert.equal(status, 422);
    assert.equal(body.message, "The provider field is required. (and 4 more errors)");
    const missing = ["provider", "cloud_storage_provider_id", "automatic_backup", "type", "application_id"];
    assert.deepEqual(Object.keys(body.errors), missing);
  });

  const dependent: [field: string, changes: object][] = [
    ["schedule", { schedule: null }],
    ["retention_period", { provider: "serveravatar", cloud_storage_provider_id: 12, retention_period: "" }],
    ["start_backup", { start_backup_from_now: false }],
    ["start_backup", { start_backup_from_now: 0, start_backup: "13.07.2030" }],
    ["application_extension", { application_extension: null }],
    ["application_extension", { application_extension: ".zip" }],
    ["database_extension", { type: "database", database_extension: undefined }],
  ];
  for (const [field, changes] of dependent) {
    it(`POST …/backups is 422 on ${field} for ${JSON.stringify(changes)}`, async () => {
      const { status, body } = await create(changes);
      assert.deepEqual([status, Object.keys(body.errors)], [422, [field]]);
    });
  }

  const refusals: [status: number, message: string, changes: object][] = [
    [404, "Application not found!", { application_id: 5246 }],
    [404, "Cloud storage Provider not found!", { cloud_storage_provider_id: 20 }],
    [404, "Cloud storage Provider not found!", { cloud_storage_provider_id: 11 }],
    [404, "Database not found!", { database_id: 5223 }],
    [500, "Invalid schedule!", { schedule: "Every Minute" }],
    [500, "Invalid retention period!", { retention_period: "5 Months" }],
    [500, "Start from choose future date!", { start_backup_from_now: 0, start_backup: "2023-07-13 17:49" }],
  ];
  for (const [status, message, changes] of refusals) {
    it(`POST …/backups is ${status} "${message}" for ${JSON.stringify(changes)}`, async () => {
      const answer = await create(changes);
      assert.deepEqual([answer.status, answer.body], [status, { message }]);
      assert.equal((await state()).plans.length, 0);
    });
  }

  it("POST …/backups is 404 for an organization or server of another account", async () => {
    const post = async (where: string) => (await serveravatar("POST", where, examplePlan)).body.message;
    assert.equal(await post("/organizations/6/servers/16/backups"), "Organization not found!");
    assert.equal(await post("/organizations/5/servers/16/backups"), "Server not found!");
    assert.equal(await post("/organizations/5/servers/11/backups"), "Server not found!");
  });

  it("POST …/backups starts an instant backup, which keeps its name", async () => {
    const { body } = await serveravatar("POST", path, instantBody);
    assert.deepEqual(body, { message: "Backup Process has been started successfully!" });
    const [row] = (await serveravatar("GET", "/organizations/5/backups")).body.data;
    assert.deepEqual(row.backup_configuration, { id: 21, name: "before-upgrade" });
  });

  it("POST …/backups refuses an instant backup when the disk is full", async () => {
    await settings({ diskFull: true });
    const { status, body } = await serveravatar("POST", path, instantBody);
    assert.equal(status, 500);
    assert.match(body.message, /^Instant Backup is failed because you do not have enough disk space/);
  });

  it("POST …/backups makes a second plan when sent twice", async () => {
    await create();
    await create();
    assert.equal((await state()).plans.length, 2);
  });

  it("POST …/backups takes a form, too", async () => {
    const fields = Object.entries(examplePlan).map(([key, value]) => [key, String(value ?? "")]);
    const answer = await fetch(urls().serveravatar + path, {
      method: "POST",
      headers: { authorization: "emulator-token" },
      body: new URLSearchParams(Object.fromEntries(fields)),
    });
    assert.equal(answer.status, 200);
    assert.equal((await state()).plans[0].application_id, 4246);
  });

  it("PATCH …/backups/{id} replaces the plan and its schedule", async () => {
    await create();
    const answer = await update({ schedule: "Every Day", provider: "amazon_s3", cloud_storage_provider_id: 11 });
    assert.deepEqual([answer.status, answer.body], [200, { message: "Backup plan updated successfully." }]);
    const [plan] = (await state()).plans;
    assert.deepEqual([plan.schedule, plan.provider, plan.cloud_storage_provider_id], ["Every Day", "amazon_s3", 11]);
  });

  it("PATCH …/backups/{id} is 404 for a plan or storage that is not there", async () => {
    await create();
    assert.equal((await update({}, 99)).body.message, "Backup schedule not found.");
    const answer = await update({ cloud_storage_provider_id: 99 });
    assert.deepEqual([answer.status, answer.body.message], [404, "Cloud storage provider not found."]);
  });

  it("PATCH …/backups/{id} is 500 for a start that has passed or another application", async () => {
    await create();
    const passed = await update({ start_backup_from_now: false, start_backup: "2023-07-13 17:49" });
    assert.deepEqual([passed.status, passed.body.message], [500, "Start from choose future date!"]);
    assert.equal((await update({ application_id: 4247 })).body.message, "Something went wrong.");
  });

  it("PATCH …/backups/{id} without automatic_backup stops the plan", async () => {
    await create();
    await update({ automatic_backup: 0 });
    await control("POST", "/time", { advance: "P1D" });
    const { plans, runs } = await state();
    assert.deepEqual([plans[0].automatic_backup, plans[0].next_backup_at, runs.length], [false, null, 1]);
    await update();
    assert.equal((await state()).runs.length, 2);
  });

  it("DELETE …/backups/{id} is not documented: 405, or as the settings say", async () => {
    await create();
    const remove = () => serveravatar("DELETE", `${path}/21`);
    const refused = await remove();
    assert.deepEqual([refused.status, refused.headers.get("allow")], [405, "PATCH"]);
    await settings({ undocumentedDelete: "not-found" });
    assert.equal((await remove()).status, 404);
    await settings({ undocumentedDelete: "works" });
    assert.equal((await remove()).status, 200);
    assert.equal((await control("GET", "/counts")).body.serveravatar.plans, 0);
  });

  it("PUT …/backups is 405 and names the methods that are there", async () => {
    const { status, body } = await serveravatar("PUT", path, {});
    assert.equal(status, 405);
    assert.match(body.message, /^The PUT method is not supported for route .* Supported methods: POST\.$/);
  });
});
