import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../provider/core/ground/unknowns";
import { cases } from "../../../kinds/kinds";
import type { Props } from "../../../with/host/host";
import { useHost } from "../../../with/host/use-host";

const PLAN = "serveravatar:BackupPlan";
const BACKUP = "serveravatar:Backup";
const validOf = (kind: string) => cases.find((one) => one.kind === kind)!.valid;

describe("unknown values inside and around", () => {
  const { host, requests } = useHost();

  async function reasonsOf(kind: string, news: Props, olds?: Props): Promise<string[]> {
    const { failures } = await host().check(kind, news, olds);
    return failures.map(({ reason }) => reason);
  }

  it("pass in triggers, at any depth", async () => {
    for (const triggers of [[UNKNOWN], ["v1", { deep: [UNKNOWN] }], UNKNOWN]) {
      assert.deepEqual(await reasonsOf(BACKUP, { ...validOf(BACKUP), triggers }), []);
    }
  });

  it("do not hide what is wrong beside them in triggers", async () => {
    const triggers = [UNKNOWN, { at: { __notJson: "Date" } }];
    const [reason, ...others] = await reasonsOf(BACKUP, { ...validOf(BACKUP), triggers });
    assert.match(reason!, /^triggers\.1\.at: holds a value of type Date/);
    assert.deepEqual(others, []);
  });

  for (const [kind, argument, says] of [
    ["rds:BackupPolicy", { period: [1, UNKNOWN] }, /^\(not known yet\) 01:00-02:00 UTC: instance/],
    ["dds:BackupPolicy", { period: [UNKNOWN] }, /^\(not known yet\) 01:00-02:00 UTC: instance/],
    ["rackspace:BackupSchedule", { copyTo: ["DFW", UNKNOWN] }, /copied to \(not…/],
    [
      "rackspace:BackupSchedule",
      { sourceId: UNKNOWN },
      /^Full Sun 14:30 UTC, else incremental: instance \(not known yet\);/,
    ],
    ["rds:Backup", { databases: [{ name: UNKNOWN }] }, /backup of some databases of instance/],
  ] as const) {
    it(`${kind}: the summary does not count what is known of ${Object.keys(argument)}`, async () => {
      const { inputs, failures } = await host().check(kind, { ...validOf(kind), ...argument });
      assert.deepEqual(failures, []);
      assert.match(`${inputs.summary}`, says);
    });
  }

  for (const ours of [
    { onDelete: UNKNOWN },
    { keepLast: UNKNOWN },
    { allow: { "replace-recovery-point": UNKNOWN } },
    { allow: UNKNOWN },
    { adopt: UNKNOWN },
  ]) {
    it(`do not rename a recovery point, and so replace it, in ${JSON.stringify(Object.keys(ours))}`, async () => {
      const args = { ...validOf(BACKUP), name: undefined };
      const { inputs: stored } = await host().check(BACKUP, args);
      const { inputs, failures } = await host().check(BACKUP, { ...args, ...ours }, stored);
      assert.deepEqual([failures, inputs.name], [[], stored.name]);
    });
  }

  it("are not told as a consent that agrees to nothing", async () => {
    const policy = validOf("dds:BackupPolicy");
    const from = host().logs.length;
    const news = { ...policy, allow: { "shorter-retention": UNKNOWN } };
    assert.deepEqual(await reasonsOf("dds:BackupPolicy", news, policy), []);
    assert.doesNotMatch(JSON.stringify(host().logs.slice(from)), /agrees to no/);
  });

  it("pass as the value of a consent", async () => {
    const allow = { "shorter-retention": UNKNOWN };
    assert.deepEqual(await reasonsOf(PLAN, { ...validOf(PLAN), allow }), []);
  });

  it("do not pass as the value of a consent that does not exist", async () => {
    const [reason, ...others] = await reasonsOf(PLAN, { ...validOf(PLAN), allow: { everything: UNKNOWN } });
    assert.match(reason!, /^allow: must be an object of consents/);
    assert.deepEqual(others, []);
    assert.ok(!reason!.includes(UNKNOWN), "a reader does not know this text");
  });

  describe("and losses", () => {
    const stored = validOf(PLAN);
    const shorter = { ...stored, retentionPeriod: "1 Month" };

    it("leave a loss open while the new value is not known", async () => {
      for (const name of Object.keys(stored)) {
        if (name === "automaticBackup") continue;
        assert.deepEqual(await reasonsOf(PLAN, { ...stored, [name]: UNKNOWN }, stored), [], name);
      }
    });

    it("leave a loss open while the consent is not known", async () => {
      for (const allow of [UNKNOWN, { "shorter-retention": UNKNOWN }]) {
        assert.deepEqual(await reasonsOf(PLAN, { ...shorter, allow }, stored), []);
      }
    });

    it("do not hide a loss that is known", async () => {
      const others = Object.keys(stored).filter((name) => !["retentionPeriod", "automaticBackup"].includes(name));
      for (const name of others) {
        const [reason] = await reasonsOf(PLAN, { ...shorter, [name]: UNKNOWN }, stored);
        assert.match(`${reason}`, /"shorter-retention": "1 Month"/, name);
      }
    });

    it("leave a replacement's loss open while it may not come to a replacement", async () => {
      const olds = { ...validOf(BACKUP), name: "b", onDelete: "delete", state: "ready", backupId: "5001" };
      const news = { ...validOf(BACKUP), name: "b", onDelete: "delete", applicationId: UNKNOWN };
      const { replaces } = await host().diff(BACKUP, "5001", { ...olds, lastBackupAt: "2030-01-01T00:00:00Z" }, news);
      assert.deepEqual(replaces, ["applicationId"]);
    });

    it("cause no request", async () => {
      assert.deepEqual(await requests(), []);
    });
  });
});
