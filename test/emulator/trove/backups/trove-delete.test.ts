import assert from "node:assert/strict";
import { faultOf, one, two, useTrove } from "../../use-trove";

/** test/trove/emulator-agrees.trove.ts compares the rest with Trove. */
describe("emulator: Trove deletions", () => {
  const { call, control, settings, advance, create, make, statusOf } = useTrove();
  const remove = (id: string) => call("DELETE", `/backups/${id}`);

  it("DELETE /backups/{id}: refused for a running descendant, but those before it stay deleted", async () => {
    await settings({ version: "24.1.0" });
    const root = await make();
    const done = await make({ instance: two, parent_id: root });
    const running = (await create({ parent_id: root })).body.backup.id;
    const words = `Backup ${running} cannot be deleted because it is running.`;
    assert.deepEqual(faultOf(await remove(root)), [422, "unprocessableEntity", words]);
    await advance(5);
    assert.deepEqual([await statusOf(root), await statusOf(done)], ["COMPLETED", "gone"]);
  });

  it("DELETE /backups/{id}, failNext.delete: gone all the same, its object is left", async () => {
    await settings({ failNext: { delete: 1 } });
    const id = await make();
    await remove(id);
    await advance(5);
    assert.equal(await statusOf(id), "gone");
    const { leftObjects } = (await control("GET", "/state")).body.trove;
    assert.match(leftObjects[0], new RegExp(`${id}\\.xbstream\\.gz$`));
  });

  it("POST /backups: 413 without Retry-After beyond the quota; an accepted DELETE frees a place", async () => {
    await settings({ maxBackups: 1 });
    const id = await make();
    const refused = await create({});
    assert.deepEqual(faultOf(refused), [413, "overLimit", "Quota exceeded for resources: ['backups']."]);
    assert.equal(refused.headers.has("retry-after"), false);
    await remove(id);
    const { status, body } = await create({});
    assert.deepEqual([status, body.backup.instance_id], [202, one]);
  });
});
