import assert from "node:assert/strict";
import { assertRefused } from "../with/journeys/assert-outcome";
import { plan } from "../with/journeys/plans";
import { useStage } from "../with/stage";

/** Each property is broken in one way, and named with its rule. */
const broken: Record<string, [value: unknown, rule: string]> = {
  organization: ["5a", "organization: must be a whole number above 0"],
  schedule: ["Every 2 Day", 'Nearest: "Every 2 Days"'],
  retentionPeriod: [undefined, 'retentionPeriod: is required when provider is "serveravatar"'],
  startBackup: ["2100-02-30 02:30", "startBackup: must be YYYY-MM-DD HH:MM"],
  shedule: ["Every Day", 'shedule: is not an argument of serveravatar:BackupPlan. Nearest: "schedule"'],
};

describe("rules, on a real engine", () => {
  const stage = useStage({
    config: {
      ...{ "backup-plans:timeoutMinute": 5, "backup-plans:concurrency": 0 },
      "serveravatar:endpont": "http://127.0.0.1",
    },
  });

  it("a preview names everything that is broken in one resource and in the configuration at once, and sends nothing", async () => {
    const values = Object.fromEntries(Object.entries(broken).map(([name, [value]]) => [name, value]));
    await stage().program.declare([plan({ startBackupFromNow: false, ...values })]);
    const { outcome, requests } = await stage().sent(() => stage().program.preview());
    assertRefused(
      outcome,
      ...Object.values(broken).map(([, rule]) => rule),
      "unknown key backup-plans:timeoutMinute; did you mean backup-plans:timeoutMinutes?",
      'backup-plans:concurrency must be a whole number from 1 to 1000 (left out: 8); given "0"',
      "unknown key serveravatar:endpont, which nothing reads; did you mean serveravatar:endpoint?",
    );
    assert.deepEqual(requests, []);
  });
});
