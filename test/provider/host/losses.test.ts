import assert from "node:assert/strict";
import { UNKNOWN } from "../../../provider/core/ground/unknowns";
import { type Args, written } from "../../kinds/case";
import { instances } from "../../kinds/instances";
import { cases, lossesOfAll } from "../../kinds/kinds";
import type { LossCase, Losses } from "../../kinds/losses";
import { ownerNamed, type Props } from "../../with/host/host";
import { allowIn } from "../../with/host/told";
import { useHost } from "../../with/host/use-host";

describe("losses", () => {
  const { host, requests } = useHost();

  async function reasonsOf(resource: string, news: Args, stored: Args): Promise<string[]> {
    const { failures } = await host().check(resource, news, stored);
    assert.ok(failures.every(({ property }) => property === ""));
    return failures.map(({ reason }) => reason);
  }

  function ofOneLoss({ resource, stored: plan }: Losses, loss: LossCase): void {
    const { kind, value } = loss;
    const before = written(plan, loss.stored);
    const after = written(before, loss.with);

    it("is refused, with the exact line that agrees to it", async () => {
      const [reason, ...others] = await reasonsOf(resource, after, before);
      assert.deepEqual(others, []);
      assert.ok(reason!.startsWith(`nightly: ${loss.property}: `), reason);
      for (const words of loss.says) assert.ok(reason!.includes(words), `${words} is not in: ${reason}`);
      assert.deepEqual(allowIn(reason!), { [kind]: value });
    });

    it("is refused with a consent to something else, which is named", async () => {
      for (const other of ["yes", "true", `${value} `, `x${value}`, `${value} (`, `${value} ()`, `${value}(PR 214)`]) {
        const [reason] = await reasonsOf(resource, { ...after, allow: { [kind]: other } }, before);
        assert.ok(reason!.includes(`the allow that is there names "${other}"`), reason);
      }
      const elsewhere = kind === "less-frequent" ? "shorter-retention" : "less-frequent";
      assert.equal((await reasonsOf(resource, { ...after, allow: { [elsewhere]: value } }, before)).length, 1);
    });
  }

  for (const one of lossesOfAll) {
    describe(one.resource, () => {
      for (const loss of one.losses) describe(`${loss.kind}: ${loss.what}`, () => ofOneLoss(one, loss));

      it("are none at a creation", async () => {
        for (const loss of one.losses) {
          const news = written(one.stored, { ...loss.stored, ...loss.with });
          assert.deepEqual(await reasonsOf(one.resource, news, {}), []);
        }
      });

      for (const { what, stored, with: change } of one.harmless) {
        it(`are none in ${what}`, async () => {
          const before = written(one.stored, stored);
          assert.deepEqual(await reasonsOf(one.resource, written(before, change), before), []);
        });
      }
    });
  }

  /** With ignoreChanges the engine compares the stored value, and then checks the replacement with the program's. */
  it("are none of what ignoreChanges ignores, until a replacement takes the program's value", async () => {
    const named = { __owner: ownerNamed("ignoring"), instanceId: instances.dds[0], onDelete: "delete" };
    const kind = "dds:Backup";
    const news = { ...named, triggers: ["v2"], keepLast: 1 };
    const { inputs } = await host().check(kind, { ...named, triggers: ["v1"], keepLast: 2 });
    const stored = { ...inputs, backupId: "c9b5ba8e01bd4dd09b7e50ae4a4c0bd1br02", state: "ready", origin: "made" };
    const ignoring = await host().check(kind, { ...news, keepLast: 2 }, inputs);
    assert.deepEqual(ignoring.failures, []);
    await host().diff(kind, stored.backupId, stored, ignoring.inputs);
    const [reason] = await reasonsOf(kind, news, {});
    assert.deepEqual(allowIn(reason!), { "shorter-retention": "keepLast 1" });
    const allow = allowIn(reason!);
    assert.deepEqual(await reasonsOf(kind, { ...news, allow }, {}), []);
  });

  describe("of a plan", () => {
    const plan = lossesOfAll[0]!.stored;
    const kind = "serveravatar:BackupPlan";

    it("newcomer 6: are refused together, and agreed to by one line", async () => {
      const change = { retentionPeriod: "1 Month", schedule: "Every Week", cloudStorageProviderId: 13, server: 16 };
      const [reason, ...others] = await reasonsOf(kind, { ...plan, ...change }, plan);
      assert.deepEqual(others, []);
      const allow = allowIn(reason!);
      const kinds = ["change-destination", "leave-running", "less-frequent", "shorter-retention"];
      assert.deepEqual(Object.keys(allow).sort(), kinds);
      assert.equal(reason!.split("\n").filter((line) => line.startsWith("nightly: ")).length, kinds.length);
      assert.match(reason!, /These losses need consent: .*\. BACKUP_PLANS_LOSSES=report pulumi preview shows/);
      assert.deepEqual(await reasonsOf(kind, { ...plan, ...change, allow }, plan), []);
    });

    it("are both told of another type or database: what is narrower, and what keeps running", async () => {
      for (const change of [{ type: "filesystem" }, { databaseId: 4224 }]) {
        const reasons = await reasonsOf(kind, { ...plan, ...change }, plan);
        assert.deepEqual(reasons.map(allowIn), [
          { "narrower-scope": "database 4223 of application 4246", "leave-running": "application 4246 on server 15" },
        ]);
      }
    });

    it("keep what was agreed to already in the line that agrees to all", async () => {
      const allow = { "less-frequent": "Every Week (PR 7)" };
      const change = { retentionPeriod: "1 Month", schedule: "Every Week", allow };
      const reasons = await reasonsOf(kind, { ...plan, ...change }, plan);
      assert.deepEqual(reasons.map(allowIn), [
        { "shorter-retention": "1 Month", "less-frequent": "Every Week (PR 7)" },
      ]);
      assert.equal(reasons[0]!.split("\n").length, 1, "only what lacks consent is told");
    });

    it("of a start that is not known yet are left open, and no other is", async () => {
      const unknown = await reasonsOf(kind, { ...plan, schedule: "Every Week", startBackup: UNKNOWN }, plan);
      assert.deepEqual(unknown.map(allowIn), [{ "less-frequent": "Every Week" }]);
      const start = { startBackup: "2099-12-01 10:00" };
      assert.deepEqual(await reasonsOf(kind, { ...plan, ...start, applicationId: UNKNOWN }, plan), []);
    });

    it("are not told of a value that is refused anyway", async () => {
      const [reason, ...others] = await reasonsOf(kind, { ...plan, schedule: "Seldom" }, plan);
      assert.match(reason!, /^schedule: must be/);
      assert.deepEqual(others, []);
    });
  });

  describe("of a recovery point", () => {
    const kind = "serveravatar:Backup";
    const backup = { ...cases.find((one) => one.kind === kind)!.valid, name: "b", __owner: ownerNamed("point") };

    it("are agreed to by its id alone", async () => {
      const { inputs } = await host().check(kind, { ...backup, onDelete: "delete" });
      const state = { backupId: "5001", state: "ready", lastBackupAt: "2030-01-01T00:00:00Z" };
      const replaced = async (id: string) => {
        const change = { ...backup, onDelete: "delete", triggers: ["v2"], allow: { "replace-recovery-point": id } };
        const { inputs: news } = await host().check(kind, change, inputs);
        return host().diff(kind, "5001", { ...inputs, ...state }, news);
      };
      assert.deepEqual((await replaced("5001")).replaces, ["triggers"]);
      await assert.rejects(replaced("5002"), /the allow that is there names "5002"/);
    });
  });

  describe("a consent that is left over", () => {
    const kind = "serveravatar:BackupPlan";
    const allow = { "shorter-retention": "1 Month" };
    const agreed: Props = {
      ...lossesOfAll[0]!.stored,
      __owner: ownerNamed("left-over"),
      retentionPeriod: "1 Month",
      allow,
    };

    it("holds for nothing else", async () => {
      const weekly = await reasonsOf(kind, { ...agreed, schedule: "Every Week" }, agreed);
      assert.deepEqual(weekly.map(allowIn), [{ "less-frequent": "Every Week" }]);
      const longer = { ...agreed, retentionPeriod: "12 Months" };
      const shorter = await reasonsOf(kind, { ...agreed, retentionPeriod: "2 Months" }, longer);
      assert.deepEqual(shorter.map(allowIn), [{ "shorter-retention": "2 Months" }]);
    });
  });

  describe("altogether", () => {
    it("cause no request", async () => {
      assert.deepEqual(await requests(), []);
    });
  });
});
