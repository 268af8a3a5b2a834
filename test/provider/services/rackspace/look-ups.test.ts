import assert from "node:assert/strict";
import { before } from "mocha";
import { look } from "../../../../provider/cli/discover/look";
import { services } from "../../../../provider/services/services";
import { checked, owned, validOf } from "../../../kinds/asked";
import { ownAccounts } from "../../../with/host/own-accounts";
import { allowIn } from "../../../with/host/told";
import { useHost } from "../../../with/host/use-host";

const KIND = "rackspace:BackupSchedule";
const SOURCE = `${validOf(KIND).sourceId}`;

describe("a schedule of Rackspace that is looked up", () => {
  const { host, outside, urls, control } = useHost({
    config: { "backup-plans:online": "true" },
    settings: { buildSeconds: 0, rackspace: { moreInstances: 10 } },
  });
  const sourceOf = (copy: number) => `44444444-4444-4444-8444-44444444000${copy}`;
  const post = (path: string, body: object) => outside().send("rackspace", "POST", `/v1.0/1234${path}`, body);
  const stand = async (instance_id: string, over: object = {}): Promise<string> => {
    const page = { action: "backup", day_of_week: 0, hour: 14, minute: 30, instance_id };
    return (await post("/schedules", { schedule: { ...page, ...over } })).schedule.id;
  };

  // What a process lists it does not ask for within a minute again: all stands before the first look.
  let standing: string[];
  before(async () => {
    standing = [
      await stand(sourceOf(1), { full_backup_retention: 5 }),
      await stand(sourceOf(2), { full_backup_retention: 5 }),
      await stand(SOURCE, { full_backup_retention: 3, copy_to: ["ORD", "DFW"] }),
    ];
  });

  it("names the automated backups that a lower retention may remove", async () => {
    const sourceId = sourceOf(3);
    await control("POST", "/settings", { rackspace: { automatedBackups: true } });
    const backup = async (name: string, parent_id?: string): Promise<string> => {
      const made = await post("/backups", { backup: { name, instance: sourceId, ...(parent_id && { parent_id }) } });
      await control("POST", "/time", { advance: 60 });
      return made.backup.id;
    };
    await backup("monday", await backup("sunday"));
    await backup("next-sunday");
    const args = owned({ ...validOf(KIND), sourceId, fullBackupRetention: 2 });
    const { inputs } = await host().check(KIND, args);
    const { failures } = await host().check(KIND, { ...args, fullBackupRetention: 1 }, inputs);
    assert.match(
      failures.map(({ reason }) => reason).join(),
      /beyond the newest 1 full ones.* may go: 2 recovery points: sunday \(.*\), monday \(/,
    );
  });

  it("is refused in preview where another one stands, and where what adopt names would lose something", async () => {
    const [id, other] = standing;
    const { reasons } = await checked(host(), KIND, { sourceId: sourceOf(1) });
    assert.match(
      reasons.join(),
      new RegExp(`^sourceId: ${sourceOf(1)} has schedule ${id} already.*write adopt: "${id}"`),
    );
    const __owner = owned({}).__owner;
    const adopting = await checked(host(), KIND, { sourceId: sourceOf(1), adopt: id, __owner });
    assert.match(adopting.reasons.join(), /resource "online-/, "the first one names the source, too");
    const lossy = await checked(host(), KIND, { sourceId: sourceOf(2), adopt: other });
    assert.match(lossy.reasons.join(), /5 weekly full backups => 2 weekly full backups/);
    assert.deepEqual(allowIn(lossy.reasons.join()), { "shorter-retention": "2 weekly full backups" });
  });

  it("is discovered with what adopts it", async () => {
    const id = standing[2];
    const rawConfig = ownAccounts(urls()).rackspace;
    const found = await look("rackspace", services.engineOf(KIND)!, { rawConfig, get: (key) => rawConfig[key] });
    const plan = found.find((each) => each.id === id)!;
    assert.deepEqual([plan.is, plan.targets, plan.status], ["plan", [SOURCE], "full on Sunday 14:30 UTC"]);
    assert.deepEqual(plan.resource, {
      kind: KIND,
      args: {
        ...{ adopt: id, sourceId: SOURCE, sourceType: "instance", dayOfWeek: 0, hour: 14, minute: 30 },
        ...{ fullBackupRetention: 3, copyTo: ["DFW", "ORD"] },
      },
    });
    assert.ok(found.some((each) => each.is === "target" && each.id === SOURCE));
  });
});
