import assert from "node:assert/strict";
import { anotherSource, apart } from "../../kinds/asked";
import { type Args, written } from "../../kinds/case";
import { cases, lossesOfAll } from "../../kinds/kinds";
import { ownerNamed, type Props } from "../../with/host/host";
import { HostError } from "../../with/host/host-error";
import { allowIn } from "../../with/host/told";
import { useHost } from "../../with/host/use-host";

const PLAN = "serveravatar:BackupPlan";
const BACKUP = "serveravatar:Backup";
const state: Props = { backupId: "5001", state: "ready", lastBackupAt: "2030-01-01T00:00:00Z" };

describe("losses with BACKUP_PLANS_LOSSES=report", () => {
  const { host, control, requests } = useHost({ env: { BACKUP_PLANS_LOSSES: "report" } });
  const plan = lossesOfAll[0]!.stored;
  /** Each resource has a plan, a recovery point or an instance of its own. */
  let last = 20;

  beforeEach(() => control("POST", "/reset"));

  /** What the engine does before it acts on a resource: the check, and the difference to the state. */
  async function planned(
    kind: string,
    stored: Args,
    news: Args,
  ): Promise<{ id: string; olds: Props; inputs: Props; replaces: string[] }> {
    const { inputs: before } = await host().check(kind, stored);
    const { inputs, failures } = await host().check(kind, news, before);
    assert.deepEqual(failures, []);
    const id = `${++last}`;
    const olds = { ...before, ...state, planId: id };
    const { replaces } = await host().diff(kind, id, olds, inputs);
    return { id, olds, inputs, replaces };
  }

  async function refusal(call: Promise<unknown>): Promise<string> {
    const error = await call.then(
      () => assert.fail("is not refused"),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof HostError);
    return error.message;
  }

  for (const { resource, stored: all, losses } of lossesOfAll) {
    for (const { kind, what, stored, with: change, value } of losses) {
      it(`${resource}: ${kind}, ${what}: the preview passes, nothing is done about it`, async () => {
        const named = { __owner: ownerNamed(`${resource} ${kind} ${what}`) };
        const own = apart(resource, all, last);
        const before = written(all, { ...stored, ...named, ...own });
        const after = written(before, { ...change, ...anotherSource(change, last) });
        const { id, olds, inputs, replaces } = await planned(resource, before, after);
        const acted = replaces.length === 0 ? host().update(resource, id, olds, inputs) : create(resource, after);
        assert.deepEqual(allowIn(await refusal(acted)), {
          [kind]: value.replace(`${all.sourceId}`, `${own.sourceId}`),
        });
        assert.deepEqual(await requests(), []);
      });
    }
  }

  /** A replacement is checked once more, as if it were new. */
  async function create(kind: string, news: Props): Promise<unknown> {
    const { inputs, failures } = await host().check(kind, news);
    assert.deepEqual(failures, []);
    return host().create(kind, inputs);
  }

  it("refuses the replacement that deletes a recovery point, until it is agreed to", async () => {
    const named = { __owner: ownerNamed("replaced"), onDelete: "delete", name: "before-upgrade" };
    const before = written(cases.find(({ kind }) => kind === BACKUP)!.valid, named);
    const after = { ...before, triggers: ["v2"] };
    const { id, replaces } = await planned(BACKUP, before, after);
    assert.deepEqual(replaces, ["triggers"]);
    const allow = allowIn(await refusal(create(BACKUP, after)));
    assert.deepEqual(allow, { "replace-recovery-point": id });
    assert.deepEqual(await requests(), []);
    last -= 1;
    await planned(BACKUP, before, { ...after, allow });
    await create(BACKUP, { ...after, allow });
  });

  it("tells a loss once, though the engine checks a replacement twice", async () => {
    const before = written(plan, { __owner: ownerNamed("told once") });
    const after = { ...before, applicationId: 4247, databaseId: 4224, retentionPeriod: "1 Month" };
    await planned(PLAN, before, after);
    assert.deepEqual((await host().check(PLAN, after)).failures, []);
    const told = host().logs.filter((line) => /told once: retentionPeriod/.test(JSON.stringify(line)));
    assert.equal(told.length, 1);
  });

  /** With --replace the engine asks for no difference, and checks the replacement as if it were new. */
  it("refuses the creation of a replacement by --replace", async () => {
    const before = written(plan, { __owner: ownerNamed("replaced by option") });
    const after = { ...before, retentionPeriod: "1 Month" };
    const { inputs: stored } = await host().check(PLAN, before);
    assert.deepEqual((await host().check(PLAN, after, stored)).failures, []);
    const { inputs, failures } = await host().check(PLAN, after);
    assert.deepEqual(failures, []);
    assert.match(await refusal(host().create(PLAN, inputs)), /replaced by option: retentionPeriod/);
  });

  it("lets pass what is agreed to", async () => {
    const before = written(plan, { __owner: ownerNamed("agreed") });
    const after = { ...before, schedule: "Every Week", allow: { "less-frequent": "Every Week" } };
    const { id, olds, inputs } = await planned(PLAN, before, after);
    await assert.rejects(host().update(PLAN, id, olds, inputs), /Backup schedule not found/);
    assert.equal((await requests()).filter(({ method }) => method === "PATCH").length, 1);
  });

  it("does not let pass what breaks a rule", async () => {
    const { failures } = await host().check(PLAN, { ...plan, schedule: "Seldom" }, plan);
    assert.equal(failures.length, 1);
  });
});
