import assert from "node:assert/strict";
import { examplePlan } from "../example-plan";
import { useEmulator } from "../use-emulator";

describe("emulator: ServerAvatar look-ups", () => {
  const { serveravatar } = useEmulator();
  const get = async (path: string) => (await serveravatar("GET", path)).body;

  it("GET /organizations tells only those of the token", async () => {
    const { organizations } = await get("/organizations");
    assert.deepEqual(
      organizations.map((row: { id: number }) => row.id),
      [5],
    );
    const eu = await serveravatar("GET", "/organizations", undefined, { authorization: "Bearer emulator-token-eu" });
    assert.equal(eu.body.organizations[0].id, 6);
    assert.equal((await get("/organizations/6")).message, "Organization not found!");
    assert.equal((await get("/organizations/5")).organization.id, 5);
  });

  it("GET …/servers is an array, or with pagination=1 a page", async () => {
    assert.equal((await get("/organizations/5/servers")).servers[0].id, 15);
    const { servers } = await get("/organizations/5/servers?pagination=1");
    assert.deepEqual([servers.per_page, servers.data.length], [12, 1]);
    assert.ok(servers.first_page_url.endsWith("/organizations/5/servers?pagination=1&page=1"));
    assert.equal((await get("/organizations/6/servers")).message, "Organization not found.");
    assert.equal((await get("/organizations/5/servers/15")).server.timezone, "Etc/UTC");
  });

  it("GET …/applications is always a page", async () => {
    const { applications } = await get("/organizations/5/servers/15/applications");
    assert.deepEqual(
      applications.data.map((row: { id: number }) => row.id),
      [4246, 4247],
    );
    assert.equal((await get("/organizations/5/applications")).applications.per_page, 10);
    assert.equal((await get("/organizations/5/servers/15/applications/4247")).application.name, "blog");
    assert.equal((await get("/organizations/5/servers/15/applications/1")).message, "Application not found!");
  });

  it("GET …/databases searches by name and tells which are backed up", async () => {
    await serveravatar("POST", "/organizations/5/servers/15/backups", examplePlan);
    const { databases } = await get("/organizations/5/servers/15/databases?pagination=1&search=SHOP");
    assert.deepEqual(
      databases.data.map((row: { id: number }) => row.id),
      [4223],
    );
    const all = await get("/organizations/5/databases?pagination=1&search=");
    assert.deepEqual(
      all.databases.data.map((row: { automatic_backup: number }) => row.automatic_backup),
      [1, 0],
    );
  });

  it("GET …/cloud-storage-providers is a bare page of eight", async () => {
    const page = await get("/organizations/5/cloud-storage-providers?pagination=1");
    assert.deepEqual([page.per_page, page.total], [8, 3]);
    assert.deepEqual(Object.keys(page.data[0]), ["id", "name", "provider", "email"]);
  });

  it("GET …/backups/presets has the twelve schedules and six retentions", async () => {
    const { schedules, retentionPeriod } = await get("/organizations/5/servers/15/backups/presets");
    assert.deepEqual([schedules.length, retentionPeriod.length, schedules[8]], [12, 6, "Twice a Month"]);
  });
});
