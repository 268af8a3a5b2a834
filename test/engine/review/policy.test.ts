import assert from "node:assert/strict";
import { type Emulator, startEmulator } from "../../emulator";
import { instance, plan, point, policyFor } from "../../provider/policy/declared";
import { type Policed, PolicedStack } from "../../provider/policy/policed";
import { controlOf } from "../../with/control";
import { findEngine } from "../../with/engine/find";

const DDS_INSTANCE = "a89dab5e39394eccbdb77b19d57b0180in02";
const DDS = "opentelekomcloud:index/ddsInstanceV3:DdsInstanceV3";
const TROVE = "openstack:database/instance:Instance";

/** Each violation as `policy resource`, in order, without what is told of the undecided. */
const broken = ({ violations }: Policed) =>
  violations
    .filter(({ policy }) => policy !== "undecided")
    .map(({ policy, resource }) => `${policy} ${resource}`)
    .sort();

const open = ({ violations }: Policed) =>
  violations
    .filter(({ policy }) => policy === "undecided")
    .map(({ text }) => text.split(":")[0])
    .sort();

for (const version of ["3.150.0", "3.250.0"] as const) {
  describe(`the policy pack, on the engine ${version}`, () => {
    let emulator: Emulator;
    let stack: PolicedStack;

    before(async () => {
      emulator = await startEmulator({ settings: { buildSeconds: 0.05 } });
      const engine = await findEngine({ version });
      stack = await PolicedStack.create(engine, emulator, ["openstack", "opentelekomcloud", "shop"]);
    });
    after(async () => {
      await stack?.dispose();
      await emulator?.stop();
    });

    describe("where everything is known", () => {
      const program = [
        plan("weekly", { schedule: "Every Week", retentionPeriod: "1 Month" }),
        plan("own-storage", {
          applicationId: 4247,
          provider: "custom_s3",
          cloudStorageProviderId: 20,
          retentionPeriod: undefined,
        }),
        instance(TROVE, "orders"),
        plan("hidden", { applicationId: 4247, schedule: { secret: "Every Month" } }),
        point("full", { instance: { idOf: "orders" } }),
        point("second", { instance: { idOf: "orders" }, parentId: { idOf: "full" } }),
        point("third", { instance: { idOf: "orders" }, parentId: { idOf: "second" } }),
        instance(DDS, "ledger"),
      ];
      const storage = "custom_s3, storage 20";

      it("fails the preview that violates each policy", async () => {
        const run = await stack.preview(program, {
          "maximum-rpo": { hours: 167 },
          "minimum-retention": { days: 29 },
          "separate-destination": { machines: { [storage]: "server 15" } },
          "chain-depth": { maximum: 1, enforcementLevel: "mandatory" },
        });
        assert.notEqual(run.code, 0);
        assert.deepEqual(broken(run), [
          "chain-depth third",
          "coverage ledger",
          "maximum-rpo hidden",
          "maximum-rpo weekly",
          "minimum-retention weekly",
          "separate-destination own-storage",
        ]);
        assert.ok(run.violations.every(({ level, policy }) => (level === "mandatory") === (policy !== "undecided")));
        assert.match(run.text, /longest gap between two backups is 7 days, .* at most 167 h/);
        assert.match(run.text, /longest gap between two backups is \[secret\], /);
        assert.doesNotMatch(run.text, /Every Month|31 days,/);
      });

      // What a configuration does is the launcher's, and the same on either engine.
      if (version !== "3.250.0") return;

      it("passes the same preview where the configuration allows it", async () => {
        const run = await stack.preview(program, {
          "maximum-rpo": { hours: 31 * 24 },
          "minimum-retention": { days: 28 },
          coverage: { exceptions: { [`${DDS}::ledger`]: "filled from orders every night" } },
          "separate-destination": { machines: { [storage]: "elsewhere" } },
          "chain-depth": { maximum: 2, enforcementLevel: "mandatory" },
          "no-unfinished": "disabled",
        });
        assert.equal(run.code, 0, run.text);
        assert.deepEqual(broken(run), []);
        assert.deepEqual(open(run), ["minimum-retention"]);
      });

      it("refuses a configuration of the wrong form, and a key that no policy knows", async () => {
        const wrong = await stack.preview(program.slice(0, 1), { "maximum-rpo": { hours: "a day" } });
        assert.notEqual(wrong.code, 0);
        assert.match(wrong.text, /maximum-rpo: hours: Invalid type/);
        const misspelt = await stack.preview(program.slice(0, 1), { "maximum-rpo": { hour: 200 } });
        assert.notEqual(misspelt.code, 0);
        assert.match(misspelt.text, /says hour, which it does not know/);
      });
    });

    describe("where something is not known yet, or not documented", () => {
      const program = [
        instance("shop:index:Setting", "setting"),
        instance(DDS, "ledger"),
        policyFor("setting", { keepDays: { idOf: "setting" } }),
        plan("own-storage", { provider: "custom_s3", cloudStorageProviderId: 20, retentionPeriod: undefined }),
        point("newest", { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f", incremental: true }),
      ];
      const all = [
        "maximum-rpo",
        "minimum-retention",
        "coverage",
        "separate-destination",
        "no-unfinished",
        "chain-depth",
      ];

      it("tells that of each policy, and passes", async () => {
        const run = await stack.preview(program);
        assert.equal(run.code, 0, run.text);
        assert.deepEqual(broken(run), []);
        assert.deepEqual([...new Set(open(run))], [...all].sort());
        assert.ok(run.violations.every(({ level }) => level === "advisory"));
      });

      if (version !== "3.250.0") return;

      it("fails where the configuration says undecided: error", async () => {
        const strict = { enforcementLevel: "mandatory", undecided: "error" };
        const run = await stack.preview(program, Object.fromEntries(all.map((name) => [name, strict])));
        assert.notEqual(run.code, 0);
        assert.deepEqual(open(run), []);
        assert.deepEqual([...new Set(run.violations.map(({ policy }) => policy))].sort(), [...all].sort());
        assert.ok(run.violations.every(({ level, text }) => level === "mandatory" && text.startsWith("undecided: ")));
        assert.ok(broken(run).includes("coverage ledger"));
      });
    });

    // What an older engine hands over is the same in a preview and in an update.
    if (version !== "3.250.0") return;

    describe("over a stack's life", () => {
      const there = [instance(DDS, "ledger", { idThen: DDS_INSTANCE }), policyFor("ledger"), plan("nightly")];
      const told = { "no-unfinished": "mandatory" };

      it("finds what an update left unfinished, and nothing else", async () => {
        const control = controlOf(emulator.urls);
        await control("POST", "/settings", { buildSeconds: 3600 });
        const run = await stack.up(there, told);
        await control("POST", "/time", { advance: { hours: 2 } });
        assert.notEqual(run.code, 0);
        assert.deepEqual(broken(run), ["no-unfinished nightly"]);
        assert.match(run.text, /its stored state is pending \(In Progress\)/);
      });

      it("is silent once that is finished", async () => {
        assert.equal((await stack.refresh()).code, 0);
        const run = await stack.preview(there, told);
        assert.equal(run.code, 0, run.text);
        assert.deepEqual(run.violations, []);
      });
    });
  });
}
