import assert from "node:assert/strict";
import { one, three, two, useTrove } from "../../use-trove";

/** The answers of Trove itself are compared by test/trove/emulator-agrees.trove.ts; here is what the emulator adds. */
describe("emulator: Trove backups", () => {
  const { call, settings, advance, create, show, make, statusOf } = useTrove();

  it("POST /backups: busyScope account: 422 while one of any instance runs", async () => {
    await settings({ busyScope: "account" });
    await create({});
    assert.equal((await create({ instance: three })).status, 422);
    await advance(10);
    assert.equal((await create({ instance: three })).status, 202);
  });

  it("POST /backups: requests at the same time are all accepted when there is a gap", async () => {
    await settings({ createGapSeconds: 0.05 });
    const answers = await Promise.all([1, 2, 3].map(() => create({})));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [202, 202, 202],
    );
    await settings({ createGapSeconds: 0 });
    const later = await Promise.all([1, 2, 3].map(() => create({ instance: two })));
    assert.deepEqual(later.map(({ status }) => status).sort(), [202, 422, 422]);
  });

  it("POST /backups: incremental 1 takes the newest COMPLETED one of the instance as its parent", async () => {
    assert.equal((await show(await make({ incremental: 1 }))).body.backup.parent_id, null);
    const newest = await make();
    await make({ instance: two });
    await make({ name: "FAIL" });
    assert.equal((await create({ incremental: 1 })).body.backup.parent_id, newest);
  });

  it("POST /backups: failNext.backup ends FAILED, failNext.silent and guestSilent stay NEW", async () => {
    await settings({ failNext: { backup: 1, silent: 1 } });
    const silent = await make();
    const failed = await make({ instance: two });
    assert.deepEqual([await statusOf(silent), await statusOf(failed)], ["NEW", "FAILED"]);
    await settings({ guestSilent: true });
    assert.equal(await statusOf(await make({ instance: two })), "NEW");
    assert.equal(await statusOf(await make({ instance: three })), "NEW");
  });

  it("POST /backups: failNext.cast answers 500, and the backup is there, NEW for ever", async () => {
    await settings({ failNext: { cast: 1 } });
    assert.equal((await create({ name: "lost" })).status, 500);
    await advance(100);
    const { backups } = (await call("GET", "/backups")).body;
    assert.deepEqual([backups.length, backups[0].name, backups[0].status], [1, "lost", "NEW"]);
  });

  it("GET …/instances/{id}: why its last backup failed", async () => {
    await settings({ failNext: { backup: 1 } });
    const id = await make();
    const { fault } = (await call("GET", `/instances/${one}`)).body.instance;
    assert.equal(fault.message, `Failed to create backup ${id}, error: Cannot find parent backup WAL file.`);
  });

  it("storage_driver is in the answers where a setting says so", async () => {
    const { body } = await create({ storage_driver: "cinder" });
    assert.equal(body.backup.storage_driver, undefined);
    await settings({ showsStorageDriver: true });
    assert.equal((await show(body.backup.id)).body.backup.storage_driver, "cinder");
  });
});
