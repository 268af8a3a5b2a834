import assert from "node:assert/strict";
import { changed, checked, created, named, type Stored } from "../../../conformance/stored";
import type { Args } from "../../../kinds/case";
import type { Kind } from "../../../kinds/kind";
import { kinds } from "../../../kinds/kinds";
import type { Host } from "../../../with/host/host";
import { useRuns } from "../../../with/host/use-runs";
import { turnedClock } from "../../../with/journeys/clock";

const policies = kinds.filter(({ kind }) => kind.endsWith("Policy"));

/** The settings of every service that has policies. */
const all = (settings: object) => Object.fromEntries(policies.map(({ service }) => [service, settings]));
const argsOf = (kind: Kind, more: Args = {}) => named(kind, "policy", { ...kind.valid, ...more });
const OFF = { keepDays: 0, startTime: undefined, period: undefined, allow: { disable: "keepDays 0" } };

describe("otc: health of every policy, as days go by", () => {
  const { outside, inOneRun } = useRuns({ settings: all({ automaticBackups: true }) });
  const stored = new Map<Kind, Stored>();
  let daysAhead = 0;

  before(() =>
    inOneRun(async (host) => {
      for (const kind of policies) stored.set(kind, await created(host, kind, argsOf(kind)));
    }),
  );

  const run = <T>(act: (host: Host) => Promise<T>) => inOneRun(act, turnedClock(daysAhead));

  async function later(days: number): Promise<void> {
    daysAhead += days;
    await outside().control("POST", "/time", { advance: { days } });
  }

  /** What a refresh tells of each, which is no difference; the times of their last backups. */
  async function assertHealth(health: string): Promise<unknown[]> {
    return run(async (host) => {
      for (const kind of policies) {
        const { id, outputs } = stored.get(kind)!;
        const { properties, inputs } = await host.read(kind.kind, id, outputs);
        assert.equal(properties.health, health, kind.kind);
        const same = await checked(host, kind, argsOf(kind), inputs);
        assert.equal((await host.diff(kind.kind, id, properties, same)).changes, "none", kind.kind);
        stored.set(kind, { id, inputs, outputs: properties });
      }
      return [...stored.values()].map(({ outputs }) => outputs.lastBackupAt);
    });
  }

  it("consent 11: is not-due-yet, and not overdue, until its first window is over", async () => {
    for (const last of await assertHealth("not-due-yet")) assert.equal(last ?? null, null);
  });

  it("is ok once backups are listed, with the time of the last one", async () => {
    await later(3);
    for (const last of await assertHealth("ok")) {
      const age = Date.now() + daysAhead * 86_400_000 - Date.parse(`${last}`);
      assert.ok(age > 0 && age < 25 * 3_600_000, `${age} ms`);
    }
  });

  it("is failed when the last one failed", async () => {
    // Of every instance that the services have.
    await outside().control("POST", "/settings", all({ failNext: { backup: 100 } }));
    await later(1);
    await assertHealth("failed");
  });

  it("is overdue when a schedule stopped silently, also when nothing is listed any more", async () => {
    await outside().control("POST", "/settings", all({ failNext: { backup: 0 } }));
    await later(1);
    const before = await assertHealth("ok");
    await outside().control("POST", "/settings", all({ automaticBackups: false }));
    await later(2);
    assert.deepEqual(await assertHealth("overdue"), before);
    await later(30);
    assert.deepEqual(await assertHealth("overdue"), before);
  });

  it("is none of a policy that is off", () =>
    run(async (host) => {
      for (const kind of policies.filter(({ leaving }) => "disable" in leaving)) {
        const { id, outputs } = await changed(host, kind, stored.get(kind)!, argsOf(kind, OFF));
        assert.equal((await host.read(kind.kind, id, outputs)).properties.health ?? null, null);
      }
    }));
});
