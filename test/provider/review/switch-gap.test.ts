import assert from "node:assert/strict";
import { View } from "../../../provider/core/kind/view";
import { switchGap } from "../../../provider/review/switch-gap";
import { describePlan } from "../../../provider/services/serveravatar/describe";

const plan = { organization: 5, server: 15, type: "filesystem", applicationId: 1, provider: "wasabi" };

const described = (schedule: string, startBackup: string) =>
  describePlan(
    new View(
      {
        ...plan,
        cloudStorageProviderId: 1,
        automaticBackup: true,
        startBackupFromNow: false,
        schedule,
        startBackup,
      } as never,
      new Set(),
    ),
  );

describe("review: the gap at a switch, where the server's own clock decides", () => {
  const [old, next] = [described("Every Day", "2026-01-01 00:30"), described("Every 12 Hours", "2026-01-10 00:30")];

  it("is the longest of all clocks: in Los Angeles it is still the day before", () => {
    const gap = switchGap(old, next, new Date("2026-01-08T02:00:00Z")) ?? "";
    assert.match(
      gap,
      /^at most 3 days\nlast by the old: Wed 2026-01-07 00:30, or a later one\nfirst by the new: Sat 2026-01-10 00:30$/,
    );
  });

  it("tells of a first run that some clocks are past", () => {
    const gap = switchGap(old, next, new Date("2026-01-10T02:00:00Z")) ?? "";
    assert.match(gap, /first by the new: Sun 2026-01-11 00:30, or an earlier one$/);
  });
});
