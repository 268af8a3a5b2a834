import assert from "node:assert/strict";
import { shopPlan, shopPlanSent } from "../../../kinds/example-shop";
import { ownerNamed, type Props } from "../../../with/host/host";
import { useHost } from "../../../with/host/use-host";

const KIND = "serveravatar:BackupPlan";
const DAY = 86_400;

describe("consents of a ServerAvatar plan", () => {
  const { host, control, outside } = useHost({ settings: { buildSeconds: 0 } });
  const warned = () =>
    host()
      .logs.map(({ message }) => message)
      .join("\n");
  const named = (name: string, more: object = {}): Props => ({ ...shopPlan, ...more, __owner: ownerNamed(name) });
  const check = async (args: Props, olds: Props = {}) => (await host().check(KIND, args, olds)).inputs;
  const create = async (args: Props) => host().create(KIND, await check(args));
  const patches = async () =>
    ((await control("GET", "/requests")) as { method: string }[]).filter(({ method }) => method === "PATCH").length;

  it("consent 7: adopt written on a resource that is there is told", async () => {
    const weekly = { schedule: "Every Week" };
    const olds = await check(named("seven", weekly));
    await check(named("seven", { ...weekly, adopt: "24" }), olds);
    assert.match(warned(), /adopt: acts only when a resource is made.*pulumi up --replace/);
  });

  it("consent 17: what the type does not use passes with a warning", async () => {
    const { failures } = await host().check(KIND, named("seventeen", { type: "filesystem" }));
    assert.deepEqual(failures, []);
    assert.match(warned(), /databaseId: is not used with type "filesystem".*write type "application".*4223/);
    assert.match(warned(), /databaseExtension: is not used with type "filesystem"/);
    await check(named("seventeen", { type: "database" }));
    assert.match(warned(), /applicationExtension: is not used with type "database"/);
  });

  it("consent 18: an edit of a plan that starts from now is told to say so again", async () => {
    const monthly = { schedule: "Every Month" };
    const olds = await check(named("eighteen", monthly));
    const before = warned().length;
    await check(named("eighteen", monthly), olds);
    assert.doesNotMatch(warned().slice(before), /goes with this edit/);
    await check(named("eighteen", { ...monthly, retentionPeriod: "24 Months" }), olds);
    assert.match(warned().slice(before), /startBackupFromNow: goes with this edit/);
  });

  it("consent 5 and 6, vendor A21: what runs tell is compared before a plan is adopted, and a second one needs consent", async () => {
    // Made by a stack that this process is not shown.
    await outside().send("serveravatar", "POST", "/organizations/5/servers/15/backups", shopPlanSent);
    await assert.rejects(
      create(named("six")),
      /plan 21 already backs up[\s\S]*adopt: "21"[\s\S]*allow: \{ "second-plan": "21" \}/,
    );
    const { properties } = await create(named("six", { allow: { "second-plan": "21" } }));
    assert.equal(properties.planId, "22");
    assert.match(`${properties.expiresAt}`, /^20\d\d-/);
    const rare = { adopt: "21", schedule: "Every Year", retentionPeriod: "1 Month" };
    await assert.rejects(
      create(named("five", rare)),
      /12 Months => 1 Month[\s\S]*its runs do not show how often it runs[\s\S]*"overwrite-unseen":\s*"21"/,
    );
    // One run shows no rhythm, and a plan that is put off runs less often whatever that is.
    const far = { adopt: "21", schedule: "Every Hour", startBackup: "2099-12-01 10:00", retentionPeriod: "24 Months" };
    await assert.rejects(
      create(named("five", far)),
      /nothing runs from now .* until 2099-12-01 10:00[\s\S]*"less-frequent": "Every Hour from 2099-12-01 10:00"/,
    );
    for (let day = 0; day < 3; day++) await control("POST", "/time", { advance: DAY });
    await assert.rejects(
      create(named("five", rare)),
      /"Every Day" => "Every Year"[\s\S]*allow: \{ "shorter-retention": "1 Month", "less-frequent": "Every Year" \}/,
    );
    assert.equal(await patches(), 0);
    const adopted = await create(named("five", { adopt: "21", retentionPeriod: "24 Months" }));
    assert.equal(adopted.id, "21");
    assert.equal(await patches(), 1);
  });
});
