import assert from "node:assert/strict";
import { one, project, two } from "../../../emulator/use-trove";
import { checked, owned } from "../../../kinds/asked";
import { useHost } from "../../../with/host/use-host";

const KIND = "trove:Backup";

describe("Trove as OpenStack's pages have it", () => {
  const config = { "backup-plans:online": "true" };
  const { host, outside, control } = useHost({ settings: { buildSeconds: 0 }, config });
  const create = async (args: object) => {
    const { inputs } = await host().check(KIND, owned({ instance: one, ...args }));
    return host().create(KIND, inputs);
  };

  it("vendor A8: without a container that of the backup strategy is named, the instance's before the project's", async () => {
    const save = (backup_strategy: object) =>
      outside().send("trove", "POST", `/v1.0/${project}/backup_strategies`, { backup_strategy });
    await save({ swift_container: "of-the-project" });
    await save({ swift_container: "of-db-two", instance_id: two });
    const warnings = async (args: Record<string, unknown>) => (await checked(host(), KIND, args)).warnings;
    const said = (whose: string, container: string) => [
      `swiftContainer: is left out, and the backup strategy of the ${whose} has the container "${container}", where the ` +
        `backup goes; write swiftContainer: "${container}" to say so in the program`,
    ];
    assert.deepEqual(await warnings({ instance: two }), said("instance", "of-db-two"));
    assert.deepEqual(await warnings({ instance: one }), said("project", "of-the-project"));
    assert.deepEqual(await warnings({ instance: two, swiftContainer: "mine" }), []);
    assert.deepEqual(await warnings({ instance: two, storageDriver: "cinder" }), []);
  });

  it("vendor A9: a container has the letters and the length that the API's schema allows", async () => {
    for (const swiftContainer of ["c".repeat(256), "a b", "--"]) {
      const { reasons } = await checked(host(), KIND, { instance: one, swiftContainer });
      assert.match(reasons.join(), /must be 1 to 255 letters, digits and _/, swiftContainer);
    }
    const { reasons } = await checked(host(), KIND, { instance: one, swiftContainer: "c".repeat(255) });
    assert.deepEqual(reasons, []);
  });

  it("vendor A6: an instance that is NEW is waited for", async () => {
    await control("POST", "/settings", { trove: { instanceStatus: { [one]: "NEW" } } });
    const creation = create({});
    await new Promise((over) => setTimeout(over, 400));
    await control("POST", "/settings", { trove: { instanceStatus: {} } });
    assert.equal((await creation).properties.state, "ready");
  });

  it("vendor A11: why a backup failed is what the instance tells of it", async () => {
    await control("POST", "/settings", { trove: { failNext: { backup: 1 } } });
    await assert.rejects(
      create({}),
      ({ message }: Error) =>
        /\(Failed to create backup \S+, error: Cannot find parent backup WAL file\.\)/.test(message) ||
        assert.fail(message),
    );
  });

  it("vendor A13: where Trove tells the storage driver, adopting compares it", async () => {
    const { id, properties } = await create({ storageDriver: "swift" });
    const adopted = (storageDriver: string) => create({ adopt: id, name: properties.name, storageDriver });
    assert.equal((await adopted("cinder")).id, id);
    await control("POST", "/settings", { trove: { showsStorageDriver: true } });
    await assert.rejects(
      adopted("cinder"),
      ({ message }: Error) =>
        message.includes("does not match what is declared: storageDriver (there: swift)") || assert.fail(message),
    );
    assert.equal((await adopted("swift")).id, id);
  });
});
