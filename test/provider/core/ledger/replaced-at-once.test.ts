import assert from "node:assert/strict";
import { inOneStack } from "../../../kinds/kinds";
import { type Host, ownerNamed, type Props } from "../../../with/host/host";
import { useTwoRuns } from "../../../with/host/use-two-runs";

type Made = Awaited<ReturnType<Host["create"]>>;

// A policy is set, and nothing of it is asked for twice.
const asked = inOneStack.filter(({ kind }) => !kind.endsWith("Policy"));
const written = asked.filter(({ kind }) => kind.endsWith(":Backup"));
const all = [
  ...asked.map(({ kind, valid }) => ({ kind, called: kind, args: valid as Props })),
  ...written.map(({ kind, valid }) => ({ kind, called: `${kind}, written name`, args: { ...valid, name: "upgrade" } })),
];

/** Creates each as the engine does where it shows nothing of what is stored. */
async function create(host: Host, those = all, more: (called: string) => object = () => ({})) {
  const made = new Map<string, Made>();
  for (const { kind, called, args } of those) {
    const { inputs } = await host.check(kind, { ...args, ...more(called), __owner: ownerNamed(called) });
    made.set(called, await host.create(kind, inputs));
  }
  return made;
}

const idsOf = (made: Map<string, Made>) => [...made].map(([called, each]) => [called, vendorIdOf(each)]);

/** As Pulumi calls for `--replace` and after a taint: no diff, and a check without stored inputs, alone or as the second one. */
describe("doubt 17: a replacement straight after a run that went well", () => {
  const { first, second } = useTwoRuns({ buildSeconds: 0 });

  for (const shows of ["nothing", "the inputs"]) {
    it(`speaks of no interrupted run where ${shows} of what is stored is shown`, async () => {
      // A written name cannot be made anew beside what has it.
      const those = shows === "nothing" ? all : all.slice(0, asked.length);
      const made = await create(first(), those);
      const agreed = (called: string) => {
        const { planId } = made.get(called)!.properties;
        return planId ? { allow: { "second-plan": planId } } : {};
      };
      for (const { kind, called, args } of shows === "nothing" ? [] : those) {
        const news = { ...args, ...agreed(called), __owner: ownerNamed(called) };
        await second().check(kind, news, made.get(called)!.properties);
      }
      const again = await create(second(), those, agreed);
      const told = second().logs.map(({ message }) => message);
      assert.deepEqual(
        told.filter((each) => /interrupted|may have asked/.test(each)),
        [],
      );
      for (const [called, { properties }] of again) {
        assert.equal(properties.state, "ready", called);
        if (properties.planId) assert.notEqual(properties.planId, made.get(called)!.properties.planId);
      }
    });
  }
});

/** The engine calls as above, for it has no state: it was killed, or `--replace` shows nothing of it. */
describe("a creation after a run that was killed between the answer and the writing of the state", () => {
  const { first, second, state } = useTwoRuns({ buildSeconds: 0 });

  it("takes what was made, and leaves it where the same run deletes it as the replaced one", async () => {
    const made = await create(first());
    const again = await create(second());
    assert.deepEqual(idsOf(again), idsOf(made));
    for (const { kind, called } of all) {
      const [old, now] = [made.get(called)!, again.get(called)!];
      assert.equal(now.properties.origin, "made", called);
      await second().delete(kind, old.id, old.properties);
      const read = await second().read(kind, now.id, now.properties);
      assert.equal(vendorIdOf(read), vendorIdOf(old), called);
    }
  });

  it("sends no second plan that starts later, though nothing shows the first", async () => {
    const { valid } = asked.find(({ kind }) => kind === "serveravatar:BackupPlan")!;
    const startBackup = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 16).replace("T", " ");
    const args = { ...valid, startBackupFromNow: undefined, startBackup, __owner: ownerNamed("nightly") };
    const { inputs } = await first().check("serveravatar:BackupPlan", args);
    await first().create("serveravatar:BackupPlan", inputs);
    const next = await second().check("serveravatar:BackupPlan", args);
    const again = await second().create("serveravatar:BackupPlan", next.inputs);
    assert.equal(again.properties.state, "pending");
    assert.equal((await state<{ serveravatar: { plans: unknown[] } }>()).serveravatar.plans.length, 1);
  });
});

function vendorIdOf({ id, properties }: { id: string; properties: Props }): unknown {
  return properties.planId ?? properties.backupId ?? properties.scheduleId ?? id;
}
