import assert from "node:assert/strict";
import { after, before } from "mocha";
import { type Fault, faults } from "../faults/fault";
import { type FaultProxy, startProxy } from "../faults/proxy";
import { type Rule, Rules } from "../faults/rules";
import { Program, type StateResource } from "../programs/program";
import { type BackupRow, instances, type RealTrove, startRealTrove } from "./real-trove";

/** Which request of a creation is struck. */
const struck: Record<string, Omit<Rule, "fault">> = {
  creation: { service: "trove", method: "POST" },
  "first look": { service: "trove", method: "GET" },
  wait: { service: "trove", method: "GET", nth: 2 },
  token: { service: "identity", method: "POST" },
};

const quick = {
  "backup-plans:pollSeconds": 0.2,
  "backup-plans:requestTimeoutSeconds": 20,
  "backup-plans:timeoutMinutes": 2,
};

interface Way {
  rules: Rules;
  trove: FaultProxy;
  identity: FaultProxy;
}

/** Faults on the way to the real Trove, each on a way of its own; all at once, so that an engine runs once. */
describe("trove.Backup, when requests to the real Trove fail", () => {
  let trove: RealTrove;
  let program: Program;
  const ways = new Map<Fault, Way>();
  const results = new Map<
    string,
    { text: string; rows: BackupRow[]; state: Record<string, StateResource>; unmet: Fault[] }
  >();

  before(async () => {
    trove = await startRealTrove({ version: "26.0.0" });
    for (const fault of faults) ways.set(fault, await wayTo(trove));
    program = await Program.create({ config: quick });
    for (const [what, rule] of Object.entries(struck)) {
      for (const [fault, { rules }] of ways) {
        rules.clear();
        rules.add({ ...rule, fault });
      }
      await program.declare(
        faults.map((fault, index) => ({
          kind: "trove:Backup",
          name: `${what.replace(" ", "-")}-${fault}`,
          args: { instance: instances.active[index % instances.active.length] },
          options: { provider: fault },
        })),
        { "declared:providers": Object.fromEntries([...ways].map(([fault, way]) => [fault, accountOn(trove, way)])) },
      );
      let { code, text } = await program.up("--continue-on-error");
      // A login that is refused fails clearly, and nothing was sent yet.
      if (code !== 0) ({ code, text } = await program.up("--continue-on-error"));
      const unmet = [...ways].filter(([, { rules }]) => rules.waiting.length > 0).map(([fault]) => fault);
      results.set(what, { text, rows: await trove.list(), state: await program.state(), unmet });
    }
  });
  after(async () => {
    await program?.dispose();
    for (const { trove: one, identity } of ways.values()) for (const proxy of [one, identity]) proxy.stop();
    await trove?.stop();
  });

  for (const what of Object.keys(struck)) {
    for (const fault of faults) {
      it(`${fault} at the ${what}: exactly one, known to state`, () => {
        const { text, rows, state, unmet } = results.get(what)!;
        const name = `${what.replace(" ", "-")}-${fault}`;
        assert.ok(!unmet.includes(fault), "the fault struck");
        const made = rows.filter((row) => row.name.startsWith(`${name}-`));
        assert.deepEqual(
          made.map(({ id, status, deleted }) => ({ id, status, deleted })),
          [{ id: state[name]?.id, status: "COMPLETED", deleted: false }],
          text,
        );
        assert.deepEqual([state[name]!.outputs.state, state[name]!.initErrors], ["ready", undefined]);
      });
    }
  }
});

async function wayTo(trove: RealTrove): Promise<Way> {
  const rules = new Rules();
  const script = { rules, exchanges: [] };
  return {
    rules,
    trove: await startProxy("trove", new URL(trove.troveUrl).origin, script),
    identity: await startProxy("identity", new URL(trove.authUrl).origin, script),
  };
}

function accountOn(trove: RealTrove, way: Way): object {
  return {
    openstack: {
      authUrl: `${way.identity.url}/v3`,
      userName: trove.username,
      password: trove.password,
      userDomainName: trove.userDomain,
      tenantName: trove.projectName,
      projectDomainName: trove.projectDomain,
    },
    trove: { endpoint: way.trove.url + new URL(trove.troveUrl).pathname },
  };
}
