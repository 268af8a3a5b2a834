import assert from "node:assert/strict";
import { useEmulator } from "../use-emulator";

const project = "0549b4a43100d4f32f51c01c2fe4acdb";
const instance = "a89dab5e39394eccbdb77b19d57b0180in02";
const backups = `/v3/${project}/backups`;
const policy = `/v3/${project}/instances/${instance}/backups/policy`;

describe("emulator: DDS, automated backups", () => {
  const { control, to } = useEmulator();
  const dds = to("dds");
  const settings = (values: object) => control("POST", "/settings", { dds: values });
  const advance = (by: unknown) => control("POST", "/time", { advance: by });
  const list = async (query = "") => (await dds("GET", `${backups}${query}`)).body;
  const codeOf = (answer: { status: number; body: { error_code?: string } }) =>
    `${answer.status} ${answer.body.error_code}`;

  it("GET and PUT …/backups/policy: on by default, 200 {}, off without window and days", async () => {
    const shown = async () => (await dds("GET", policy)).body;
    assert.deepEqual(await shown(), {
      backup_policy: { keep_days: 7, start_time: "01:00-02:00", period: "1,2,3,4,5,6,7" },
    });
    const put = (backup_policy: object) => dds("PUT", policy, { backup_policy });
    const { status, body } = await put({ keep_days: "732", start_time: "23:00-00:00", period: "5,1" });
    assert.deepEqual([status, body], [200, {}]);
    assert.deepEqual((await shown()).backup_policy, { keep_days: 732, start_time: "23:00-00:00", period: "1,5" });
    assert.equal((await put({ keep_days: 0 })).status, 200);
    assert.deepEqual(await shown(), { backup_policy: { keep_days: 0 } });
  });

  it("PUT …/backups/policy refuses by every rule, with the code of the table", async () => {
    const whole = { keep_days: 7, start_time: "01:00-02:00", period: "1,2,3,4,5,6,7" };
    const refused: [object, string][] = [
      [{ keep_days: 733 }, "DBS.280214"],
      [{ keep_days: "-1" }, "DBS.280214"],
      [{ keep_days: undefined }, "DBS.280214"],
      [{ start_time: undefined }, "DBS.280216"],
      [{ start_time: "01:15-02:15" }, "DBS.280216"],
      [{ start_time: "01:00-03:00" }, "DBS.280216"],
      [{ start_time: "24:00-01:00" }, "DBS.280216"],
      [{ start_time: "01:00-02:15" }, "DBS.280216"],
      [{ period: "0,1" }, "DBS.280215"],
      [{ period: "1,1" }, "DBS.280215"],
      [{ period: "1, 2" }, "DBS.280215"],
      [{ period: undefined }, "DBS.280215"],
      [{ keep_days: 6, period: "1,2,3,4,5,6" }, "DBS.280215"],
      [{ keep_days: 0, period: undefined }, "DBS.280216"],
      [{ keep_days: 0, start_time: undefined }, "DBS.280215"],
    ];
    for (const [change, code] of refused) {
      const answer = await dds("PUT", policy, { backup_policy: { ...whole, ...change } });
      assert.equal(codeOf(answer), `400 ${code}`, JSON.stringify(change));
    }
    await settings({ flavour: "huawei", strictWhenOff: false });
    const accepted = [{ start_time: "01:15-02:15" }, { keep_days: 0 }];
    for (const change of accepted) {
      assert.equal((await dds("PUT", policy, { backup_policy: { ...whole, ...change } })).status, 200);
    }
  });

  it("a policy makes automated backups on its days, which expire", async () => {
    await control("POST", "/time", { set: "2028-05-01T00:30:00Z" });
    await settings({ automaticBackups: true });
    await dds("PUT", policy, { backup_policy: { keep_days: 7, start_time: "01:00-02:00", period: "1,3" } });
    await advance({ days: 6 });
    const own = async () =>
      (await list(`?instance_id=${instance}&backup_type=Auto`)).backups.map(
        (row: { begin_time: string }) => row.begin_time,
      );
    assert.deepEqual(await own(), ["2028-05-03 01:00:00", "2028-05-01 01:00:00"]);
    await advance({ days: 2 });
    assert.deepEqual(await own(), ["2028-05-08 01:00:00", "2028-05-03 01:00:00"]);
    const [row] = (await list(`?instance_id=${instance}`)).backups;
    assert.equal(codeOf(await dds("DELETE", `${backups}/${row.id}`)), "400 DBS.200004");
  });

  it("turned on, it takes a full backup at once; turned off, what exists stays, and can be deleted", async () => {
    await settings({ automaticBackups: true, buildSeconds: 0 });
    const own = async () => (await list(`?instance_id=${instance}&backup_type=Auto`)).backups;
    await dds("PUT", policy, { backup_policy: { keep_days: 0 } });
    await dds("PUT", policy, { backup_policy: { keep_days: 7, start_time: "01:00-02:00", period: "1" } });
    const [first] = await own();
    assert.equal(first.status, "COMPLETED");
    await dds("PUT", policy, { backup_policy: { keep_days: 0 } });
    await advance({ days: 30 });
    assert.equal((await own()).length, 1);
    assert.equal((await dds("DELETE", `${backups}/${first.id}`)).status, 200);
  });

  it("a shorter retention deletes what is older at once, or leaves it its own, as the guide says both", async () => {
    const everyDay = { start_time: "01:00-02:00", period: "1,2,3,4,5,6,7" };
    for (const [shorterRetention, left] of [
      ["later", 6],
      ["at once", 3],
    ] as const) {
      await control("POST", "/reset");
      await control("POST", "/time", { set: "2028-05-01T00:30:00Z" });
      await settings({ automaticBackups: true, buildSeconds: 0, shorterRetention });
      await dds("PUT", policy, { backup_policy: { keep_days: 14, ...everyDay } });
      await advance({ days: 6 });
      await dds("PUT", policy, { backup_policy: { keep_days: 3, ...everyDay } });
      assert.equal((await list(`?instance_id=${instance}&backup_type=Auto`)).total_count, left);
    }
  });
});
