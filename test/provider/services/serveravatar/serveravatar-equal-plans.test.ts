import assert from "node:assert/strict";
import { shopBackup, shopPlan } from "../../../kinds/example-shop";
import { type Host, ownerNamed, type Props } from "../../../with/host/host";
import { configFor, useHost } from "../../../with/host/use-host";
import { useHosts } from "../../../with/host/with-host";
import { NOBODY } from "../../../with/nobody";

const KIND = "serveravatar:BackupPlan";
const later = { startBackup: "2099-01-31 02:30" };

type Case = [what: string, second: Props, isRefused: boolean];

const CASES: Case[] = [
  ["equal to the first", {}, true],
  ["with another start", later, true],
  ["with the same values written otherwise", { startBackupFromNow: true, automaticBackup: 1 }, true],
  ["with another onDelete", { onDelete: "delete" }, true],
  ["of another rhythm", { schedule: "Every Week" }, false],
  ["kept for longer", { retentionPeriod: "24 Months" }, false],
  ["of another database", { databaseId: 4224 }, false],
  ["without a database", { databaseId: undefined }, false],
  ["to another storage", { provider: "wasabi", cloudStorageProviderId: 10 }, false],
  ["as other files", { applicationExtension: ".tar" }, false],
  ["in another organization", { organization: 6 }, false],
  ["that is adopted, as the first is still to be made", { adopt: "21" }, true],
];

describe("consent 10: two plans of one program that differ at most in their start", () => {
  const { urls } = useHost();
  const start = useHosts();
  let host: Host;
  beforeEach(async () => {
    host = await start({ config: configFor(urls()) });
  });
  const check = async (name: string, args: Props, olds: Props = {}) => {
    const asked = { ...shopPlan, ...args, __owner: ownerNamed(name) };
    const { inputs, failures } = await host.check(KIND, asked, olds);
    return { inputs, reasons: failures.map(({ reason }) => reason).join("\n") };
  };

  it("the second one is refused where it is equal, and passes where it is not", async () => {
    assert.equal((await check("first", {})).reasons, "");
    for (const [what, args, isRefused] of CASES) {
      const { reasons } = await check("second", args);
      const expected = isRefused
        ? /^schedule: resource "first" declares the same plan, .*ServerAvatar would run both/
        : /^$/;
      assert.match(reasons, expected, what);
    }
  });

  it("those that both stand pass, in either order; a new one beside them is refused", async () => {
    const olds = { ...shopPlan, startBackupFromNow: true };
    assert.equal((await check("first", {}, olds)).reasons, "");
    assert.equal((await check("second", later, { ...shopPlan, ...later })).reasons, "");
    assert.equal((await check("first", {}, olds)).reasons, "");
    assert.match((await check("third", {})).reasons, /resource "first" declares the same plan/);
  });

  it("one that is adopted beside one that stands passes: both run already", async () => {
    assert.equal((await check("first", {}, { ...shopPlan })).reasons, "");
    assert.equal((await check("second", { adopt: "21" })).reasons, "");
  });

  it("the one that stands is refused where a new one was declared before it", async () => {
    assert.equal((await check("new", {})).reasons, "");
    assert.match((await check("first", {}, { ...shopPlan })).reasons, /resource "new" declares the same plan/);
  });

  it("an edit that makes two equal is refused, and one that leaves them apart passes", async () => {
    const weekly = { schedule: "Every Week" };
    const monthly = { schedule: "Every Month", allow: { "less-frequent": "Every Month" } };
    assert.equal((await check("first", {}, { ...shopPlan })).reasons, "");
    assert.equal((await check("second", monthly, { ...shopPlan, ...weekly })).reasons, "");
    assert.match((await check("second", {}, { ...shopPlan, ...weekly })).reasons, /declares the same plan/);
  });

  it("what a preview does not know yet decides nothing", async () => {
    assert.equal((await check("first", {})).reasons, "");
    const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    assert.equal((await check("second", { applicationId: unknown })).reasons, "");
    assert.match((await check("second", { startBackup: unknown })).reasons, /declares the same plan/);
  });

  it("two instant backups are two", async () => {
    const once = { ...shopBackup, automaticBackup: false, schedule: undefined };
    assert.equal((await check("first", once)).reasons, "");
    assert.equal((await check("second", once)).reasons, "");
  });

  describe("of which one has an explicit provider, with a process of its own", () => {
    let explicit: Host;
    const checkThere = async (name: string, args: Props, config: Props = {}) => {
      explicit = await start({ config: { ...configFor(urls()), ...config }, beside: host });
      const { failures } = await explicit.check(KIND, { ...shopPlan, ...args, __owner: ownerNamed(name) });
      return failures.map(({ reason }) => reason).join("\n");
    };

    it("the second one is refused, too", async () => {
      assert.equal((await check("first", {})).reasons, "");
      assert.match(
        await checkThere("second", later),
        /^schedule: a resource of another provider declares the same plan/,
      );
    });

    it("one that moves to that provider under its name passes, and so does one at another address", async () => {
      assert.equal((await check("first", {})).reasons, "");
      assert.equal(await checkThere("first", {}), "");
      await explicit.stop();
      const elsewhere = { "serveravatar:endpoint": NOBODY };
      assert.equal(await checkThere("second", {}, elsewhere), "");
    });

    it("two that both stand pass", async () => {
      assert.equal((await check("first", {}, { ...shopPlan })).reasons, "");
      explicit = await start({ config: configFor(urls()), beside: host });
      const asked = { ...shopPlan, ...later, __owner: ownerNamed("second") };
      assert.deepEqual((await explicit.check(KIND, asked, { ...shopPlan, ...later })).failures, []);
    });
  });
});
