import assert from "node:assert/strict";
import fc from "fast-check";
import type { Run } from "../../../../provider/services/serveravatar/api";
import { assign, possible, type Sought } from "../../../../provider/services/serveravatar/plan/matching";
import type { Plan } from "../../../../provider/services/serveravatar/schema";
import { shopPlan } from "../../../kinds/example-shop";

const IDS = ["8", "9", "10", "11", "12"];
const ids = fc.subarray(IDS);
const time = fc.option(
  fc.integer({ min: 0, max: 6 }).map((n) => `2026-01-0${n + 1}T00:00:00Z`),
  { nil: undefined },
);

const seeker = fc.record({ askedAt: time, ids }, { requiredKeys: ["ids"] }) as fc.Arbitrary<Seeker>;
interface Seeker {
  askedAt?: string;
  ids: string[];
}
const seekers = fc.array(seeker, { maxLength: 6 });
const idsOf = (each: Seeker) => each.ids;

const run = (planId: string, more: Partial<Run> = {}): Run =>
  ({ id: 5000 + Number(planId), backup_config_id: Number(planId), status: "Completed", ...more }) as Run;
const sought: Sought = { plan: shopPlan as unknown as Plan, before: [] };

describe("which ServerAvatar plan is whose, by the runs that are listed", () => {
  it("gives no id twice, and only candidates", () => {
    fc.assert(
      fc.property(seekers, (all) => {
        const given = assign(all, idsOf);
        assert.equal(new Set(given.values()).size, given.size);
        for (const [each, id] of given) assert.ok(each.ids.includes(id));
      }),
      { numRuns: 500, seed: 13 },
    );
  });

  it("gives what one alone may be, and nothing where one alone may be two", () => {
    fc.assert(
      fc.property(seeker, (one) => {
        assert.equal(assign([one], idsOf).get(one), one.ids.length === 1 ? one.ids[0] : undefined);
      }),
      { seed: 13 },
    );
  });

  it("does not depend on the order in which the seekers are told", () => {
    fc.assert(
      fc.property(seekers, (all) => {
        const backwards = assign([...all].reverse(), idsOf);
        for (const each of all) assert.equal(assign(all, idsOf).get(each), backwards.get(each));
      }),
      { numRuns: 500, seed: 13 },
    );
  });

  it("gives nobody an id that is no candidate of its own when another one seeks, and leaves those apart alone", () => {
    fc.assert(
      fc.property(seekers, seeker, (all, added) => {
        const before = assign(all, idsOf);
        const after = assign([...all, added], idsOf);
        for (const each of all) {
          const id = after.get(each);
          if (id !== undefined) assert.ok(each.ids.includes(id));
        }
        const isApart = all.every((each) => !each.ids.some((id) => added.ids.includes(id)));
        if (isApart) for (const each of all) assert.equal(after.get(each), before.get(each));
      }),
      { numRuns: 500, seed: 13 },
    );
  });

  it("goes by the times asked where there are as many ids as seekers, as numbers and not as text", () => {
    const late = { askedAt: "2026-01-02T00:00:00Z", ids: ["9", "10"] };
    const early = { askedAt: "2026-01-01T00:00:00Z", ids: ["9", "10"] };
    assert.deepEqual([...assign([late, early], idsOf).values()].sort(), ["10", "9"]);
    assert.equal(assign([late, early], idsOf).get(early), "9");
    assert.equal(assign([late, { ...early, askedAt: late.askedAt }], idsOf).size, 0);
    assert.equal(assign([late, { ids: early.ids }] as Seeker[], idsOf).size, 0);
    const third = { askedAt: "2026-01-03T00:00:00Z", ids: ["10"] };
    assert.equal(assign([late, early, third], idsOf).size, 0);
  });

  it("holds what is held, was there before, has a name or is of something else for no candidate", () => {
    fc.assert(
      fc.property(ids, ids, ids, ids, (held, before, named, others) => {
        const runs = IDS.map((id) =>
          run(id, {
            ...(named.includes(id) && { backup_configuration: { name: "b-1" } }),
            ...(others.includes(id) && { application_id: 1 }),
          }),
        );
        const found = possible({ ...sought, before }, runs, new Set(held));
        const rest = IDS.filter((id) => ![held, before, named, others].some((some) => some.includes(id)));
        assert.deepEqual(found, rest);
      }),
      { seed: 13 },
    );
  });

  it("holds one that ran long before the start for none, on both sides of the limit", () => {
    const plan = { ...sought.plan, startBackup: "2026-01-02 14:00" };
    const at = (created_at: string) => possible({ plan, before: [] }, [run("9", { created_at })], new Set());
    assert.deepEqual([at("2026-01-02 00:00:00"), at("2026-01-01 23:59:59")], [["9"], []]);
  });
});
