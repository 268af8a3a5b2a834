import assert from "node:assert/strict";
import { useEmulator } from "../use-emulator";
import { faultOf, nobody, one, two } from "../use-trove";

const GROUP = "130922a2-b9ab-4e95-86be-9c5d79171b5e";
const DAY = 86_400;

describe("emulator: schedules of Rackspace Cloud Databases", () => {
  const { control, to } = useEmulator();
  const call = (method: string, path: string, body?: unknown, account = "1234") =>
    to("rackspace")(method, `/v1.0/${account}${path}`, body, { "x-auth-token": "emulator-token" });
  const settings = (rackspace: object) => control("POST", "/settings", { rackspace });
  const page = { action: "backup", day_of_week: 0, hour: 14, instance_id: one, minute: 30 };
  const create = (over: object = {}) => call("POST", "/schedules", { schedule: { ...page, ...over } });
  const made = async (over: object = {}) => (await create(over)).body.schedule;
  const show = (id: string) => call("GET", `/schedules/${id}`);
  const advance = (seconds: number) => control("POST", "/time", { advance: seconds });

  /** The next start, as the emulator tells it, in seconds from now. */
  const untilNext = async (id: string) => {
    const now = Date.parse(`${(await show(id)).headers.get("date")}`);
    return (Date.parse(`${(await show(id)).body.schedule.next_run}Z`) - now) / 1000;
  };

  it("POST /v1.0/1234/schedules: the page's examples, 202 with all fields", async () => {
    const { status, body } = await create();
    assert.equal(status, 202);
    const { id, created, updated, next_run, ...told } = body.schedule;
    assert.match(id, /^[0-9a-f-]{36}$/);
    assert.equal(created, updated);
    assert.match(next_run, /^\d{4}-\d\d-\d\dT14:30:00$/);
    assert.equal(new Date(`${next_run}Z`).getUTCDay(), 0, "no incremental backup before the first full one");
    assert.deepEqual(told, {
      action: "backup",
      day_of_month: null,
      day_of_week: 0,
      full_backup_retention: null,
      hour: 14,
      instance_id: one,
      last_scheduled: null,
      minute: 30,
      month: null,
      running: 0,
      source: { id: one, type: "instance" },
    });
    assert.deepEqual((await made({ instance_id: two, copy_to: ["IAD", "ORD"] })).copy_to, ["IAD", "ORD"]);
  });

  it("POST /v1.0/1234/schedules: an HA group by its source", async () => {
    const { instance_id: _, ...group } = { ...page, source_id: GROUP, source_type: "ha" };
    const { status, body } = await call("POST", "/schedules", { schedule: group });
    assert.deepEqual([status, body.schedule.source, body.schedule.instance_id], [202, { id: GROUP, type: "ha" }, null]);
  });

  for (const [what, over, words] of [
    ["day 8", { day_of_week: 8 }, /day_of_week/],
    ["day -1", { day_of_week: -1 }, /day_of_week/],
    ["hour 24", { hour: 24 }, /hour/],
    ["minute 60", { minute: 60 }, /minute/],
    ["no hour", { hour: undefined }, /'hour' is a required property/],
    ["no action", { action: undefined }, /'action' is a required property/],
    ["no instance", { instance_id: undefined }, /'instance_id' is a required property/],
    ["a retention of 0", { full_backup_retention: 0 }, /full_backup_retention/],
    ["a copy to LON", { copy_to: ["LON"] }, /copy_to/],
  ] as const) {
    it(`POST /v1.0/1234/schedules: 400 for ${what}`, async () => {
      const [status, name, message] = faultOf(await create(over));
      assert.deepEqual([status, name], [400, "badRequest"]);
      assert.match(message, words);
    });
  }

  it("POST /v1.0/1234/schedules: takes the other side of each limit", async () => {
    assert.equal((await create({ day_of_week: 7, hour: 23, minute: 59, full_backup_retention: 1 })).status, 202);
    assert.equal((await create({ instance_id: two, day_of_week: 6, hour: 0, minute: 0 })).status, 202);
  });

  it("POST /v1.0/1234/schedules: 404 for an instance that is not there, 422 for a second schedule", async () => {
    assert.equal(faultOf(await create({ instance_id: nobody }))[0], 404);
    await create();
    assert.equal(faultOf(await create({ hour: 1 }))[0], 422);
  });

  it("GET /v1.0/1234/schedules: those of the account, as GET shows each", async () => {
    const first = await made();
    const second = await made({ instance_id: two });
    const { schedules } = (await call("GET", "/schedules")).body;
    assert.deepEqual(schedules, [first, second]);
    assert.deepEqual((await show(second.id)).body.schedule, second);
    assert.deepEqual((await call("GET", "/schedules", undefined, "5678")).body, { schedules: [] });
    assert.equal(faultOf(await show(nobody))[1], "itemNotFound");
  });

  it("GET: as the page's examples, without the source and the retention", async () => {
    const { id, source: _source, running: _running, full_backup_retention: _kept, ...told } = await made();
    await settings({ tellsAll: false });
    assert.deepEqual((await show(id)).body.schedule, { id, ...told });
  });

  it("PUT /v1.0/1234/schedules/{id}: 202 or 200 without a body; what is left out stays", async () => {
    const { id } = await made();
    const change = { day_of_week: 2, hour: 6, full_backup_retention: 4 };
    const { status, body } = await call("PUT", `/schedules/${id}`, { schedule: change });
    assert.deepEqual([status, body], [202, ""]);
    const { day_of_week, hour, minute, full_backup_retention } = (await show(id)).body.schedule;
    assert.deepEqual([day_of_week, hour, minute, full_backup_retention], [2, 6, 30, 4]);
    await settings({ updateStatus: 200 });
    assert.equal((await call("PUT", `/schedules/${id}`, { schedule: { hour: 5 } })).status, 200);
    assert.equal((await call("PUT", `/schedules/${id}`, { schedule: { hour: 24 } })).status, 400);
    assert.equal((await call("PUT", `/schedules/${id}`, { schedule: { copy_to: ["DFW"] } })).status, 400);
  });

  it("DELETE /v1.0/1234/schedules/{id}: 202, and gone after a while", async () => {
    await settings({ deleteSeconds: 5 });
    const { id } = await made();
    assert.equal((await call("DELETE", `/schedules/${id}`)).status, 202);
    assert.equal((await show(id)).status, 200);
    await advance(5);
    assert.equal((await show(id)).status, 404);
    assert.equal((await call("DELETE", `/schedules/${id}`)).status, 404);
  });

  it("makes a full backup on its day, incremental ones on the others, and keeps so many full ones", async () => {
    await settings({ scheduledBackups: true, buildSeconds: 10 });
    const { id } = await made({ full_backup_retention: 1 });
    await advance((await untilNext(id)) + 20);
    assert.match((await show(id)).body.schedule.last_scheduled, /T14:30:00$/);
    await advance(6 * DAY);
    const week = (await call("GET", "/backups")).body.backups;
    assert.deepEqual(
      week.map((row: { is_automated: number; status: string }) => [row.is_automated, row.status]),
      Array.from({ length: 7 }, () => [1, "COMPLETED"]),
    );
    assert.equal(week.filter((row: { parent_id: string | null }) => row.parent_id === null).length, 1);
    await advance(DAY);
    assert.equal((await call("GET", "/backups")).body.backups.length, 1, "what is built on a full one goes with it");
  });

  it("is not Trove's: there every path below /schedules is unknown", async () => {
    const headers = { "x-auth-token": "emulator-token" };
    assert.equal((await to("trove")("GET", "/v1.0/1234/schedules", undefined, headers)).status, 404);
  });
});
