import assert from "node:assert/strict";
import { faultOf, nobody, one, three, two, useTrove } from "../../use-trove";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly status: string;
}

describe("emulator: Trove lists", () => {
  const { call, control, settings, create, make, advance } = useTrove();
  const list = async (query = "") => (await call("GET", `/backups${query}`)).body;
  const namesOf = ({ backups }: { backups: Row[] }) => backups.map(({ name }) => name);

  it("GET /backups: the newest change first", async () => {
    await make({ name: "a" });
    await make({ name: "b", instance: two });
    assert.deepEqual(namesOf(await list()), ["b", "a"]);
  });

  it("GET /backups: the marker is a number, the next link says https, a full page has one", async () => {
    for (const name of ["a", "b", "c", "d"]) await make({ name });
    const first = await list("?limit=2");
    const { href } = first.links[0];
    assert.match(href, /^https:\/\/127\.0\.0\.1:\d+\/v1\.0\/[0-9a-f]+\/backups\?limit=2&marker=2$/);
    const second = await list("?limit=2&marker=2");
    assert.deepEqual([...namesOf(first), ...namesOf(second)], ["d", "c", "b", "a"]);
    assert.deepEqual(await list("?limit=2&marker=4"), { backups: [] });
    assert.equal("links" in (await list("?limit=5")), false);
    assert.deepEqual(namesOf(await list("?limit=0")), []);
    assert.equal((await list("?limit=-1")).backups.length, 4);
  });

  it("GET /backups: 500 for a limit or a marker that is no number", async () => {
    for (const query of ["limit=abc", `marker=${nobody}`]) {
      assert.deepEqual(faultOf(await call("GET", `/backups?${query}`)).slice(0, 2), [500, "instanceFault"]);
    }
  });

  it("GET /backups: filters by instance_id and datastore, ignores unknown ones, refuses other projects", async () => {
    await make({ name: "a" });
    await make({ name: "b", instance: two });
    assert.deepEqual(namesOf(await list(`?instance_id=${one}`)), ["a"]);
    assert.deepEqual(namesOf(await list("?datastore=mysql&status=FAILED&name=a")), ["b", "a"]);
    assert.deepEqual(faultOf(await call("GET", "/backups?datastore=nosuch")), [
      404,
      "itemNotFound",
      "Datastore 'nosuch' cannot be found.",
    ]);
    const words = "Policy doesn't allow backup:index:all_projects to be performed.";
    assert.deepEqual(faultOf(await call("GET", "/backups?all_projects=true")), [403, "forbidden", words]);
  });

  it("GET /instances/{id}/backups", async () => {
    await make({ name: "a" });
    await make({ name: "b", instance: two });
    assert.deepEqual(namesOf((await call("GET", `/instances/${two}/backups`)).body), ["b"]);
    assert.equal((await call("GET", `/instances/${nobody}/backups`)).status, 404);
  });

  it("GET /instances and /instances/{id}: BACKUP while one runs", async () => {
    await create({});
    const { instances } = (await call("GET", "/instances")).body;
    const statuses = Object.fromEntries(instances.map(({ id, status }: Row) => [id, status]));
    assert.deepEqual([statuses[one], statuses[two], instances.length], ["BACKUP", "ACTIVE", 5]);
    await advance(10);
    const { instance } = (await call("GET", `/instances/${one}`)).body;
    assert.deepEqual(
      [instance.status, instance.datastore.version_number, instance.volume],
      ["ACTIVE", "8.0", { size: 1 }],
    );
  });

  it("GET /instances: the marker is an id", async () => {
    const page = (await call("GET", `/instances?limit=2&marker=${three}`)).body;
    assert.deepEqual(
      page.instances.map(({ id }: Row) => id.slice(0, 4)),
      ["bbbb", "44b2"],
    );
    assert.match(page.links[0].href, /marker=bbbbbbbb-/);
  });

  it("GET /limits: quotas, and what is left of each rate", async () => {
    await settings({ rateLimitPerMinute: 4, maxBackups: 7 });
    await call("GET", "/backups");
    const { limits } = (await call("GET", "/limits")).body;
    assert.equal(limits[0].max_backups, 7);
    const left = Object.fromEntries(
      limits.slice(1, 5).map((row: { verb: string; remaining: number }) => [row.verb, row]),
    );
    assert.deepEqual([left.GET.value, left.GET.remaining, left.POST.remaining], [4, 2, 4]);
    assert.match(left.GET.nextAvailable, /T\d\d:\d\d:\d\dZ$/);
  });

  it("GET /backups stays quick with 1000 backups", async () => {
    await settings({ maxBackups: -1, buildSeconds: 0 });
    const began = Date.now();
    for (let count = 0; count < 1000; count++)
      await create({ name: `b${count}`, instance: [one, two, three][count % 3] });
    const made = Date.now();
    assert.equal((await list("?limit=2000")).backups.length, 1000);
    for (let marker = 0; marker < 1000; marker += 20)
      assert.equal((await list(`?marker=${marker}`)).backups.length, 20);
    assert.ok(made - began < 20_000 && Date.now() - made < 5_000, `${made - began} ms, ${Date.now() - made} ms`);
    assert.equal((await control("GET", "/counts")).body.trove.backups, 1000);
  });
});
