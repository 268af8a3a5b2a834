import assert from "node:assert/strict";
import { copyOf, validOf } from "../../../kinds/asked";
import { ofOtc } from "../../../kinds/otc/services";
import { changed, useGateway } from "../../../with/bent-gateway";
import { type Host, ownerNamed, type Props } from "../../../with/host/host";
import { useHost } from "../../../with/host/use-host";

const COUNT = 100;

const backups = /\/backups$/;

describe("a refresh of many policies", () => {
  const otc = { moreInstances: COUNT, automaticBackups: true };
  const { host, control, requests } = useHost({ settings: { buildSeconds: 0, ...ofOtc(otc) } });
  before(() => control("POST", "/time", { advance: { days: 5 } }));
  beforeEach(() => control("DELETE", "/requests"));

  const read = (service: string, id: string, over?: Props) => readPolicy(host(), service, id, over);

  for (const service of ["dds", "geminidb"]) {
    const first = `${validOf(`${service}:BackupPolicy`).instanceId}`;
    const ids = Array.from({ length: COUNT }, (_, index) => copyOf(first, index + 1));

    it(`${service}: ${COUNT} cost a request each for the policy, and a few pages of one list for all their backups`, async () => {
      const told = await Promise.all(ids.map((id) => read(service, id)));
      for (const { properties } of told) assert.match(`${properties.lastBackupAt}`, /^20\d\d-\d\d-\d\dT/);
      const sent = (await requests()).filter((one) => one.service === service);
      const lists = sent.filter(({ path }) => backups.test(path));
      console.log(`      ${service}: ${sent.length - lists.length} policies, ${lists.length} pages`);
      assert.equal(sent.length - lists.length, COUNT);
      assert.ok(lists.length <= 10, `${lists.length} pages`);
    });
  }

  it("counts from a change made outside, not from before it", async () => {
    const since = "2025-01-01T00:00:00Z";
    const id = "b5e9fb3695f158540b778814d1795220in06";
    const kept = await read("geminidb", id, { since });
    assert.equal(kept.properties.since, since);
    const changed = await read("geminidb", id, { since, startTime: "03:00-04:00" });
    assert.ok(Date.parse(`${changed.properties.since}`) > Date.now() - 60_000);
  });
});

describe("a refresh of a policy whose backups cannot be listed", () => {
  const { host, control } = useHost();

  it("goes on where the list is refused: what was seen stays, and health is not known", async () => {
    const fault = { service: "dds", method: "GET", path: "^/v3/[^/]*/backups$", fault: "unauthorized-401", times: 100 };
    await control("POST", "/faults", fault);
    const seen = { lastBackupAt: "2026-01-01T01:20:00Z", health: "ok", since: "2025-01-01T00:00:00Z" };
    const { properties, inputs } = await readPolicy(host(), "dds", "a89dab5e39394eccbdb77b19d57b0180in02", seen);
    assert.deepEqual([properties.lastBackupAt, properties.health], [seen.lastBackupAt, "unknown"]);
    assert.equal(inputs.keepDays, 7);
    assert.match(
      host()
        .logs.map(({ message }) => message)
        .join("\n"),
      /health is not known: DDS rejected the login \(401\)/,
    );
  });
});

describe("a refresh of a policy of which the service leaves something out", () => {
  const { host, treatBy } = useGateway();

  it("keeps the window and the days of the program", async () => {
    treatBy(async ({ path }, pass) => {
      const answer = await pass();
      return /policy/.test(path) ? changed(answer, () => ({ backup_policy: { keep_days: 9, period: "" } })) : answer;
    });
    const { inputs } = await readPolicy(host(), "geminidb", "a4d8ea2584e047439a667703c0684119in06");
    assert.deepEqual([inputs.keepDays, inputs.startTime, inputs.period], [9, "01:00-02:00", [1, 2, 3, 4, 5, 6, 7]]);
    assert.match(`${inputs.summary}`, /^daily 01:00-02:00 UTC.*; kept 9 days/);
  });
});

function readPolicy(host: Host, service: string, instanceId: string, over: Props = {}) {
  const policy = { keepDays: 7, startTime: "01:00-02:00", period: [1, 2, 3, 4, 5, 6, 7], state: "ready" };
  const __owner = ownerNamed(instanceId);
  return host.read(`${service}:BackupPolicy`, instanceId, { ...policy, instanceId, __owner, ...over });
}
