import assert from "node:assert/strict";
import { useEmulator } from "../use-emulator";

const project = "0549b4a43100d4f32f51c01c2fe4acdb";
const instance = "a89dab5e39394eccbdb77b19d57b0180in02";
const other = "b90ebc6f4a4a5fddcec88c20e68c1291in02";
const backups = `/v3/${project}/backups`;

describe("emulator: DDS, lists", () => {
  const { control, to } = useEmulator();
  const dds = to("dds");
  const settings = (values: object) => control("POST", "/settings", { dds: values });
  const advance = (by: unknown) => control("POST", "/time", { advance: by });
  const create = (fields: object) => dds("POST", backups, { backup: { instance_id: instance, ...fields } });
  const list = async (query = "") => (await dds("GET", `${backups}${query}`)).body;
  const codeOf = (answer: { status: number; body: { error_code?: string } }) =>
    `${answer.status} ${answer.body.error_code}`;

  it("GET …/backups: newest first, pages by rows, filters", async () => {
    await settings({ buildSeconds: 0 });
    for (let number = 0; number < 5; number++) {
      await create({ name: `backup-${number}`, instance_id: number % 2 ? other : instance });
      await advance(60);
    }
    const names = async (query: string) => (await list(query)).backups.map((row: { name: string }) => row.name);
    assert.deepEqual(await names("?offset=1&limit=2"), ["backup-3", "backup-2"]);
    assert.equal((await list("?limit=2")).total_count, 5);
    assert.deepEqual(await names(`?instance_id=${other}`), ["backup-3", "backup-1"]);
    assert.deepEqual(await names("?mode=Sharding&backup_type=Manual"), ["backup-3", "backup-1"]);
    assert.deepEqual(await names("?backup_type=Auto"), []);
    const [last] = (await list("?limit=1")).backups;
    assert.deepEqual(await names(`?begin_time=${last.begin_time}&end_time=${last.begin_time}`), ["backup-4"]);
    await settings({ flavour: "huawei", typeCase: "lower" });
    assert.deepEqual(await names("?backup_name=up-2"), ["backup-2"]);
    assert.equal((await names("?order_field=name&order_rule=asc"))[0], "backup-0");
    assert.equal((await list()).backups[0].type, "manual");
  });

  it("GET …/backups refuses wrong parameters", async () => {
    const refused = {
      "limit=0": "DBS.280439",
      "limit=101": "DBS.280439",
      "limit=ten": "DBS.280439",
      "offset=-1": "DBS.280440",
      "begin_time=2026-01-01 00:00:00": "DBS.280068",
      "end_time=2026-01-01 00:00:00": "DBS.280067",
      "begin_time=2026-01-01T00:00:00Z&end_time=2026-01-01 00:00:00": "DBS.280067",
      "backup_type=auto": "DBS.200001",
      "mode=Cluster": "DBS.200001",
    };
    for (const [query, code] of Object.entries(refused)) {
      assert.equal(codeOf(await dds("GET", `${backups}?${query}`)), `400 ${code}`, query);
    }
  });

  it("GET …/backups pages through 1,000", async () => {
    await settings({ buildSeconds: 0 });
    for (let batch = 0; batch < 20; batch++) {
      await Promise.all(Array.from({ length: 50 }, (_, number) => create({ name: `many-${batch}-${number}` })));
    }
    const ids = new Set<string>();
    for (let offset = 0; offset < 1000; offset += 100) {
      for (const { id } of (await list(`?offset=${offset}`)).backups) ids.add(id);
    }
    assert.equal(ids.size, 1000);
  });
});
