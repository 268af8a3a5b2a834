import assert from "node:assert/strict";
import { examplePlan } from "../../example-plan";
import { useEmulator } from "../../use-emulator";

const path = "/organizations/5/servers/15/backups";
const list = "/organizations/5/backups";
const instantBody = { ...examplePlan, name: "now", automatic_backup: 0, schedule: null };
const ownStorage = { provider: "serveravatar", cloud_storage_provider_id: 12 };

describe("emulator: ServerAvatar runs", () => {
  const { control, serveravatar } = useEmulator();
  const settings = (serveravatar: object) => control("POST", "/settings", { serveravatar });
  const advance = (by: unknown) => control("POST", "/time", { advance: by });
  const setTime = (set: string) => control("POST", "/time", { set });
  const rows = async (page = 1) => (await serveravatar("GET", `${list}?page=${page}`)).body;
  const startsOfRuns = async () =>
    (await control("GET", "/state")).body.serveravatar.runs.map((run: { created_at: string }) => run.created_at);

  it("GET …/backups has exactly the documented fields", async () => {
    await serveravatar("POST", path, examplePlan);
    await advance(1);
    const [row] = (await rows()).data;
    const documented =
      "id backup_config_id organization_id server_id cloud_storage_provider_id application_id database_id backup_hash application_extension database_extension price application_size database_size total_application_size total_database_size status application_file_id database_file_id application_available_in_cloudstorage database_available_in_cloudstorage expires_at created_at updated_at deleted_at provider totalSize database application backup_configuration";
    assert.deepEqual(Object.keys(row), documented.split(" "));
    assert.deepEqual([row.status, row.server_id, row.totalSize], ["Completed", null, 73.94]);
    assert.deepEqual(row.backup_configuration, { id: 21, name: null });
  });

  it("GET …/backups shows a run first in progress, then at its end, by the clock alone", async () => {
    await settings({ buildSeconds: 60, failNext: { run: 1 } });
    await serveravatar("POST", path, instantBody);
    await serveravatar("POST", path, instantBody);
    const statuses = async () => (await rows()).data.map((row: { status: string }) => row.status);
    assert.deepEqual(await statuses(), ["In Progress", "In Progress"]);
    await advance(61);
    assert.deepEqual(await statuses(), ["Completed", "Failed"]);
  });

  it("GET …/backups pages by ten, newest first", async () => {
    await serveravatar("POST", path, examplePlan);
    await advance({ hours: 24, minutes: 1 });
    const first = await rows();
    assert.deepEqual([first.total, first.last_page, first.per_page, first.from, first.to], [25, 3, 10, 1, 10]);
    assert.equal(first.data[0].id, 5025);
    const last = await rows(3);
    assert.deepEqual([last.data.length, last.from, last.to, last.next_page_url], [5, 21, 25, null]);
    assert.ok(last.prev_page_url.endsWith("/organizations/5/backups?page=2"));
    const beyond = await rows(4);
    assert.deepEqual([beyond.data, beyond.from, beyond.to], [[], null, null]);
  });

  it("GET …/backups can be without runs of plans, or without unfinished ones", async () => {
    await settings({ showScheduledRuns: false, showUnfinishedInstant: false });
    await serveravatar("POST", path, examplePlan);
    await serveravatar("POST", path, instantBody);
    assert.equal((await rows()).total, 0);
    await advance(1);
    assert.deepEqual([(await rows()).total, (await rows()).data[0].backup_configuration.name], [1, "now"]);
  });

  it("POST …/backups with a declared start runs first at that time and then by its schedule", async () => {
    await setTime("2030-01-31T00:00:00Z");
    const start = { start_backup_from_now: false, start_backup: "2030-01-31 02:00", schedule: "Every Month" };
    await serveravatar("POST", path, { ...examplePlan, ...start });
    assert.equal((await rows()).total, 0);
    await setTime("2030-04-01T00:00:00Z");
    assert.deepEqual(await startsOfRuns(), ["2030-01-31 02:00:00", "2030-02-28 02:00:00", "2030-03-31 02:00:00"]);
  });

  it("POST …/backups reads the declared start in the zone of the settings", async () => {
    await setTime("2030-01-31T00:00:00Z");
    await settings({ timezone: "Asia/Kolkata" });
    const start = { start_backup_from_now: false, start_backup: "2030-01-31 06:00" };
    await serveravatar("POST", path, { ...examplePlan, ...start });
    await setTime("2030-01-31T01:00:00Z");
    assert.deepEqual(await startsOfRuns(), ["2030-01-31 00:30:00"]);
  });

  it("runs of several plans happen in the order of time", async () => {
    await setTime("2030-01-01T00:00:00Z");
    const start = (start_backup: string) => ({
      ...examplePlan,
      start_backup_from_now: false,
      start_backup,
      schedule: "Every Day",
    });
    await serveravatar("POST", path, start("2030-01-01 05:00"));
    await serveravatar("POST", path, start("2030-01-01 04:00"));
    await advance("P1D");
    const { runs } = (await control("GET", "/state")).body.serveravatar;
    assert.deepEqual(
      runs.map((run: { backup_config_id: number }) => run.backup_config_id),
      [22, 21],
    );
  });

  it("runs in the vendor's own storage expire by retention and have a price", async () => {
    await setTime("2030-01-31T00:00:00Z");
    await serveravatar("POST", path, { ...instantBody, ...ownStorage });
    await advance(1);
    const [row] = (await rows()).data;
    assert.match(row.expires_at, /^2030-02-28 00:00:\d\d$/);
    assert.ok(Math.abs(row.price - (73.94 / 1024) * 0.07) < 1e-9);
    await advance("P1M");
    assert.equal((await rows()).total, 0);
  });

  it("POST …/backups/destroy deletes finished backups by id, and refuses the rest", async () => {
    const destroy = (ids: unknown) => serveravatar("POST", `${list}/destroy`, { ids });
    await settings({ buildSeconds: 60 });
    await serveravatar("POST", path, instantBody);
    assert.equal((await serveravatar("POST", `${list}/destroy`, {})).status, 422);
    assert.equal((await destroy([5001])).body.message, "Backup not completed.");
    assert.equal((await destroy([21])).body.message, "Backup deletion process is failed!");
    await advance(60);
    const { status, body } = await destroy([5001]);
    assert.equal(status, 200);
    assert.equal(body.message, "Backup files successfully deleted from your cloud storage provider.");
    assert.equal((await rows()).total, 0);
  });

  it("GET …/backups/{id}/{type}/download answers a short-lived address", async () => {
    await serveravatar("POST", path, instantBody);
    await advance(1);
    const { body } = await serveravatar("GET", `${list}/5001/database/download`);
    assert.match(body.temporaryUrl, /\.sql\.gz\?X-Amz-Expires=60$/);
    assert.equal((await serveravatar("GET", `${list}/9/filesystem/download`)).body.message, "Backup not found!");
    assert.equal((await serveravatar("GET", `${list}/5001/photo/download`)).status, 404);
  });

  it("GET …/backups/{id}/restore changes state, though it is a GET", async () => {
    await serveravatar("POST", path, instantBody);
    await advance(1);
    const restore = () => serveravatar("GET", `${list}/5001/restore`);
    assert.equal((await restore()).body.message, "Application backup restored in progress.");
    assert.equal((await restore()).body.message, "Restore is already in progress.");
    assert.equal((await control("GET", "/counts")).body.serveravatar.restores, 1);
    const other = await serveravatar("POST", `${list}/5001/restore-to-another-server`, { server_id: 16 });
    assert.deepEqual([other.status, other.body.message], [404, "Server not found."]);
  });

  it("GET …/backups/archive/{type} and …/deleted-server tell what outlived its server", async () => {
    const archive = (await serveravatar("GET", `${list}/archive/application`)).body;
    assert.deepEqual([archive.per_page, archive.data[0].next_backup_at], [9, "2023-03-01 01:44:43"]);
    assert.equal((await serveravatar("GET", `${list}/deleted-server`)).body.servers[0].id, 11);
  });
});
