import assert from "node:assert/strict";
import { allowIn } from "../../../with/host/told";
import { KIND, type Schedule, useSchedules } from "./use-schedules";

const GROUP = "130922a2-b9ab-4e95-86be-9c5d79171b5e";

describe("a schedule of Rackspace", () => {
  const {
    host,
    later,
    control,
    schedules,
    outside,
    stand,
    writes,
    checked,
    declared,
    create,
    update,
    refusal,
    source,
    other,
  } = useSchedules();

  it("is made with the usual retention, and tells its next run", async () => {
    const { id, properties } = await create();
    const [made, ...others] = await schedules();
    assert.deepEqual([made!.id, made!.full_backup_retention, others], [id, 2, []]);
    const { scheduleId, nextRun, account, health, summary, state } = properties;
    assert.deepEqual([scheduleId, account, health, state], [id, "account 1234, ORD", "not-due-yet", "ready"]);
    assert.match(`${nextRun}`, /^\d{4}-\d\d-\d\dT14:30:00Z$/);
    const rhythm = "Full Sun 14:30 UTC, else incremental";
    assert.equal(summary, `${rhythm}: instance ${source()}; keeps 2 full; delete leaves it running`);
  });

  it("of an HA group is asked for by its source", async () => {
    const { properties } = await create({ sourceId: GROUP, sourceType: "ha" });
    assert.deepEqual(
      (await schedules()).map(({ source }) => source.id),
      [GROUP],
    );
    assert.match(`${properties.summary}`, new RegExp(`HA group ${GROUP}`));
  });

  it("is refused where one stands, before anything is written, and the refusal names adopt", async () => {
    const standing = await stand();
    const message = await refusal(create());
    assert.match(message, new RegExp(`^sourceId: ${source()} has schedule ${standing} already`));
    assert.ok(message.includes(`write adopt: "${standing}" to take it over`), message);
    assert.deepEqual((await writes()).length, 1, "that of the other one");
  });

  it("is adopted as it is without a write", async () => {
    const adopt = await stand();
    const { id, properties } = await create({ adopt });
    assert.deepEqual([id, properties.scheduleId, properties.origin], [adopt, adopt, "adopted"]);
    assert.deepEqual((await writes()).length, 1, "that of the other one");
  });

  it("is adopted and changed where the program agrees to what is lost", async () => {
    const adopt = await stand({ full_backup_retention: 5 });
    const args = declared({ adopt });
    const message = await refusal(create({}, args));
    assert.match(message, /schedule .*5 weekly full backups => 2 weekly full backups .*about 35 => 14 days/);
    assert.deepEqual(
      (await schedules()).map((each) => each.full_backup_retention),
      [5],
    );
    await create({}, { ...args, allow: allowIn(message) });
    assert.deepEqual(
      (await schedules()).map((each) => each.full_backup_retention),
      [2],
    );
  });

  for (const [what, isElsewhere, words] of [
    ["another source", true, /does not match what is declared: sourceId \(there: "44444444/],
    ["other copies", false, /does not match what is declared: copyTo \(there: \["ORD"\]\)/],
  ] as const) {
    it(`is not adopted with ${what}, which no call changes`, async () => {
      const adopt = await stand({ copy_to: ["ORD"] });
      const over = isElsewhere ? { sourceId: other(), copyTo: ["ORD"] } : { copyTo: ["DFW"] };
      assert.match(await refusal(create({ adopt, ...over })), words);
    });
  }

  it("is refused another type of the same source, which Rackspace shows otherwise", async () => {
    const { args, inputs, id, properties } = await create();
    const group = await checked({ ...args, sourceType: "ha" }, inputs);
    assert.deepEqual((await later().diff(KIND, id, properties, group)).replaces, ["sourceType"]);
    const message = await refusal(later().create(KIND, group));
    assert.match(
      message,
      /^sourceType: 44444444.* is of type "instance" at Rackspace\. Write that, or correct sourceId/,
    );
  });

  it("edited outside shows as drift, and is healed", async () => {
    const { args, id, properties } = await create();
    await outside("PUT", `/${id}`, { hour: 3, day_of_week: 7, full_backup_retention: 9 });
    const read = await host().read(KIND, id, properties);
    const { hour, dayOfWeek, fullBackupRetention, summary } = read.inputs;
    assert.deepEqual([hour, dayOfWeek, fullBackupRetention], [3, 7, 9]);
    assert.match(`${summary}`, /^Full daily 03:30 UTC: /);
    const allow = { "shorter-retention": "2 weekly full backups", "less-frequent": "dayOfWeek 0" };
    const inputs = await checked({ ...args, allow }, read.inputs);
    await host().update(KIND, id, read.properties, inputs);
    const [{ hour: now, day_of_week, full_backup_retention }] = (await schedules()) as [Schedule];
    assert.deepEqual([now, day_of_week, full_backup_retention], [14, 0, 2]);
  });

  it("keeps what lists and GET leave out as the state has it", async () => {
    const { id, properties } = await create({ fullBackupRetention: 5 });
    await control("POST", "/settings", { rackspace: { tellsAll: false } });
    const { inputs } = await host().read(KIND, id, properties);
    assert.deepEqual([inputs.fullBackupRetention, inputs.sourceType, inputs.sourceId], [5, "instance", source()]);
  });

  it("deleted outside is gone", async () => {
    const { id, properties } = await create();
    await outside("DELETE", `/${id}`);
    await control("POST", "/time", { advance: 1 });
    assert.equal((await host().read(KIND, id, properties)).id, "");
  });

  it("with other copies is deleted and made again in one update, as no call changes them", async () => {
    const stored = await create({ copyTo: ["DFW", "ORD"] });
    const { id } = stored;
    const allow = { "change-destination": "IAD" };
    const outputs = await update(stored, { copyTo: ["IAD"], allow });
    const [made, ...others] = await schedules();
    assert.deepEqual([made!.copy_to, made!.id, others], [["IAD"], outputs.scheduleId, []]);
    assert.notEqual(outputs.scheduleId, id);
    const read = await host().read(KIND, id, outputs);
    assert.deepEqual([read.id, read.inputs.copyTo], [made!.id, ["IAD"]]);
  });

  it("with one more copy is told in the preview to be deleted and made again", async () => {
    const stored = await create({ copyTo: ["DFW"] });
    const from = host().logs.length;
    await checked({ ...stored.args, copyTo: ["DFW", "IAD"] }, stored.inputs);
    const told = host()
      .logs.slice(from)
      .map(({ message }) => message);
    assert.match(told.join(""), /^copyTo: is not changed by any call .* deleted, and another one is made in its place/);
  });

  it("goes by onDelete", async () => {
    const kept = await create();
    await later().delete(KIND, kept.id, kept.properties);
    assert.equal((await schedules()).length, 1);
    const { id, properties } = await create({ sourceId: other(), onDelete: "delete" });
    await later().delete(KIND, id, properties);
    assert.deepEqual(
      (await schedules()).map((each) => each.id),
      [kept.id],
    );
  });
});
