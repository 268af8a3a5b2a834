import assert from "node:assert/strict";
import fc from "fast-check";
import { RRuleTemporal } from "rrule-temporal";
import { daysInMonths, stepsInMonths } from "../../../provider/plan/retention";
import type { Run } from "../../../provider/plan/schedule";
import { steppedRuns } from "../../../provider/plan/stepped-runs";
import { daysWithin, weeklyGapHours, weeklyRuns } from "../../../provider/plan/weekly";
import { RHYTHMS } from "../../../provider/services/serveravatar/plan/rhythm";
import { SCHEDULES, type Schedule } from "../../../provider/services/serveravatar/words";

const HOUR = 3_600_000;
const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** As a recurrence rule has them; a day that a month lacks is its last (RFC 7529). */
const RULES: Record<Exclude<Schedule, "Twice a Month">, string> = {
  "Every Hour": "FREQ=HOURLY",
  "Every 3 Hours": "FREQ=HOURLY;INTERVAL=3",
  "Every 6 Hours": "FREQ=HOURLY;INTERVAL=6",
  "Every 12 Hours": "FREQ=HOURLY;INTERVAL=12",
  "Every Day": "FREQ=DAILY",
  "Every 2 Days": "FREQ=DAILY;INTERVAL=2",
  "Every Week": "FREQ=WEEKLY",
  "Every Month": "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD",
  "Every 3 Months": "RSCALE=GREGORIAN;FREQ=MONTHLY;INTERVAL=3;SKIP=BACKWARD",
  "Every 6 Months": "RSCALE=GREGORIAN;FREQ=MONTHLY;INTERVAL=6;SKIP=BACKWARD",
  "Every Year": "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=BACKWARD",
};

const exact = SCHEDULES.filter((schedule) => schedule !== "Twice a Month");

const minutes = (from: string, to: string) =>
  fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true }).map((date) => atMinute(date));
const starts = fc.oneof(
  minutes("2027-01-01", "2033-01-01"),
  // Ends of months, of leap years too.
  fc
    .record({ year: fc.integer({ min: 2027, max: 2032 }), month: fc.integer({ min: 1, max: 12 }) })
    .chain(({ year, month }) =>
      fc.integer({ min: 0, max: 3 }).map((back) => new Date(Date.UTC(year, month, -back, 23, 30))),
    ),
);
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((days) => days.sort());
const moments = minutes("2027-01-01", "2036-01-01");

