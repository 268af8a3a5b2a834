import assert from "node:assert/strict";
import { DateTime, Settings } from "luxon";
import { ServiceError } from "../../../../provider/core/ground/errors";
import type { Account } from "../../../../provider/services/serveravatar/connection";
import { patchPlan } from "../../../../provider/services/serveravatar/plan/patch-plan";
import { longestGap, months, RHYTHMS } from "../../../../provider/services/serveravatar/plan/rhythm";
import type { Plan } from "../../../../provider/services/serveravatar/schema";
import { RETENTION_PERIODS, SCHEDULES, type Schedule } from "../../../../provider/services/serveravatar/words";

interface Sent {
  starts: (string | null)[];
  warned: string[];
}

/** What a change of another field sends, to a server with that zone which takes so many starts for past. */
async function sentFor(start: Partial<Plan>, timezone: string | null, refusals = 0): Promise<Sent> {
  const sent: Sent = { starts: [], warned: [] };
  const call = async (_to: object, { json }: { json?: { start_backup: string | null } }) => {
    if (!json) return { server: { timezone } };
    sent.starts.push(json.start_backup);
    if (sent.starts.length > refusals) return {};
    throw new ServiceError("Start from choose future date!", 500, undefined, {});
  };
  const context = { log: { warn: (text: string) => void sent.warned.push(text) } };
  const account = { client: { call }, context } as unknown as Account;
  const plan = { retentionPeriod: "3 Months", ...start } as Plan;
  await patchPlan(account, plan, "21", { ...plan, retentionPeriod: "1 Month" });
  return sent;
}

/** Runs `act` as if it were that time. */
async function at<T>(time: string, act: () => Promise<T>): Promise<T> {
  const now = DateTime.fromISO(time, { setZone: true }).toMillis();
  Settings.now = () => now;
  try {
    return await act();
  } finally {
    Settings.now = () => Date.now();
  }
}

