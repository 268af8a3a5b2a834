import assert from "node:assert/strict";
import { one, two } from "../../../emulator/use-trove";
import { checked, owned } from "../../../kinds/asked";
import { rackspaceConfig } from "../../../with/host/rackspace";
import { useHost } from "../../../with/host/use-host";

const KIND = "trove:Backup";

describe("Rackspace as its pages have it", () => {
  const { host, outside, control, requests } = useHost({
    settings: { buildSeconds: 0, trove: { flavour: "rackspace" } },
    config: (urls) => ({ ...rackspaceConfig(urls), "backup-plans:online": "true" }),
  });
  beforeEach(() => control("POST", "/settings", { trove: { flavour: "rackspace", buildSeconds: 0 } }));

  const create = async (args: object) => {
    const { inputs, failures } = await host().check(KIND, owned({ instance: one, ...args }));
    assert.deepEqual(failures, []);
    return { inputs, ...(await host().create(KIND, inputs)) };
  };

  /** As a schedule of Rackspace's makes it. */
  async function automated(): Promise<string> {
    await control("POST", "/settings", { trove: { automatedBackups: true } });
    const id = await made(one);
    await control("POST", "/settings", { trove: { automatedBackups: false } });
    return id;
  }

  async function made(instance: string, more: object = {}): Promise<string> {
    const backup = { name: "by-somebody-else", instance, ...more };
    return (await outside().send("trove", "POST", "/v1.0/1234/backups", { backup })).backup.id;
  }

  it("vendor A22: no quota is asked for, nor a backup strategy", async () => {
    await control("DELETE", "/requests");
    assert.deepEqual((await checked(host(), KIND)).warnings, []);
    const paths = (await requests()).filter(({ service }) => service === "trove").map(({ path }) => path);
    assert.ok(paths.length > 0 && paths.every((path) => !/limits|strategies/.test(path)), paths.join());
  });

  it("vendor A4: an automated backup is not adopted, and it is told why", async () => {
    const adopt = await automated();
    await assert.rejects(create({ adopt }), ({ message }: Error) => {
      const said = `adopt: backup ${adopt} is an automated one: Rackspace deletes it once its schedule has made enough newer ones`;
      return message.includes(said) || assert.fail(message);
    });
  });

  it("vendor A4: an automated backup is no parent, offline and online", async () => {
    const parentId = await automated();
    const said = `backup ${parentId} is an automated one: Rackspace deletes it once its schedule has made enough newer ones, and what is built on it then goes, too`;
    const { reasons } = await checked(host(), KIND, { parentId });
    assert.ok(reasons.join().includes(`parentId: ${said}`), reasons.join());
    const { inputs } = await host().check(KIND, owned({ instance: one }));
    await assert.rejects(host().create(KIND, { ...inputs, parentId }), ({ message }: Error) => message.includes(said));
    assert.deepEqual((await checked(host(), KIND, { parentId: await made(one) })).reasons, []);
  });

  for (const status of ["RESTART", "CONVERT_TO_HA"]) {
    it(`vendor A6: an instance that is ${status} is waited for`, async () => {
      await control("POST", "/settings", { trove: { instanceStatus: { [two]: status } } });
      const { inputs } = await host().check(KIND, owned({ instance: two }));
      const creation = host().create(KIND, inputs);
      await new Promise((over) => setTimeout(over, 400));
      await control("POST", "/settings", { trove: { instanceStatus: {} } });
      assert.equal((await creation).properties.state, "ready");
    });
  }

  for (const status of ["RESTART_REQUIRED", "BLOCKED", "SHUTDOWN", "ERROR"]) {
    it(`vendor A6: an instance that is ${status} is not`, async () => {
      await control("POST", "/settings", { trove: { instanceStatus: { [two]: status } } });
      const { inputs } = await host().check(KIND, owned({ instance: two }));
      await assert.rejects(host().create(KIND, inputs), ({ message }: Error) =>
        message.includes(`instance status was ${status}`),
      );
      await control("POST", "/settings", { trove: { instanceStatus: {} } });
    });
  }

  for (const [property, value] of Object.entries({
    incremental: true,
    swiftContainer: "mine",
    storageDriver: "swift",
  })) {
    it(`vendor A10: ${property} is refused, since Rackspace's page does not have it`, async () => {
      const { failures } = await host().check(KIND, owned({ instance: one, [property]: value }));
      const [{ reason } = { reason: "" }] = failures;
      assert.ok(reason.startsWith(`${property}: is no argument of Rackspace's`), reason);
      const stored = owned({ instance: one, name: "kept", [property]: value });
      assert.deepEqual((await host().check(KIND, stored, stored)).failures, []);
    });
  }

  it("vendor A23: a list of 20 without a next page may be cut, which is told; a parent's descendants are its instance's", async () => {
    const full = await made(one);
    for (let count = 0; count < 20; count++) await made(two);
    const child = await made(one, { parent_id: full });
    await control("POST", "/settings", { trove: { linksToNextBackups: false } });
    const state = { backupId: full, state: "ready", lastBackupAt: "2026-01-01T00:00:00Z", onDelete: "delete" };
    await assert.rejects(
      host().delete(KIND, full, owned({ instance: one, name: "by-somebody-else", ...state })),
      ({ message }: Error) => message.includes(child) || assert.fail(message),
    );
    const asked = (await requests()).map(({ path }) => path);
    assert.ok(asked.includes(`/v1.0/1234/instances/${one}/backups`));
    const told = host().logs.filter(({ message }) => message.includes("Rackspace lists 20 backups and no next page"));
    assert.equal(told.length, 1);
  });
});
