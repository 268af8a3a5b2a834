import assert from "node:assert/strict";
import { owned, validOf } from "../../../kinds/asked";
import { useHost } from "../../../with/host/use-host";

const KIND = "rds:Backup";
const SQLSERVER = "fa08ec7c846967ded768c449cc5c03e1in01";

describe("import of an RDS backup, whose list is of one instance", () => {
  const { host, control } = useHost({ settings: { buildSeconds: 0, rds: { automaticBackups: true } } });
  const backups = async () =>
    ((await control("GET", "/state")) as { rds: { backups: { id: string; type: string }[] } }).rds.backups;

  it("finds a manual one in whichever instance has it, with its databases", async () => {
    const given = { ...validOf(KIND), instanceId: SQLSERVER, databases: [{ name: "shop" }] };
    const { inputs: declared } = await host().check(KIND, owned(given));
    const { id } = await host().create(KIND, declared);
    const { inputs, properties } = await host().read(KIND, id, {});
    assert.deepEqual([inputs.instanceId, inputs.databases, properties.origin], [SQLSERVER, given.databases, "adopted"]);
  });

  it("refuses an automated one, which RDS deletes by itself", async () => {
    await control("POST", "/time", { advance: { days: 1 } });
    const { id } = (await backups()).find(({ type }) => type.toLowerCase() === "auto")!;
    await assert.rejects(
      host().read(KIND, id, {}),
      /import: backup \w+ is no manual one \(RDS says auto\).*\. Name another one/,
    );
  });

  it("says where to look on, where no instance of the project has it", async () => {
    const id = "0".repeat(32);
    assert.equal((await host().read(KIND, id, {})).id, "");
    const said = host().logs.map(({ message }) => message);
    assert.match(
      said.join("\n"),
      /no instance of this project has backup 0+\. If its instance was deleted, .* adopt: "0+"/,
    );
  });
});
