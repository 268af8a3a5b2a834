import assert from "node:assert/strict";
import { isSupported, type Kind } from "../kinds/kind";
import { setOutside } from "../kinds/otc";
import type { Props } from "../with/host/host";
import { useRuns } from "../with/host/use-runs";
import { checked, created, named, type Stored } from "./stored";

/** What another program made, or somebody by hand, becomes a resource. */
export function adoption(kinds: readonly Kind[]): void {
  const { outside, run } = useRuns();
  const there = new Map<Kind, Stored>();
  const able = kinds.filter(({ adopt }) => isSupported(adopt));
  const argsOf = (kind: Kind, adopting = true): Props => {
    const adopted = isSupported(kind.adopt) && adopting ? kind.adopt(there.get(kind)!.outputs) : {};
    return named(kind, adopting ? "new" : "old", { ...kind.valid, ...adopted });
  };

  run(
    ({ kind }) => `${kind}: is there`,
    able,
    async (host, kind) => {
      const { id, inputs, outputs } = await created(host, kind, argsOf(kind, false));
      // A plan can be compared with what is declared once it has run.
      there.set(kind, { id, inputs, outputs: (await host.read(kind.kind, id, outputs)).properties });
    },
  );

  run(
    ({ kind }) => `${kind}: adopt refuses what does not match, or is no argument`,
    kinds,
    async (host, kind) => {
      if (isSupported(kind.adopt)) {
        const refused = created(host, kind, { ...argsOf(kind), ...kind.place(1) });
        await assert.rejects(refused, /adopt: .*(does not match what is declared|has no backup)/);
      } else {
        const { failures } = await host.check(kind.kind, { ...kind.valid, adopt: "1" });
        assert.match(
          failures.map(({ reason }) => reason).join(),
          /^adopt: is not an argument of /,
          kind.adopt.notSupported,
        );
      }
    },
  );

  run(
    ({ kind }) => `${kind}: adopt takes it over and makes none`,
    able,
    async (host, kind) => {
      await outside().control("DELETE", "/requests");
      const taken = await created(host, kind, argsOf(kind));
      assert.equal(taken.id, there.get(kind)!.id);
      const posts = (await outside().writes()).filter(({ method }) => method === "POST");
      assert.deepEqual(posts, []);
      there.set(kind, taken);
    },
  );

  run(
    ({ kind }) => `${kind}: adopt can be removed later`,
    able,
    async (host, kind) => {
      const { id, inputs, outputs } = there.get(kind)!;
      const without = await checked(host, kind, { ...argsOf(kind), adopt: undefined }, inputs);
      assert.equal((await host.diff(kind.kind, id, outputs, without)).changes, "none");
    },
  );
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const OFF = { keep_days: 0 };
const OUTSIDE = { keep_days: 30, start_time: "05:00-06:00", period: "1,2,3,4,5,6,7" };

/** Every instance has a policy before the program knows it. */
export function policies(all: readonly Kind[]): void {
  const { outside, run } = useRuns();
  const kinds = all.filter(({ kind }) => kind.endsWith(":BackupPolicy"));
  const taken = new Map<Kind, Stored>();
  const instanceOf = (kind: Kind) => `${kind.valid.instanceId}`;

  run(
    ({ kind }) => `${kind}: a creation that loses something of what stands there is refused before anything is written`,
    kinds,
    async (host, kind) => {
      await setOutside(outside(), kind, instanceOf(kind), OUTSIDE);
      await outside().control("DELETE", "/requests");
      await assert.rejects(created(host, kind, kind.valid), /allow: \{ "shorter-retention": "14 days" \}/);
      assert.deepEqual(await outside().writes(), []);
    },
  );

  run(
    ({ kind }) => `${kind}: a creation that is agreed to takes over and remembers what stood there`,
    kinds,
    async (host, kind) => {
      const stored = await created(host, kind, { ...kind.valid, allow: { "shorter-retention": "14 days" } });
      const { keepDays, startTime } = stored.outputs.previousPolicy as Props;
      assert.deepEqual([keepDays, startTime], [30, "05:00-06:00"]);
      assert.equal(((await kind.stands(outside()))[instanceOf(kind)] as Props).keepDays, 14);
      taken.set(kind, stored);
    },
  );

  run(
    ({ kind }) => `${kind}: what was changed outside is read back`,
    kinds,
    async (host, kind) => {
      const { id, outputs } = taken.get(kind)!;
      const canBeOff = "disable" in kind.leaving;
      await setOutside(outside(), kind, instanceOf(kind), canBeOff ? OFF : OUTSIDE);
      const { properties: now } = await host.read(kind.kind, id, outputs);
      // The time and the days are kept for the return of what is off.
      const read = canBeOff ? [0, kind.valid.startTime, kind.valid.period] : [30, "05:00-06:00", EVERY_DAY];
      assert.deepEqual([now.keepDays, now.startTime, now.period], read);
    },
  );
}
