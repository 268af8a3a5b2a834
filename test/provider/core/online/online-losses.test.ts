import assert from "node:assert/strict";
import { DateTime } from "luxon";
import { checked, validOf } from "../../../kinds/asked";
import { type Args, written } from "../../../kinds/case";
import { shopPlanSent } from "../../../kinds/example-shop";
import { ownerNamed } from "../../../with/host/host";
import { allowIn } from "../../../with/host/told";
import { useHost } from "../../../with/host/use-host";

const DAYS = 6;
const everyDay = "1,2,3,4,5,6,7";

const policies = {
  dds: ["DDS", "a89dab5e39394eccbdb77b19d57b0180in02"],
  geminidb: ["GeminiDB", "a4d8ea2584e047439a667703c0684119in06"],
} as const;

describe("what a shorter retention may remove", () => {
  const automatic = { automaticBackups: true };
  const { host, outside, control } = useHost({
    settings: { buildSeconds: 0, dds: automatic, geminidb: automatic },
    config: { "backup-plans:online": "true" },
  });
  const ago = (length: { days: number }) => DateTime.utc().minus(length).toISO();

  before(async () => {
    await control("POST", "/time", { set: ago({ days: 100 }) });
    await outside().send("serveravatar", "POST", "/organizations/5/servers/15/backups", {
      ...shopPlanSent,
      schedule: "Every Month",
    });
    await control("POST", "/time", { set: ago({ days: DAYS }) });
    for (const [service, [, instance]] of Object.entries(policies)) {
      const path = `/v3/0549b4a43100d4f32f51c01c2fe4acdb/instances/${instance}/backups/policy`;
      const backup_policy = { keep_days: 14, start_time: "01:00-02:00", period: everyDay };
      await outside().send(service, "PUT", path, { backup_policy });
    }
    await control("POST", "/time", { set: ago({ days: 0 }) });
  });

  const check = (kind: string, stored: Args, change: Args) => {
    const __owner = ownerNamed(kind);
    return checked(host(), kind, { ...stored, ...change, __owner }, written(validOf(kind), stored));
  };

  for (const [service, [name]] of Object.entries(policies)) {
    const kind = `${service}:BackupPolicy`;

    it(`${kind}: is in the refusal by name and date, the oldest first, and what is young enough is not`, async () => {
      const { reasons, warnings } = await check(kind, { keepDays: 14 }, { keepDays: 3 });
      assert.equal(reasons.length, 1);
      assert.deepEqual(warnings, []);
      assert.deepEqual(allowIn(reasons[0]!), { "shorter-retention": "3 days" });
      const told = `${name} lists automated backups that are older than 3 days now, which may go`;
      const [, count, list = ""] =
        new RegExp(`${told}: (\\d) recovery points: (.*?)\\. This loss`).exec(reasons[0]!) ?? [];
      const times = [...list.matchAll(/\w+-\w+-\d{17} \((20[^)]*)\)/g)].map(([, time]) => time as string);
      assert.equal(times.length, Number(count), reasons[0]);
      assert.ok(times.length === 3 || times.length === 2, reasons[0]);
      assert.deepEqual(times, [...times].sort());
      for (const time of times) assert.ok(Date.parse(time) < Date.now() - 3 * 86_400_000, time);
    });

    it(`${kind}: is told when the loss is agreed to`, async () => {
      const allow = { "shorter-retention": "3 days" };
      const { reasons, warnings } = await check(kind, { keepDays: 14 }, { keepDays: 3, allow });
      assert.deepEqual(reasons, []);
      assert.equal(warnings.length, 1);
      assert.match(
        warnings[0]!,
        /^keepDays: .* lists automated backups that are older than 3 days now, which may go: /,
      );
    });

    it(`${kind}: says so when there is none`, async () => {
      const { reasons } = await check(kind, { keepDays: 14 }, { keepDays: 10 });
      assert.match(
        reasons.join("\n"),
        new RegExp(`${name} lists no automated backups that are older than 10 days now`),
      );
    });

    it(`${kind}: is all of them when automated backups are turned off`, async () => {
      const off = { keepDays: 0, startTime: undefined, period: undefined };
      const { reasons } = await check(kind, { keepDays: 14 }, off);
      assert.match(reasons.join("\n"), /lists automated backups of it, which may go: [56] recovery points: /);
    });
  }

  it("serveravatar:BackupPlan: is in the refusal by the runs' ids and dates", async () => {
    const { reasons } = await check("serveravatar:BackupPlan", {}, { retentionPeriod: "2 Months" });
    assert.equal(reasons.length, 1);
    assert.match(
      reasons[0]!,
      /ServerAvatar lists runs of a plan like this one that are older than 2 Months now, which may go: 2 recovery points: 5001 \(20.*Z\), 5002 \(20.*Z\)\. This loss needs consent: /,
    );
    const { reasons: fewer } = await check("serveravatar:BackupPlan", {}, { retentionPeriod: "6 Months" });
    assert.match(
      fewer.join("\n"),
      /ServerAvatar lists no runs of a plan like this one that are older than 6 Months now/,
    );
  });
});