describe("plan: runs and longest gaps, against recurrence rules", () => {
  it("the next and the last run of a policy are those of the rule, in UTC", () => {
    const hours = fc.integer({ min: 0, max: 23 });
    const quarters = fc.constantFrom(0, 15, 30, 45);
    fc.assert(
      fc.property(weekdays, hours, quarters, moments, (days, hour, minute, now) => {
        const rule = ruleOf(`${weekly(days)};BYHOUR=${hour};BYMINUTE=${minute};BYSECOND=0`, before(now, 8 * 24));
        const runs = weeklyRuns(days, hour, minute);
        assert.deepEqual(starting(runs.next(now, 5)), from(rule, now, 5));
        assert.deepEqual(runs.last(now)?.at, lastBefore(rule, now));
        for (const { at, until } of runs.next(now, 5)) assert.equal(until!.getTime() - at.getTime(), HOUR);
      }),
      { numRuns: 300 },
    );
  });

  it("the longest gap of a policy is that of the rule, and the hour of its window", () => {
    fc.assert(
      fc.property(weekdays, moments, (days, now) => {
        const rule = ruleOf(`${weekly(days)};BYHOUR=1;BYMINUTE=0;BYSECOND=0`, now);
        const longest = longestOf(from(rule, now, 2 * days.length + 1));
        assert.equal(weeklyGapHours(days), longest + 1);
      }),
      { numRuns: 150 },
    );
  });

  it("as many recovery points are kept as the rule has in any such days", () => {
    fc.assert(
      fc.property(weekdays, fc.integer({ min: 0, max: 40 }), (days, kept) => {
        const all = ruleOf(`${weekly(days)};BYHOUR=0;BYMINUTE=0;BYSECOND=0;COUNT=120`, new Date("2030-01-01")).all();
        const times = all.map(({ epochMilliseconds }) => epochMilliseconds);
        const first = Date.UTC(2030, 0, 1);
        const counts = Array.from({ length: 7 }, (_, day) => {
          const [begin, end] = [first + day * 24 * HOUR, first + (day + kept) * 24 * HOUR];
          return times.filter((time) => time >= begin && time < end).length;
        });
        assert.deepEqual(daysWithin(days, kept), { least: Math.min(...counts), most: Math.max(...counts) });
      }),
      { numRuns: 150 },
    );
  });

  it("the next and the last run of a schedule with a declared start are those of the rule, ends of months too", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...exact),
        starts,
        fc.integer({ min: -48, max: 30 * 24 }),
        (schedule, start, hours) => {
          const rule = ruleOf(RULES[schedule], start);
          const now = new Date(start.getTime() + hours * HOUR);
          const runs = steppedRuns(start, RHYTHMS[schedule]);
          assert.deepEqual(starting(runs.next(now, 4)), from(rule, now, 4));
          assert.deepEqual(runs.last(now)?.at, lastBefore(rule, now));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("the longest gap of a schedule is reached by the rule, and never passed", () => {
    for (const schedule of exact) {
      const phases = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2027, month, 28, 3)));
      const ends = [new Date("2027-01-31T03:00Z"), new Date("2027-08-31T03:00Z"), new Date("2028-02-29T03:00Z")];
      const longest = [...phases, ...ends].map((start) => longestOf(from(ruleOf(RULES[schedule], start), start, 14)));
      assert.equal(Math.max(...longest), RHYTHMS[schedule].longestGapHours, schedule);
    }
  });

  it("a retention of months keeps as many runs as the rule has in it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...exact.slice(2)),
        fc.constantFrom(1, 2, 3, 6, 12),
        starts,
        (schedule, kept, start) => {
          const { counted } = RHYTHMS[schedule];
          const end = ruleOf(`${RULES["Every Month"]};INTERVAL=${kept}`, start).all((_, index) => index < 2)[1]!;
          const runs = ruleOf(RULES[schedule], start).between(start, new Date(end.epochMilliseconds - 1), true).length;
          const { least, most } = stepsInMonths(kept, counted);
          assert.ok(runs >= least && runs <= most, `${schedule} in ${kept} months: ${runs}, not ${least} to ${most}`);
        },
      ),
      { numRuns: 60 },
    );
    assert.deepEqual(daysInMonths(1), { least: 28, most: 31 });
    assert.deepEqual(daysInMonths(12), { least: 365, most: 366 });
  });

  it("ends where no day is one of the week", () => {
    for (const days of [[0], [8], [Number.NaN], []]) {
      const runs = weeklyRuns(days, 1, 0);
      assert.deepEqual([runs.next(new Date(), 2), runs.last(new Date())], [[], undefined]);
    }
  });
});

function weekly(days: readonly number[]): string {
  return `FREQ=WEEKLY;BYDAY=${days.map((day) => DAYS[day - 1]).join(",")}`;
}

function ruleOf(rule: string, start: Date): RRuleTemporal {
  const stamp = `${start.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  return new RRuleTemporal({ rruleString: `DTSTART:${stamp}\nRRULE:${rule}` });
}

/** The rule's occurrences at `now` or later. */
function from(rule: RRuleTemporal, now: Date, count: number): Date[] {
  const found: Date[] = [];
  for (let next = rule.next(now, true); next && found.length < count; next = rule.next(found.at(-1))) {
    found.push(new Date(next.epochMilliseconds));
  }
  return found;
}

function lastBefore(rule: RRuleTemporal, now: Date): Date | undefined {
  const last = rule.previous(now);
  return last ? new Date(last.epochMilliseconds) : undefined;
}

function starting(runs: readonly Run[]): Date[] {
  return runs.map(({ at }) => at);
}

function longestOf(times: readonly Date[]): number {
  return Math.max(...times.slice(1).map((time, index) => (time.getTime() - times[index]!.getTime()) / HOUR));
}

function before(date: Date, hours: number): Date {
  return new Date(date.getTime() - hours * HOUR);
}

function atMinute(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 60_000) * 60_000);
}
