import assert from "node:assert/strict";
import { createServer, type Server } from "node:net";
import { after, before } from "mocha";
import { services as all } from "../../../../provider/services/services";
import type { EmulatorUrls } from "../../../emulator";
import { World } from "../../../faults/world";
import { apart, checked, copyOf, validOf } from "../../../kinds/asked";
import { findings, kinds } from "../../../kinds/kinds";
import { ofOtc, otcPolicies, otcServices } from "../../../kinds/otc/services";
import { nthPlan } from "../../../kinds/serveravatar/nth-plan";
import { Host, type Props } from "../../../with/host/host";
import { ownAccounts } from "../../../with/host/own-accounts";
import { configFor, useHost } from "../../../with/host/use-host";
import { NOBODY } from "../../../with/nobody";

const online = { "backup-plans:online": "true" };

const services = Object.keys(all.byName);

const ROUNDS = 3;

/** All kinds, several times, each with what would be refused if it were looked at. */
async function checkAll(host: Host) {
  const refused = findings.filter(({ is, settings }) => is === "refused" && !settings);
  const overs = kinds.map(({ kind }) => ({ kind, over: refused.find((found) => found.kind === kind)?.with ?? {} }));
  const began = Date.now();
  const told = { reasons: [] as string[], warnings: [] as string[], milliseconds: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    for (const { kind, over } of overs) {
      const own = apart(kind, { ...validOf(kind), ...over }, round);
      const { reasons, warnings } = await checked(host, kind, { ...over, ...own });
      told.reasons.push(...reasons);
      told.warnings.push(...warnings);
    }
  }
  return { ...told, milliseconds: Date.now() - began };
}

describe("online checks without an answer", () => {
  let deaf: Server;
  let waiting: Record<"nobody" | "deaf" | 502, ReturnType<typeof told>>;

  before(async () => {
    deaf = await listening(createServer(() => undefined));
    // Each of them waits for most of half a minute, all at once.
    waiting = {
      nobody: begun(told(endpoints(NOBODY), accounts(NOBODY))),
      deaf: begun(told(endpoints(`http://127.0.0.1:${portOf(deaf)}`), {}, "serveravatar:BackupPlan")),
      502: begun(behindGateways(502)),
    };
  });
  after(() => deaf.close());

  async function told(config: Props, accounts: Record<string, Props> = {}, kind?: string) {
    const host = await Host.start({ config: { ...online, ...config }, accounts });
    try {
      if (kind === undefined) return await checkAll(host);
      const began = Date.now();
      const first = await checked(host, kind);
      const waited = Date.now() - began;
      const second = await checked(host, kind);
      return { ...first, warnings: [...first.warnings, ...second.warnings], milliseconds: waited };
    } finally {
      await host.stop();
    }
  }

  const endpoints = (url: string): Props => {
    const urls = Object.fromEntries([...services, "identity", "control"].map((name) => [name, url]));
    return { ...configFor(urls as EmulatorUrls), "trove:endpoint": url };
  };
  const accounts = (url: string) => ownAccounts({ identity: url, rackspace: url });

  it("where nobody listens nothing is refused, each service is told once, and is asked no more", async () => {
    const { reasons, warnings, milliseconds } = await waiting.nobody;
    assert.deepEqual(reasons, []);
    assert.equal(warnings.length, services.length, warnings.join("\n"));
    for (const warning of warnings)
      assert.match(warning, /^online check undecided: .*ECONNREFUSED.* is not asked again,/);
    assert.ok(milliseconds < 45_000, `${milliseconds} ms`);
  });

  it("a service that never answers is waited for 20 s in all", async () => {
    const { reasons, warnings, milliseconds } = await waiting.deaf;
    assert.deepEqual(reasons, []);
    assert.equal(warnings.length, 1, warnings.join("\n"));
    assert.ok(milliseconds > 15_000 && milliseconds < 27_000, `${milliseconds} ms`);
  });

  it("where no credentials are configured each service is told once, with what to write", async () => {
    const { reasons, warnings } = await told({});
    assert.deepEqual(reasons, []);
    assert.equal(warnings.length, services.length, warnings.join("\n"));
    for (const warning of warnings) assert.match(warning, /is missing; run: pulumi config set/);
  });

  it("with the flag off nothing is asked", async () => {
    const { reasons, warnings } = await told(
      { ...endpoints(NOBODY), "backup-plans:online": "false" },
      accounts(NOBODY),
    );
    const takeover =
      "this takes over the policy that its instance has: pulumi up compares with it, and stops where something would be " +
      "lost without consent. With backup-plans:online true the preview compares";
    assert.deepEqual(
      { reasons, warnings },
      { reasons: [], warnings: Array(ROUNDS * otcPolicies.length).fill(takeover) },
    );
  });

  async function behindGateways(status: number) {
    const world = await World.open();
    world.refuseReads(status);
    try {
      return await told(world.config(), ownAccounts(world.urls));
    } finally {
      await world.close();
    }
  }

  for (const status of [401, 403, 404, 502]) {
    it(`a gateway's ${status} is no answer of the service`, async () => {
      const { reasons, warnings } = await (status === 502 ? waiting[502] : behindGateways(status));
      assert.deepEqual(reasons, []);
      const once = new Set(warnings);
      assert.equal(warnings.length, once.size, warnings.join("\n"));
      for (const service of new Set(all.definitions.map(({ online }) => online!.service))) {
        assert.ok(
          warnings.some((warning) => warning.startsWith(`online check undecided: ${service}: GET `)),
          `${service}:\n${warnings.join("\n")}`,
        );
      }
    });
  }
});

