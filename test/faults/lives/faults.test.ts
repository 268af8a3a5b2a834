import assert from "node:assert/strict";
import type { Exchange } from "../exchange";
import type { Fault } from "../fault";
import { type Subject, subjects } from "../subjects";
import { judge } from "../verdict";
import type { Holdings } from "../world";
import { blindRepeats } from "./blind-repeats";
import { type FaultPlan, type Step, services } from "./fault-plan";
import { runLives, sweep } from "./lives";

/** Other ones come with `npm run test:faults -- --plans 1000`. */
const SEED = 20_000;
const PLANS = 12;

/** Of each sort: never there, done and not told, and told by somebody in between. */
const DOUBTS: readonly Fault[] = ["reset-before", "reset-after", "error-500", "gateway-timeout-504"];

const trove = subjects.find(({ title }) => title === "trove:Backup") as Subject;
const holding = (...ids: string[]): Holdings => ({
  trove: { backups: ids.map((id) => ({ id, instanceId: trove.args.instance })) },
});
const known = (id: string, state: string, ...initErrors: string[]) => ({ id, outputs: { state }, initErrors });

async function failuresOf(plans: readonly FaultPlan[]) {
  const failures = await runLives(plans.map((plan, seed) => ({ plan, seed })));
  return failures.map(({ told, problems, log }) => [told, problems, log]);
}

describe("faults", () => {
  for (const service of services) {
    it(`${service}: none of ${PLANS} seeded lives doubles, loses or blocks a backup`, async () => {
      const failures = await sweep([service], PLANS, SEED);
      const told = failures.map(({ seed, problems, log }) => [`--seed ${seed} --service ${service}`, problems, log]);
      assert.deepEqual(told, [], JSON.stringify(told, undefined, 1));
    });
  }

  it("a creation in doubt that no look shows is not sent again", async () => {
    const hidden = subjects.filter((subject) => subject.hidden);
    const plans = hidden.flatMap((subject) =>
      DOUBTS.map((fault): FaultPlan => {
        const rules = [{ ...subject.creates, fault }];
        return { service: subject.service, subjects: [subject], deletes: false, steps: [{ act: "up" }], rules };
      }),
    );
    assert.deepEqual(await failuresOf(plans), []);
  });

  it("a run that is killed at any request of a creation leads to no second one", async () => {
    const plans = subjects.flatMap((subject) =>
      [1, 2, 3, 4, 5].map((at): FaultPlan => {
        const steps: Step[] = [{ act: "up", kill: { at, moment: "done" } }, { act: "up" }];
        return { service: subject.service, subjects: [subject], deletes: false, steps, rules: [] };
      }),
    );
    assert.deepEqual(await failuresOf(plans), []);
  });

  it("a replacement that is killed is found by one that is not shown what is stored", async () => {
    const marked = subjects.filter(({ kind, title }) => kind === title && kind.endsWith(":Backup"));
    const plans = marked.flatMap((subject) =>
      [3, 4].flatMap((at): FaultPlan[] => {
        const kill = { at, moment: "done" } as const;
        const rest = { service: subject.service, subjects: [subject], deletes: false, rules: [] };
        return [
          { ...rest, steps: [{ act: "up" }, { act: "change", kill }, { act: "taint" }] },
          { ...rest, steps: [{ act: "up" }, { act: "change" }, { act: "taint", kill }] },
        ];
      }),
    );
    assert.equal(plans.length, 4 * marked.length);
    assert.deepEqual(await failuresOf(plans), []);
  });

  it("the judge tells two, a lost one, a false one and a silent one from exactly one", () => {
    const verdicts = [
      judge(trove, holding("a"), known("a", "ready")),
      judge(trove, holding("a", "b"), known("a", "ready")),
      judge(trove, holding("a"), undefined),
      judge(trove, holding(), undefined),
      judge(trove, holding(), known("a", "ready")),
      judge(trove, holding("a"), known("unseen-1", "unknown")),
      judge(trove, holding("a"), known("unseen-1", "unknown", "it may exist: write its id as adopt")),
    ].map(({ verdict }) => verdict);
    assert.deepEqual(verdicts, ["one", "doubled", "lost", "none", "false", "unsaid", "unknown"]);
  });

  const request = (method: string, fault?: Exchange["fault"], more: Partial<Exchange> = {}): Exchange => ({
    ...{ service: "trove", generation: "1", method, path: "/backups", query: "", headers: {}, body: "", at: 0, fault },
    ...more,
  });

  it("a write that is sent again after a doubtful answer without a look is seen", () => {
    assert.equal(blindRepeats([request("POST", "reset-after"), request("POST")]).length, 1);
    assert.equal(blindRepeats([request("POST", "reset-after"), request("GET"), request("POST")]).length, 0);
    assert.equal(blindRepeats([request("POST", "too-many-429"), request("POST")]).length, 0);
  });

  it("a creation that no look shows is seen when it is sent again, look or not", () => {
    const body = '{"cloud_storage_provider_id":10,"name":null,"application_id":4246,"type":"filesystem"}';
    const more = { service: "serveravatar", path: "/organizations/5/servers/15/backups", body };
    const sent = (fault?: Exchange["fault"]) => request("POST", fault, more);
    const look = request("GET", undefined, more);
    assert.equal(blindRepeats([sent("reset-before"), look, sent()]).length, 1);
    assert.equal(blindRepeats([sent("too-many-429"), look, sent()]).length, 0);
    assert.equal(blindRepeats([sent("reset-before"), look, { ...sent(), generation: "2" }]).length, 0);
  });
});
