import assert from "node:assert/strict";
import { type Fault, faults } from "../faults/fault";
import { type FaultProxy, startProxy } from "../faults/proxy";
import { Rules } from "../faults/rules";
import { judge } from "../faults/verdict";
import { instances, type RealTrove } from "./real-trove";
import { backup, itOnTrove, type Row, wide } from "./use-trove";

const [instance] = instances.active;

const quick = { "backup-plans:requestTimeoutSeconds": "20", "backup-plans:timeoutMinutes": "5" };

/** A way to the real Trove on which the creation is struck. */
interface Way {
  fault: Fault;
  rules: Rules;
  proxy: FaultProxy;
}

async function wayOf(fault: Fault, trove: RealTrove): Promise<Way> {
  const rules = new Rules();
  rules.add({ service: "trove", method: "POST", path: /\/backups$/, fault });
  return { fault, rules, proxy: await startProxy("trove", new URL(trove.troveUrl).origin, { rules, exchanges: [] }) };
}

function accountOn({ proxy }: Way, trove: RealTrove): object {
  const { authUrl, username: userName, password, userDomain, projectName, projectDomain } = trove;
  return {
    openstack: {
      authUrl,
      userName,
      password,
      userDomainName: userDomain,
      tenantName: projectName,
      projectDomainName: projectDomain,
    },
    trove: { endpoint: proxy.url + new URL(trove.troveUrl).pathname },
  };
}

/** Of one resource, which its name tells from those of the other faults. */
const subjectOf = (name: string) => ({
  ...{ title: name, kind: "trove:Backup", service: "trove" as const, args: {}, changed: {}, creates: {} },
  leaves: "delete" as const,
  stands: ({ rows }: Record<string, Row[]>) =>
    Object.fromEntries(rows!.filter((row) => row.name.startsWith(`${name}-`)).map((row) => [row.id, row])),
});

wide("trove.Backup on Pulumi's engine, when the real Trove's answer to its creation fails", () => {
  itOnTrove("ends in exactly one, known to state, after each of the eleven faults", async (bench) => {
    const { trove, program, rows } = bench;
    const ways = await Promise.all(faults.map((fault) => wayOf(fault, trove)));
    const stack = await program({ config: quick });
    try {
      const nameOf = (fault: Fault) => `struck-${fault}`;
      await stack.declare(
        faults.map((fault) => backup(nameOf(fault), { instance }, { provider: fault })),
        { "declared:providers": Object.fromEntries(ways.map((way) => [way.fault, accountOn(way, trove)])) },
      );
      const { code, text } = await stack.up("--continue-on-error");
      const [state, holdings] = [await stack.state(), { rows: await rows() }];
      const verdicts = faults.map((fault) => [
        fault,
        judge(subjectOf(nameOf(fault)), holdings, state[nameOf(fault)]).verdict,
      ]);
      assert.deepEqual(
        verdicts,
        faults.map((fault) => [fault, "one"]),
        text,
      );
      assert.deepEqual([code, holdings.rows.length], [0, faults.length], text);
      assert.deepEqual(
        ways.flatMap(({ rules }) => rules.waiting),
        [],
        "each fault struck",
      );
    } finally {
      for (const { proxy } of ways) proxy.stop();
    }
  });
});
