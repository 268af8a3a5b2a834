import assert from "node:assert/strict";
import { building, faultOf, foreign, nobody, one, project, three, two, useTrove } from "../../use-trove";

const version = "b00000b0-00b0-4b00-80b0-000b000000bb";

describe("emulator: Trove backups", () => {
  const { call, settings, advance, create, show, make, statusOf } = useTrove();
  const invalid = async (backup: object) => faultOf(await create(backup));

  it("POST /backups: 202, NEW, times without a zone", async () => {
    const { status, headers, body } = await create({ description: "My Backup" });
    const { id, created, updated, ...backup } = body.backup;
    assert.deepEqual([status, headers.get("content-type")], [202, "application/json"]);
    assert.match(headers.get("x-openstack-request-id")!, /^req-/);
    assert.match(id, /^[0-9a-f]{8}-/);
    assert.match(created, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    assert.equal(updated, created);
    assert.deepEqual(backup, {
      name: "snapshot",
      description: "My Backup",
      locationRef: null,
      instance_id: one,
      size: null,
      status: "NEW",
      parent_id: null,
      project_id: project,
      datastore: { type: "mysql", version: "8.0", version_id: version },
    });
  });

  it("GET /backups/{id}: NEW, BUILDING with an estimated size, COMPLETED with a place", async () => {
    const { id } = (await create({})).body.backup;
    assert.equal(await statusOf(id), "NEW");
    await advance(5);
    const half = (await show(id)).body.backup;
    assert.deepEqual([half.status, half.size, half.locationRef], ["BUILDING", 0.14, null]);
    await advance(5);
    const { status, locationRef, updated, created } = (await show(id)).body.backup;
    assert.equal(status, "COMPLETED");
    assert.equal(locationRef, `http://127.0.0.1:1/v1/AUTH_${project}/database_backups/${id}.xbstream.gz`);
    assert.equal(Date.parse(updated) - Date.parse(created), 10_000);
  });

  it("POST /backups: 422 while one of the instance runs; another instance is free", async () => {
    await create({});
    const words = `Instance ${one} is not currently available for an action to be performed (instance status was BACKUP).`;
    assert.deepEqual(await invalid({ name: "second" }), [422, "unprocessableEntity", words]);
    assert.equal((await create({ instance: two })).status, 202);
    await settings({ busyScope: "account" });
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

  it("POST /backups: 400 with every breach of the schema in one sentence", async () => {
    const text = "does not match '^.*[0-9a-zA-Z]+.*$'";
    assert.deepEqual(await invalid({ name: "", description: null, incremental: true, parent_id: "it's" }), [
      400,
      "badRequest",
      "Validation error: backup['description'] None is not of type 'string';" +
        " backup['incremental'] True is not of type 'integer';" +
        ` backup['name'] '' should be non-empty; backup['name'] '' ${text};` +
        ` backup['parent_id'] "it's" does not match '^([0-9a-fA-F]){8}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){12}$'`,
    ]);
    assert.match((await invalid({ name: "n".repeat(256) }))[2], /'n+' is too long$/);
    assert.equal((await create({ name: "n".repeat(255) })).status, 202);
  });

  it("POST /backups: 404, 422 and 400 for instance, parent and container", async () => {
    const gone = (id: string) => [404, "itemNotFound", `Resource ${id} cannot be found.`];
    assert.deepEqual(await invalid({ instance: nobody }), gone(nobody));
    assert.deepEqual(await invalid({ instance: foreign }), gone(foreign));
    assert.deepEqual(await invalid({ parent_id: nobody }), gone(nobody));
    assert.match((await invalid({ instance: building }))[2], /\(instance status was BUILD\)/);
    assert.equal((await invalid({ instance: undefined }))[2], "instance is missing.");
    assert.equal((await invalid({ swift_container: "a b" }))[2], "The value is not allowed: a b.");
  });

  it("POST /backups without `backup`: 500, as Trove does", async () => {
    const [status, name, message] = faultOf(await call("POST", "/backups", { name: "x" }));
    assert.deepEqual([status, name], [500, "instanceFault"]);
    assert.match(message, /^Internal Server Error\. Please keep this ID .* \([0-9a-f-]{36}\)\.$/);
  });

  it("POST /backups: incremental 1 takes the newest COMPLETED one of the instance as its parent", async () => {
    assert.equal((await show(await make({ incremental: 1 }))).body.backup.parent_id, null);
    const newest = await make();
    await make({ instance: two });
    await make({ name: "FAIL" });
    assert.equal((await create({ incremental: 1 })).body.backup.parent_id, newest);
  });

  it("POST /backups: parent_id may be FAILED or of another instance", async () => {
    const failed = await make({ name: "FAIL" });
    assert.equal(await statusOf(failed), "FAILED");
    assert.equal((await create({ instance: two, parent_id: failed })).body.backup.parent_id, failed);
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

  it("POST /backups with restore_from: RESTORED at once, without an instance", async () => {
    const restore_from = { remote_location: "http://a/v1/b/c", local_datastore_version_id: version, size: 0.5 };
    const { body } = await create({ instance: undefined, restore_from });
    const { status, size, instance_id, locationRef } = body.backup;
    assert.deepEqual([status, size, instance_id, locationRef], ["RESTORED", 0.5, null, "http://a/v1/b/c"]);
    const wrong = { ...restore_from, local_datastore_version_id: nobody };
    assert.equal((await invalid({ restore_from: wrong }))[2], `Datastore version '${nobody}' cannot be found.`);
  });

  it("POST /backup_strategies: 202, and later backups go to that container", async () => {
    const strategy = { instance_id: one, swift_container: "planned" };
    const { status, body } = await call("POST", "/backup_strategies", { backup_strategy: strategy });
    const stored = { project_id: project, backend: "swift", ...strategy };
    assert.deepEqual([status, body], [202, { backup_strategy: stored }]);
    assert.deepEqual((await call("GET", "/backup_strategies")).body, { backup_strategies: [stored] });
    assert.match((await show(await make())).body.backup.locationRef, /\/planned\//);
    assert.equal((await call("DELETE", `/backup_strategies?instance_id=${one}`)).status, 202);
    assert.deepEqual((await call("GET", "/backup_strategies")).body, { backup_strategies: [] });
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
