import assert from "node:assert/strict";
import { assertDone, assertRefused } from "../with/journeys/assert-outcome";
import { plan } from "../with/journeys/plans";
import { useJourney } from "../with/journeys/use-journey";
import type { Declaration } from "../with/programs/declaration";

const atStart = { startBackupFromNow: false, startBackup: "2100-01-31 02:30" };

/** Each property is broken in one way, and named with its rule. */
const broken: Record<string, [value: unknown, rule: string]> = {
  organization: ["5a", "organization: must be a whole number above 0"],
  provider: ["amazon-s3", 'provider: must be "gdrive", "amazon_s3"'],
  schedule: ["Every 2 Day", 'schedule: must be "Every Hour"'],
  retentionPeriod: [undefined, 'retentionPeriod: is required when provider is "serveravatar"'],
  startBackup: ["2100-02-30 02:30", "startBackup: must be YYYY-MM-DD HH:MM"],
  applicationExtension: [undefined, 'applicationExtension: is required when type is "application"'],
};

describe("rules, on a real engine", () => {
  const journey = useJourney();

  it("a preview names everything that is broken in one resource at once, and sends nothing", async () => {
    // While it is broken, whether retentionPeriod is required cannot be told.
    const { provider: _, ...others } = broken;
    const values = Object.fromEntries(Object.entries(others).map(([name, [value]]) => [name, value]));
    const rules = Object.values(others).map(([, rule]) => rule);
    const misspelt = 'shedule: is not an argument of serveravatar:BackupPlan. Nearest: "schedule"';
    const declared = plan({ ...atStart, ...values, shedule: "Every Day" });
    const { outcome, requests } = await journey().sent(() => journey().previewOf(declared));
    assert.deepEqual(requests, []);
    assertRefused(outcome, ...rules, 'Nearest: "Every 2 Days"', misspelt);
  });
});

describe("a misspelt key of the configuration, on a real engine", () => {
  const journey = useJourney({
    config: { "backup-plans:timeoutMinute": 5, "serveravatar:endpont": "http://127.0.0.1" },
  });

  it("is refused by a preview where the namespace is ours, and told where it is a service's", async () => {
    const outcome = await journey().previewOf(plan());
    assertRefused(
      outcome,
      "unknown key backup-plans:timeoutMinute; did you mean backup-plans:timeoutMinutes?",
      "unknown key serveravatar:endpont, which nothing reads; did you mean serveravatar:endpoint?",
    );
  });

  it("is mended by the command that the refusal names", async () => {
    const { code } = await journey().run("config", "rm", "backup-plans:timeoutMinute");
    assert.equal(code, 0);
    assertDone(await journey().previewOf(plan()));
  });

  it("is told once for all resources of a run, where it is a service's", async () => {
    const { text } = await journey().previewOf(
      plan(),
      plan({ schedule: "Every Week" }, undefined, "second"),
      plan({ schedule: "Every Month" }, undefined, "third"),
    );
    assert.equal(text.split("Diagnostics:")[1]?.split("unknown key serveravatar:endpont").length, 2, text);
  });
});

describe("a bad value in the configuration, on a real engine", () => {
  const journey = useJourney({
    config: { "backup-plans:pollSeconds": "abc", "backup-plans:concurrency": 0, "serveravatar:authorization": "basic" },
  });

  it("is a failure of the check beside all others, and no line of the provider process", async () => {
    const { outcome, requests } = await journey().sent(() => journey().previewOf(plan({ schedule: "Every 2 Day" })));
    assertRefused(
      outcome,
      'backup-plans:pollSeconds must be a number from 0.01 to 3600 (left out: 10); given "abc"',
      'backup-plans:concurrency must be a whole number from 1 to 1000 (left out: 8); given "0"',
      'serveravatar:authorization in the stack configuration must be "raw" or "bearer"; given "basic"',
      'schedule: must be "Every Hour"',
    );
    assert.equal(outcome.text.split("Diagnostics:")[1]?.split("pollSeconds must be").length, 2, outcome.text);
    assert.deepEqual(requests, []);
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

  it("is told as such by the summary, and refuses nothing in a preview", async () => {
    journey().declare(later({ retentionPeriod: "13 Months" }, "retentionPeriod"));
    const [step] = (await journey().steps()).filter(({ name }) => name === "nightly");
    assert.match(step!.inputs.summary, /kept \(not known yet\)/);
  });

  it("hides nothing else that is broken", async () => {
    journey().declare(later({ schedule: "Every 2 Day" }, "applicationId", "retentionPeriod"));
    assertRefused(await journey().preview(), 'Nearest: "Every 2 Days"');
  });

  it("leaves a rule that depends on it open for the preview, and up enforces it before any request", async () => {
    const broken = { retentionPeriod: "13 Months", databaseExtension: undefined };
    journey().declare(later(broken, "retentionPeriod", "type"));
    assertDone(await journey().preview());
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
