import assert from "node:assert/strict";
import { after, before } from "mocha";
import type { Args } from "../kinds/case";
import { slugOf } from "../kinds/kind";
import { kinds } from "../kinds/kinds";
import { turnedClock } from "../with/journeys/clock";
import type { Declaration } from "../with/programs/declaration";
import type { Run } from "../with/programs/program";
import { Stage } from "../with/stage";

const plans = kinds.filter(({ kind }) => /Policy|Plan/.test(kind));
const policies = plans.filter(({ kind }) => kind.endsWith("Policy"));

/** Those that their service can turn off. */
const stopping = policies.filter(({ leaving }) => "disable" in leaving);

const declared = (over: Args = {}): Declaration[] =>
  plans.map((each) => ({
    kind: each.kind,
    name: slugOf(each),
    args: stopping.includes(each) ? { ...each.valid, ...over } : each.valid,
  }));

/** The settings of every service that has policies. */
const all = (settings: object) => Object.fromEntries(policies.map(({ service }) => [service, settings]));

describe("health, on a real engine", () => {
  let stage: Stage;
  let daysAhead = 0;

  before(async () => {
    stage = await Stage.open(all({ automaticBackups: true }));
    await stage.program.declare(declared());
    const up = await stage.program.up();
    assert.equal(up.code, 0, up.text);
  });
  after(() => stage?.close());

  const run = (...args: string[]): Promise<Run> => stage.program.run(args, { env: turnedClock(daysAhead) });

  async function later(days: number): Promise<void> {
    daysAhead += days;
    await stage.control("POST", "/time", { advance: { days } });
  }

  async function failing(backup: number): Promise<void> {
    await stage.control("POST", "/settings", all({ failNext: { backup } }));
  }

  /** Health and last backup of each, after a refresh. */
  async function refreshed(): Promise<Record<string, { health: unknown; lastBackupAt: unknown }>> {
    const refresh = await run("refresh", "--yes", "--skip-preview");
    assert.equal(refresh.code, 0, refresh.text);
    const state = await stage.program.state();
    const told = Object.entries(state).map(([name, { outputs }]) => {
      return [name, { health: outputs.health, lastBackupAt: outputs.lastBackupAt }] as const;
    });
    return Object.fromEntries(told);
  }

  async function assertNoDifference(): Promise<void> {
    const preview = await run("preview", "--expect-no-changes");
    assert.equal(preview.code, 0, preview.text);
    const again = await run("refresh", "--yes", "--skip-preview", "--expect-no-changes");
    assert.equal(again.code, 0, again.text);
  }

  async function assertHealth(health: string): Promise<Record<string, { lastBackupAt: unknown }>> {
    const told = await refreshed();
    for (const kind of policies)
      assert.equal(told[slugOf(kind)]?.health, health, `${kind.kind} ${JSON.stringify(told)}`);
    return told;
  }

  it("consent 11: of a policy is not-due-yet, and not overdue, until its first window is over", async () => {
    const told = await assertHealth("not-due-yet");
    for (const kind of policies) assert.equal(told[slugOf(kind)]?.lastBackupAt ?? null, null);
  });

  it("is ok once backups are listed, with the time of the last one", async () => {
    await later(3);
    const told = await assertHealth("ok");
    await assertNoDifference();
    for (const kind of policies) {
      const age = Date.now() + daysAhead * 86_400_000 - Date.parse(`${told[slugOf(kind)]?.lastBackupAt}`);
      assert.ok(age > 0 && age < 25 * 3_600_000, `${kind.kind}: ${age} ms`);
    }
  });

  it("is failed when the last one failed", async () => {
    // Of every instance that the services have.
    await failing(100);
    await later(1);
    await assertHealth("failed");
  });

  it("is overdue when a schedule stopped silently, also when nothing is listed any more", async () => {
    await failing(0);
    await later(1);
    const before = await assertHealth("ok");
    await stage.control("POST", "/settings", all({ automaticBackups: false }));
    await later(2);
    const stopped = await assertHealth("overdue");
    await later(30);
    const expired = await assertHealth("overdue");
    await assertNoDifference();
    for (const kind of policies) {
      const name = slugOf(kind);
      assert.equal(stopped[name]?.lastBackupAt, before[name]?.lastBackupAt);
      assert.equal(expired[name]?.lastBackupAt, before[name]?.lastBackupAt);
    }
  });

  it("is none of a policy that is off", async () => {
    const off = { keepDays: 0, startTime: undefined, period: undefined, allow: { disable: "keepDays 0" } };
    await stage.program.declare(declared(off));
    const up = await run("up", "--yes", "--skip-preview");
    assert.equal(up.code, 0, up.text);
    const told = await refreshed();
    for (const kind of stopping) assert.equal(told[slugOf(kind)]?.health ?? null, null);
    await assertNoDifference();
  });
});