describe("online checks of many resources", () => {
  const otc = { moreInstances: 100 };
  const settings = { ...ofOtc(otc), rackspace: otc };
  const { host, control, requests } = useHost({ settings, config: online });
  /** What one kind looked up serves the next; a policy that is taken over is read, one request each. */
  const most: Record<string, number> = {
    "serveravatar:BackupPlan": 10,
    "serveravatar:Backup": 10,
    "trove:Backup": 5,
    "dds:Backup": 5,
    "dds:BackupPolicy": 105,
    "geminidb:Backup": 7,
    "geminidb:BackupPolicy": 107,
    "rds:Backup": 5,
    "rds:BackupPolicy": 105,
    "rackspace:BackupSchedule": 12,
  };
  const sourceOf = (copy: number) => `44444444-4444-4444-8444-44444444${`${copy}`.padStart(4, "0")}`;

  for (const { kind, service, valid, place } of kinds) {
    it(`${kind}: 100 cost at most ${most[kind]} requests`, async () => {
      await control("DELETE", "/requests");
      for (let copy = 0; copy < 100; copy++) {
        const instanceId = copyOf(`${valid.instanceId}`, copy + 1);
        const isOtc = otcServices.includes(service);
        const apart = kind.endsWith("BackupPlan") ? nthPlan(copy) : place(copy);
        const own = service === "rackspace" ? { sourceId: sourceOf(copy + 1) } : apart;
        const { reasons } = await checked(host(), kind, isOtc ? { instanceId } : own);
        // Of Trove's quota there are 50.
        assert.deepEqual(
          reasons.filter((reason) => !reason.startsWith("quota: ")),
          [],
        );
      }
      const sent = (await requests()).filter((one) => one.service === service);
      console.log(`      ${kind}: ${sent.length} requests`);
      assert.ok(sent.length <= most[kind]!, `${sent.length}: ${sent.map(({ path }) => path).join("\n")}`);
    });
  }
});

/** What is waited for later; a failure is that of the test that waits. */
function begun<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

function portOf(server: Server): number {
  return (server.address() as { port: number }).port;
}

function listening(server: Server): Promise<Server> {
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}