describe("serveravatar: the next start of a plan", () => {
  type Step = [now: string, start: string, schedule: Schedule, next: string, zone?: string];
  const steps: Record<string, Step[]> = {
    "is the declared one while that is still to come": [
      ["2030-01-01T00:00:00Z", "2030-01-01 00:01", "Every Hour", "2030-01-01 00:01"],
    ],
    "is the next step of the rhythm, once that has passed": [
      ["2030-01-01T12:30:00Z", "2030-01-01 10:15", "Every Hour", "2030-01-01 13:15"],
      ["2030-01-01T12:30:00Z", "2030-01-01 10:15", "Every 12 Hours", "2030-01-01 22:15"],
      ["2030-01-03T12:30:00Z", "2030-01-01 10:15", "Every 2 Days", "2030-01-05 10:15"],
      ["2030-01-20T00:00:00Z", "2030-01-01 10:15", "Twice a Month", "2030-01-31 10:15"],
      ["2030-01-01T10:15:00Z", "2030-01-01 10:15", "Every Week", "2030-01-08 10:15"],
    ],
    "falls on the last day of a month that is shorter, and back on its own day": [
      ["2030-02-15T00:00:00Z", "2030-01-31 10:00", "Every Month", "2030-02-28 10:00"],
      ["2030-03-05T00:00:00Z", "2030-01-31 10:00", "Every Month", "2030-03-31 10:00"],
      ["2032-02-15T00:00:00Z", "2030-01-31 10:00", "Every Month", "2032-02-29 10:00"],
      ["2030-09-01T00:00:00Z", "2030-08-31 10:00", "Every 6 Months", "2031-02-28 10:00"],
      ["2029-01-01T00:00:00Z", "2028-02-29 10:00", "Every Year", "2029-02-28 10:00"],
      ["2031-03-01T00:00:00Z", "2028-02-29 10:00", "Every Year", "2032-02-29 10:00"],
    ],
    "keeps its hour by the server's clock when that is put forward and back": [
      ["2030-04-02T12:00:00Z", "2030-03-01 05:30", "Every Day", "2030-04-03 05:30", "Europe/Berlin"],
      ["2030-11-05T12:00:00Z", "2030-03-01 05:30", "Every Week", "2030-11-08 05:30", "Europe/Berlin"],
      ["2030-03-31T12:00:00Z", "2030-03-30 02:30", "Every Day", "2030-04-01 02:30", "Europe/Berlin"],
    ],
    "exists on the day on which the clock is put forward": [
      ["2030-03-30T12:00:00Z", "2030-03-29 02:30", "Every Day", "2030-03-31 03:30", "Europe/Berlin"],
    ],
    "is by the server's clock, not by ours": [
      ["2030-01-01T12:00:00Z", "2030-01-01 20:30", "Every Day", "2030-01-02 20:30", "Asia/Tokyo"],
      ["2030-01-01T12:00:00Z", "2030-01-01 20:30", "Every Day", "2030-01-01 20:30", "America/New_York"],
    ],
  };
  for (const [title, all] of Object.entries(steps)) {
    it(title, async () => {
      for (const [now, start, schedule, expected, zone] of all) {
        const sent = await at(now, () => sentFor({ startBackup: start, schedule }, zone ?? "UTC"));
        assert.deepEqual(sent, { starts: [expected], warned: [] }, `${start} ${schedule}, now ${now}`);
      }
    });
  }

  const hourly = { startBackup: "2030-01-01 10:00", schedule: "Every Hour" } as const;
  const noon = "2030-01-01T12:00:00Z";
  const warning = (sent: string, why: string) =>
    "ServerAvatar wants a start with every change, and startBackup of plan 21 has passed: it is sent " +
    `${sent}, ${why}. Until then the plan may not run. To have it run earlier, write its next run as startBackup, by ` +
    "the server's clock";
  const EVERYWHERE = "the first one that is to come in every time zone, as";

  it("is to come everywhere on earth, where the server's zone is not known, and that is told", async () => {
    for (const zone of [null, "", "Mars/Olympus"]) {
      const start = "2030-01-02 03:00";
      const warned = [warning(start, `${EVERYWHERE} the server shows no time zone that is known`)];
      assert.deepEqual(await at(noon, () => sentFor(hourly, zone)), { starts: [start], warned });
    }
  });

  it("is the declared one without a word, where that is to come everywhere", async () => {
    const later = { ...hourly, startBackup: "2030-01-02 10:00" };
    assert.deepEqual(await at(noon, () => sentFor(later, null)), { starts: ["2030-01-02 10:00"], warned: [] });
  });

  it("is one more step, where the first is taken for past, and that is told", async () => {
    assert.deepEqual(await at("2030-01-01T12:59:59Z", () => sentFor(hourly, "UTC", 1)), {
      starts: ["2030-01-01 13:00", "2030-01-01 14:00"],
      warned: [warning("2030-01-01 14:00", "as it calls 2030-01-01 13:00 past")],
    });
  });

  it("is to come everywhere on earth, where both are taken for past", async () => {
    const { starts, warned } = await at(noon, () => sentFor(hourly, "UTC", 2));
    assert.deepEqual(starts, ["2030-01-01 13:00", "2030-01-01 14:00", "2030-01-02 03:00"]);
    const both = `${EVERYWHERE} it calls 2030-01-01 13:00 and 2030-01-01 14:00 past`;
    assert.equal(warned.at(-1), warning("2030-01-02 03:00", both));
  });

  it("ends with the refusal, where none is later than what was refused", async () => {
    const yearly = { ...hourly, schedule: "Every Year" } as const;
    await assert.rejects(
      at(noon, () => sentFor(yearly, "UTC", 3)),
      /future date/,
    );
  });

  it("is nothing where none is declared", async () => {
    assert.deepEqual(await sentFor({ schedule: "Every Day" }, "UTC"), { starts: [null], warned: [] });
  });
});

describe("serveravatar: rhythm", () => {
  it("has a step and a longest gap for every schedule, which is never shorter than a step", () => {
    assert.deepEqual(Object.keys(RHYTHMS).sort(), [...SCHEDULES].sort());
    for (const schedule of SCHEDULES) {
      const { step, longestGapHours } = RHYTHMS[schedule];
      for (let month = 1; month <= 48; month++) {
        const start = DateTime.utc(2027, 1, 31).plus({ months: month });
        const gap = start.plus(step).diff(start, "hours").hours;
        assert.ok(longestGapHours >= gap, `${schedule} from ${start.toISODate()}: ${gap} h`);
      }
    }
  });

  it("says the longest gap, and where the days are not documented", () => {
    assert.deepEqual(
      ["Every Hour", "Every 2 Days", "Every Week", "Every Year"].map((each) => longestGap(each as Schedule)),
      ["1 h", "48 h", "7 days", "366 days"],
    );
    assert.equal(longestGap("Twice a Month"), "about 17 days");
  });

  it("counts the months of every retention", () => {
    assert.deepEqual(RETENTION_PERIODS.map(months), [1, 2, 3, 6, 12, 24]);
  });
});
