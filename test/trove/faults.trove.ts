import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { after, before } from "mocha";
import { EngineModel } from "../faults/engine-model";
import { type Fault, faults } from "../faults/fault";
import type { Stored } from "../faults/history";
import { startProxy } from "../faults/proxy";
import { type Rule, Rules } from "../faults/rules";
import { type BackupRow, instances, type RealTrove, startRealTrove } from "./real-trove";
import { versions as all } from "./use-trove";

/** The faults are those of the way there, whatever Trove is at its end: `WIDE=1` strikes them before each. */
const versions = process.env.WIDE ? all : all.slice(0, 1);

/** Which request of a creation is struck. */
const struck: Record<string, Omit<Rule, "fault">> = {
  creation: { service: "trove", method: "POST" },
  "first look": { service: "trove", method: "GET" },
  wait: { service: "trove", method: "GET", nth: 2 },
  token: { service: "identity", method: "POST" },
};

const quick = {
  "backup-plans:pollSeconds": "0.5",
  "backup-plans:requestTimeoutSeconds": "8",
  "backup-plans:timeoutMinutes": "1",
};

const AT_ONCE = 4;

interface Creation {
  what: string;
  fault: Fault;
  name: string;
}

const creations = Object.keys(struck).flatMap((what) =>
  faults.map((fault): Creation => ({ what, fault, name: `${what.replace(" ", "-")}-${fault}` })),
);

interface Result {
  errors: string[];
  stored: Stored | undefined;
  isMet: boolean;
}

/** Faults on the way to the real Trove, each on a way of its own. The engine is a model: twice 44 would take minutes. */
describe("trove.Backup, when requests to the real Trove fail", () => {
  const results = new Map<string, Result>();
  const rows = new Map<string, BackupRow[]>();

  before(async () => {
    await Promise.all(
      versions.map(async (version) => {
        const trove = await startRealTrove({ version });
        try {
          const queue = [...creations];
          const work = async () => {
            for (let next = queue.shift(); next; next = queue.shift()) {
              results.set(`${version} ${next.name}`, await create(trove, next));
            }
          };
          await Promise.all(Array.from({ length: AT_ONCE }, work));
          rows.set(version, await trove.list());
        } finally {
          await trove.stop();
        }
      }),
    );
  });
  after(() => results.clear());

  for (const version of versions) {
    for (const { what, fault, name } of creations) {
      it(`${version}, ${fault} at the ${what}: exactly one, known to state`, () => {
        const { errors, stored, isMet } = results.get(`${version} ${name}`)!;
        assert.ok(isMet, "the fault struck");
        const made = rows.get(version)!.filter((row) => row.name.startsWith(`${name}-`));
        assert.deepEqual(
          made.map(({ id, status, deleted }) => ({ id, status, deleted })),
          [{ id: stored?.id, status: "COMPLETED", deleted: false }],
          errors.join("\n"),
        );
        assert.deepEqual([stored!.outputs.state, stored!.initErrors], ["ready", undefined]);
      });
    }
  }
});

async function create(trove: RealTrove, { what, fault, name }: Creation): Promise<Result> {
  const rules = new Rules();
  rules.add({ ...struck[what], fault });
  const script = { rules, exchanges: [] };
  const service = await startProxy("trove", new URL(trove.troveUrl).origin, script);
  const identity = await startProxy("identity", new URL(trove.authUrl).origin, script);
  const args = { instance: instances.active[faults.indexOf(fault) % instances.active.length] };
  const engine = new EngineModel("dev", [{ kind: "trove:Backup", name, args }]);
  const password = {
    "openstack:authUrl": `${identity.url}/v3`,
    "openstack:userName": trove.username,
    "openstack:password": trove.password,
    "openstack:userDomainName": trove.userDomain,
    "openstack:tenantName": trove.projectName,
    "openstack:projectDomainName": trove.projectDomain,
  };
  // Keystone takes more than a second for a password, so only what needs one has it.
  const login = what === "token" || fault === "unauthorized-401" ? password : { "openstack:token": trove.token };
  const config = { ...quick, ...login, "trove:endpoint": service.url + new URL(trove.troveUrl).pathname };
  try {
    const errors = await upUntilKnown(engine, name, config);
    return { errors, stored: engine.state.get(name), isMet: rules.waiting.length === 0 };
  } finally {
    for (const proxy of [service, identity]) proxy.stop();
  }
}

/** A login that is refused fails clearly, and nothing was sent yet. What is in doubt is sent again once no request is on its way. */
async function upUntilKnown(engine: EngineModel, name: string, config: Record<string, string>): Promise<string[]> {
  const up = async () => Object.values((await engine.up(config)).errors);
  const errors = await up();
  if (errors.length > 0) errors.push(...(await up()));
  for (let tries = 0; tries < 5 && engine.state.get(name)?.outputs.state === "unknown"; tries++) {
    await delay(Number(quick["backup-plans:requestTimeoutSeconds"]) * 1000);
    errors.push(...(await up()));
  }
  return errors;
}
