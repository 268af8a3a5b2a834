import assert from "node:assert/strict";
import { faultOf, one, two, useTrove } from "../use-trove";

describe("emulator: Rackspace Cloud Databases", () => {
  const { urls, call, control, settings, advance, create, show, make, statusOf, send } = useTrove("1234");
  beforeEach(() => settings({ flavour: "rackspace" }));

  it("POST /v1.0/1234/backups: the vendor's example, 202 or 200", async () => {
    const { status, body } = await create({ description: "My Backup" });
    assert.equal(status, 202);
    const { created, status: word, project_id } = body.backup;
    assert.deepEqual([word, project_id], ["NEW", undefined]);
    assert.match(created, /\d$/);
    await advance(10);
    await settings({ createStatus: 200 });
    assert.equal((await create({})).status, 200);
  });

  it("GET /v1.0/1234/backups: times with Z, and more fields", async () => {
    const parent = await make();
    const id = await make({ parent_id: parent });
    const { backups } = (await call("GET", "/backups")).body;
    const shown = (await show(id)).body.backup;
    assert.deepEqual(
      backups.find((backup: { id: string }) => backup.id === id),
      shown,
    );
    const { created, updated, locationRef, datastore, ...row } = shown;
    assert.ok(created.endsWith("Z") && updated.endsWith("Z"));
    assert.match(locationRef, /\/MossoCloudFS_1234\/z_CLOUDDB_BACKUPS\//);
    assert.equal(datastore.type, "mysql");
    assert.deepEqual(row, {
      id,
      name: "snapshot",
      description: null,
      instance_id: one,
      size: 0.14,
      status: "COMPLETED",
      parent_id: parent,
      is_automated: 0,
      flavor_ram: 1024,
      source: { type: "instance", id: one },
      type: "InnoBackupExIncremental",
      volume_size: 1,
    });
  });

  it("POST /v1.0/1234/backups: 400 for a name of more than 64 characters", async () => {
    assert.equal((await create({ name: "n".repeat(64) })).status, 202);
    assert.match(faultOf(await create({ name: "n".repeat(65), instance: two }))[2], /'n+' is too long$/);
  });

  it("POST /v1.0/1234/backups: 422 while any backup of the account runs", async () => {
    await create({});
    assert.equal(faultOf(await create({ instance: two }))[0], 422);
    await settings({ busyScope: "instance" });
    assert.equal((await create({ instance: two })).status, 202);
  });

  it("DELETE /v1.0/1234/backups/{id}: DELETE_FAILED is visible, and can be deleted again", async () => {
    await settings({ failNext: { delete: 1 } });
    const id = await make();
    await call("DELETE", `/backups/${id}`);
    await advance(5);
    assert.equal(await statusOf(id), "DELETE_FAILED");
    await call("DELETE", `/backups/${id}`);
    await advance(5);
    assert.equal(await statusOf(id), "gone");
  });

  it("takes the token that an API key gets; other accounts see nothing of it", async () => {
    const apiKey = "fake-rackspace-api-key-for-tests";
    const answer = await fetch(`${urls().identity}/v2.0/tokens`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ auth: { "RAX-KSKEY:apiKeyCredentials": { username: "rax-tester", apiKey } } }),
    });
    const { access } = (await answer.json()) as { access: { token: { id: string } } };
    const headers = { "x-auth-token": access.token.id };
    assert.equal((await send("GET", "/v1.0/1234/backups", undefined, headers)).status, 200);
    assert.equal((await send("GET", "/v1.0/5678/backups", undefined, headers)).status, 403);
    await make();
    assert.deepEqual((await send("GET", "/v1.0/5678/backups")).body, { backups: [] });
    assert.equal((await control("GET", "/counts")).body.trove.backups, 1);
  });

  it("GET /v1.0/1234/backups: at most 20 in the order of ids, whatever the limit; the marker is the last id", async () => {
    await settings({ buildSeconds: 0 });
    const made: string[] = [];
    for (let count = 0; count < 21; count++) made.push((await create({})).body.backup.id);
    const first = (await call("GET", "/backups?limit=1000")).body;
    const ids = first.backups.map(({ id }: { id: string }) => id);
    assert.deepEqual(ids, made.toSorted().slice(0, 20));
    const next = new URL(first.links[0].href).searchParams;
    assert.equal(next.get("marker"), ids.at(-1));
    const { backups, links } = (await call("GET", `/backups?${next}`)).body;
    assert.deepEqual([backups.map(({ id }: { id: string }) => id), links], [made.toSorted().slice(20), undefined]);
    await settings({ linksToNextBackups: false });
    assert.equal((await call("GET", "/backups?limit=1000")).body.links, undefined);
  });

  it("has no limits and no backup strategies", async () => {
    for (const path of ["/limits", "/backup_strategies"]) assert.equal((await call("GET", path)).status, 404, path);
  });

  it("shows the backups of a schedule as automated, and every status of the page", async () => {
    await settings({ automatedBackups: true });
    assert.equal((await show(await make())).body.backup.is_automated, 1);
    await settings({ instanceStatus: { [one]: "CONVERT_TO_HA" } });
    assert.equal((await call("GET", `/instances/${one}`)).body.instance.status, "CONVERT_TO_HA");
    assert.match(faultOf(await create({}))[2], /instance status was CONVERT_TO_HA/);
  });
});
