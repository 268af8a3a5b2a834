import assert from "node:assert/strict";
import { type Args, written } from "../../kinds/case";
import { lossesOfAll } from "../../kinds/kinds";
import { ownerNamed, type Props } from "../../with/host/host";
import { allowIn } from "../../with/host/told";
import { useHost } from "../../with/host/use-host";

/** Each stored resource as a year of edits changes it: what `up` stores is what the next check compares with. */
describe("consent 1: a line of allow that names an outcome", () => {
  const { host, requests } = useHost();

  async function reasonsOf(kind: string, news: Args, stored: Args): Promise<string[]> {
    const { failures } = await host().check(kind, news, stored);
    return failures.map(({ reason }) => reason);
  }

  for (const { resource, stored: plan, losses } of lossesOfAll) {
    for (const { kind, what, stored, with: change, value } of losses) {
      const isLasting = kind === "leave-running";
      const before = written(plan, stored);
      const after = written(before, change);
      const agreeing = (args: Args, line: string): Args => ({ ...args, allow: { [kind]: line } });

      it(`${resource}: ${kind}, ${what}: ${isLasting ? "holds as long as it stands" : "is spent once it is stored"}`, async () => {
        assert.deepEqual(await reasonsOf(resource, agreeing(after, value), before), [], "preview");
        assert.deepEqual(
          await reasonsOf(resource, agreeing(after, value), before),
          [],
          "up, or one that failed before",
        );
        const [reason, ...others] = await reasonsOf(resource, agreeing(after, value), agreeing(before, value));
        assert.deepEqual(others, []);
        if (isLasting) return assert.equal(reason, undefined);
        assert.match(reason!, new RegExp(`the allow "${escaped(value)}" is spent: an earlier pulumi up stored it`));
        assert.deepEqual(allowIn(reason!), { [kind]: `${value} (again)` });
        assert.deepEqual(await reasonsOf(resource, { ...after, allow: allowIn(reason!) }, agreeing(before, value)), []);
      });

      if (isLasting) continue;
      it(`${resource}: ${kind}, ${what}: may end with a note, and each note is a line of its own`, async () => {
        for (const [storedLine, line] of [
          [undefined, `${value} (PR 214)`],
          [value, `${value} (PR 214)`],
          [`${value} (PR 214)`, value],
          [`${value} (PR 214)`, `${value} (PR 215)`],
        ]) {
          const stands = storedLine === undefined ? before : agreeing(before, storedLine);
          assert.deepEqual(await reasonsOf(resource, agreeing(after, line!), stands), [], `${storedLine} => ${line}`);
        }
        for (const [spent, next] of [
          [`${value} (PR 214)`, `${value} (again)`],
          [`${value} (again)`, `${value} (again 2)`],
          [`${value} (again 2)`, `${value} (again 3)`],
        ]) {
          const [reason] = await reasonsOf(resource, agreeing(after, spent!), agreeing(before, spent!));
          assert.deepEqual(allowIn(reason!), { [kind]: next });
        }
      });
    }
  }

  it("agrees to nothing once a change of allow alone stored it: disable, written at the creation", async () => {
    const kind = "dds:BackupPolicy";
    const allow = { disable: "keepDays 0" };
    const stored = { ...lossesOfAll.find(({ resource }) => resource === kind)!.stored, allow };
    const off = { ...written(stored, { startTime: undefined, period: undefined }), keepDays: 0 };
    const [reason] = await reasonsOf(kind, off, stored);
    assert.deepEqual(allowIn(reason!), { disable: "keepDays 0 (again)" });
  });

  it("is told once where it agrees to nothing: in the change that stores it", async () => {
    const kind = "serveravatar:BackupPlan";
    const stored = lossesOfAll[0]!.stored;
    const news = { ...stored, allow: { "shorter-retention": "2 Months" }, __owner: ownerNamed("idle") };
    const told = async (olds: Args) => {
      const from = host().logs.length;
      assert.deepEqual(await reasonsOf(kind, news, olds), []);
      return host()
        .logs.slice(from)
        .map(({ message }) => message);
    };
    assert.deepEqual(await told(stored), [
      'allow: "shorter-retention": "2 Months" agrees to no loss of this change. Once pulumi up has stored it, it agrees to no later one, either',
    ]);
    assert.deepEqual(await told(news), [], "a stored one is silent");
  });

  it("of 0.1.0, left over in a state, makes no difference and refuses nothing", async () => {
    const kind = "serveravatar:BackupPlan";
    const stored = { ...lossesOfAll[0]!.stored, allow: { "shorter-retention": "12 Months" } };
    const state: Props = { planId: "21", state: "ready", lastBackupAt: "2030-01-01T00:00:00Z" };
    const { inputs, failures } = await host().check(kind, stored, stored);
    assert.deepEqual(failures, []);
    assert.equal((await host().diff(kind, "21", { ...inputs, ...state }, inputs)).changes, "none");
  });

  it("costs no request", async () => assert.deepEqual(await requests(), []));
});

function escaped(text: string): string {
  return text.replace(/[()]/g, "\\$&");
}
