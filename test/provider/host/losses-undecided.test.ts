import assert from "node:assert/strict";
import { UNKNOWN } from "../../../provider/core/ground/unknowns";
import { cases } from "../../kinds/kinds";
import { otcBackups } from "../../kinds/otc/services";
import { ownerNamed, type Props } from "../../with/host/host";
import { allowIn } from "../../with/host/told";
import { useHost } from "../../with/host/use-host";

const POINTS = ["serveravatar:Backup", "trove:Backup", ...otcBackups];
const PLAN = "serveravatar:BackupPlan";
const state: Props = { backupId: "21", planId: "21", state: "ready", lastBackupAt: "2030-01-01T00:00:00Z" };

/** In a preview, where another resource of the program is made anew first. */
for (const env of [{}, { BACKUP_PLANS_LOSSES: "report" }]) {
  describe(`losses that hang on a value that is not known yet ${JSON.stringify(env)}`, () => {
    const { host, requests } = useHost({ env });
    const validOf = (kind: string) => cases.find((one) => one.kind === kind)!.valid;
    let last = 0;

    /** What a preview warns of, from the stored arguments to the new ones; it fails when it is refused. */
    async function warned(kind: string, stored: Props, news: Props): Promise<string[]> {
      last += 1;
      const named = { __owner: ownerNamed(`undecided-${last}`) };
      const { inputs: before, failures: wrong } = await host().check(kind, { ...stored, ...named });
      assert.deepEqual(wrong, []);
      const from = host().logs.length;
      const { inputs, failures } = await host().check(kind, { ...news, ...named }, before);
      assert.deepEqual(failures, []);
      await host().diff(kind, "21", { ...before, ...state }, inputs);
      return host()
        .logs.slice(from)
        .filter(({ severity }) => severity === "warning")
        .map(({ message }) => message);
    }

    for (const kind of POINTS) {
      const stored = { ...validOf(kind), onDelete: "delete", triggers: ["v1"] };
      const unknown = { ...stored, triggers: [UNKNOWN] };

      it(`${kind}: a replacement that deletes a recovery point is told, with the line to write, and let pass`, async () => {
        const [warning, ...others] = await warned(kind, stored, unknown);
        assert.deepEqual(others, []);
        const starts = `undecided-${last}: onDelete: if triggers (not known yet) differs from what is stored, this change`;
        assert.ok(warning!.startsWith(starts), warning);
        assert.match(warning!, /without consent pulumi up would stop there, maybe halfway/);
        assert.ok(!warning!.includes(UNKNOWN));
        assert.deepEqual(allowIn(warning!), { "replace-recovery-point": "21" });
      });

      it(`${kind}: nothing is told when it is agreed to, or may be, or is kept`, async () => {
        for (const allow of [{ "replace-recovery-point": "21" }, { "replace-recovery-point": UNKNOWN }, UNKNOWN]) {
          assert.deepEqual(await warned(kind, stored, { ...unknown, allow }), []);
        }
        const kept = { ...validOf(kind), triggers: ["v1"] };
        assert.deepEqual(await warned(kind, kept, { ...kept, triggers: [UNKNOWN] }), []);
      });
    }

    it("are told of every such plan that would keep running", async () => {
      const stored = validOf(PLAN);
      for (const name of ["server", "applicationId", "databaseId"]) {
        const [warning, ...others] = await warned(PLAN, stored, { ...stored, [name]: UNKNOWN });
        assert.deepEqual(others, [], name);
        assert.match(warning!, new RegExp(`^undecided-${last}: ${name}: if ${name} \\(not known yet\\) differs`));
        assert.deepEqual(allowIn(warning!), { "leave-running": "application 4246 on server 15" });
      }
      assert.deepEqual(await warned(PLAN, stored, { ...stored, retentionPeriod: UNKNOWN, schedule: UNKNOWN }), []);
    });

    it("send no request", async () => {
      assert.deepEqual(await requests(), []);
    });
  });
}

describe("losses beside a value that is not known yet", () => {
  const { host } = useHost();

  it("are refused where what is known of it differs already", async () => {
    const kind = "dds:Backup";
    const valid = { ...cases.find((one) => one.kind === kind)!.valid, onDelete: "delete", triggers: ["id", "v1"] };
    const { inputs: before } = await host().check(kind, valid);
    const { inputs } = await host().check(kind, { ...valid, triggers: [UNKNOWN, "v2"] }, before);
    await assert.rejects(host().diff(kind, "21", { ...before, ...state }, inputs), /deletes the recovery point 21/);
  });
});
