import assert from "node:assert/strict";
import { assertDone, assertRefused } from "../with/journeys/assert-outcome";
import { plan } from "../with/journeys/plans";
import { useJourney } from "../with/journeys/use-journey";
import type { Declaration } from "../with/programs/declaration";

/** Each property is broken in one way, and named with its rule. */
const broken: Record<string, [value: unknown, rule: string]> = {
  organization: ["5a", "organization: must be a whole number above 0"],
  schedule: ["Every 2 Day", 'Nearest: "Every 2 Days"'],
  retentionPeriod: [undefined, 'retentionPeriod: is required when provider is "serveravatar"'],
  startBackup: ["2100-02-30 02:30", "startBackup: must be YYYY-MM-DD HH:MM"],
  shedule: ["Every Day", 'shedule: is not an argument of serveravatar:BackupPlan. Nearest: "schedule"'],
};

describe("rules, on a real engine", () => {
  const journey = useJourney({
    config: {
      ...{ "backup-plans:timeoutMinute": 5, "backup-plans:concurrency": 0 },
      "serveravatar:endpont": "http://127.0.0.1",
    },
  });

  it("a preview names everything that is broken in one resource and in the configuration at once, and sends nothing", async () => {
    const values = Object.fromEntries(Object.entries(broken).map(([name, [value]]) => [name, value]));
    const { outcome, requests } = await journey().sent(() =>
      journey().previewOf(plan({ startBackupFromNow: false, ...values })),
    );
    assertRefused(
      outcome,
      ...Object.values(broken).map(([, rule]) => rule),
      "unknown key backup-plans:timeoutMinute; did you mean backup-plans:timeoutMinutes?",
      'backup-plans:concurrency must be a whole number from 1 to 1000 (left out: 8); given "0"',
      "unknown key serveravatar:endpont, which nothing reads; did you mean serveravatar:endpoint?",
    );
    assert.deepEqual(requests, []);
  });

  it("the configuration is mended by the command that the refusal names, and a service's slip is told once for all", async () => {
    for (const key of ["timeoutMinute", "concurrency"])
      assertDone(await journey().run("config", "rm", `backup-plans:${key}`));
    const several = ["Every Day", "Every Week", "Every Month"].map((schedule, index) =>
      plan({ schedule }, undefined, `plan-${index}`),
    );
    const outcome = await journey().previewOf(...several);
    assertDone(outcome);
    assert.equal(
      outcome.text.split("Diagnostics:")[1]?.split("unknown key serveravatar:endpont").length,
      2,
      outcome.text,
    );
  });
});

describe("a value that is not known before up, on a real engine", () => {
  const journey = useJourney();

  function later(changes: Record<string, unknown>, ...names: string[]): Declaration {
    const { args, ...others } = plan(changes);
    const written = Object.entries(args!).map(([name, value]) => [
      name,
      names.includes(name) ? { later: value } : value,
    ]);
    return { ...others, args: Object.fromEntries(written) };
  }

  it("is told as such by the summary, and leaves a rule that depends on it open for the preview; up enforces it before any request", async () => {
    const open = { retentionPeriod: "13 Months", databaseExtension: undefined };
    journey().declare(later(open, "retentionPeriod", "type"));
    const [step] = (await journey().steps()).filter(({ name }) => name === "nightly");
    assert.match(step!.inputs.summary, /kept \(not known yet\)/);
    const { outcome, requests } = await journey().sent(() => journey().up());
    assertRefused(outcome, "databaseExtension: is required when type is", "retentionPeriod: must be");
    assert.deepEqual(requests, []);
  });

  it("is used as it is once it is known", async () => {
    journey().declare(later({}, "applicationId", "schedule", "automaticBackup"));
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertDone(outcome);
    assert.deepEqual([writes[0]!.body.application_id, writes[0]!.body.schedule], [4246, "Every Day"]);
  });
});
