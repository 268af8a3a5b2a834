import assert from "node:assert/strict";
import type { EmulatorUrls } from "../../emulator";
import { shopBackup } from "../../kinds/example-shop";
import { instances } from "../../kinds/instances";
import type { Host, Props } from "../../with/host/host";
import { otherAccount, PROJECTS } from "../../with/host/other-account";
import { rackspaceConfig } from "../../with/host/rackspace";
import { configFor, useHost } from "../../with/host/use-host";
import { useHosts, useRun } from "../../with/host/with-host";

const week = { keepDays: 14, startTime: "01:00-02:00", period: [1, 2, 3, 4, 5, 6, 7] };
const { trove, otc, otherTrove, otherOtc } = PROJECTS;

/** Each kind whose account a login tells: its arguments, where it is, and where the other login leads. */
const kinds: readonly [kind: string, args: Props, here: string, there: string][] = [
  ["trove:Backup", { instance: instances.trove[0], onDelete: "delete" }, trove, otherTrove],
  ["dds:Backup", { instanceId: instances.dds[0], onDelete: "delete" }, otc, otherOtc],
  ["dds:BackupPolicy", { instanceId: instances.dds[0], ...week, onDelete: "restore" }, otc, otherOtc],
  ["geminidb:Backup", { instanceId: instances.geminidb[0], description: "nightly", onDelete: "delete" }, otc, otherOtc],
  ["geminidb:BackupPolicy", { instanceId: instances.geminidb[0], ...week, onDelete: "restore" }, otc, otherOtc],
];

const settings = { buildSeconds: 0, serveravatar: { undocumentedDelete: "works" }, trove: { deleteSeconds: 0 } };

describe("the account of a state", () => {
  const { host, urls, control, requests } = useHost({ settings });
  const start = useHosts();
  /** One with the other login, which remembers no run of its own. */
  const foreign = useRun(() => ({ config: { ...configFor(urls()), ...otherAccount(urls()) } }));
  afterEach(() => control("POST", "/reset"));

  const as = (more: Props): Promise<Host> => start({ config: { ...configFor(urls()), ...more } });
  async function make(kind: string, args: Props, by: Host = host()) {
    const { inputs, failures } = await by.check(kind, args);
    assert.deepEqual(failures, []);
    return by.create(kind, inputs);
  }
  /** What left this machine, but for logins and what was sent before. */
  async function sent(act: () => Promise<unknown>): Promise<string[]> {
    await control("DELETE", "/requests");
    await act();
    return (await requests()).filter(({ service }) => service !== "identity").map(({ method, path }) => method + path);
  }
  const of010 = ({ account: _account, origin: _origin, ...state }: Props): Props => state;

  const backup = { instance: instances.trove[0] };
  const document = { instanceId: instances.dds[0] };

  for (const [kind, args, here, there] of kinds) {
    const both = new RegExp(`is in project ${here}.* leads to project ${there}.*sameAccount "project ${here}`);

    it(`ownership 6, 7: of ${kind} is compared before anything is read, changed or deleted`, async () => {
      const { id, properties } = await make(kind, args);
      assert.match(`${properties.account}`, new RegExp(`^project ${here}`));
      const unfinished = { ...properties, state: "unknown", lastBackupAt: null };
      const asked = await sent(async () => {
        await assert.rejects(foreign().read(kind, id, properties), both);
        await assert.rejects(foreign().update(kind, id, unfinished, { ...args, name: properties.name }), both);
        await assert.rejects(foreign().delete(kind, id, properties), both);
      });
      assert.deepEqual(asked, []);
    });

    it(`ownership 6, 7: of ${kind} made by 0.1.0 is known by its instance`, async () => {
      const { id, properties } = await make(kind, args);
      const old = of010(properties);
      const kept = await foreign().read(kind, id, old);
      assert.deepEqual([kept.id, kept.properties.state, kept.properties.account], [id, "unknown", undefined]);
      const named = here === otc ? `project ${there}, eu-de` : `project ${there}`;
      const line = `pulumi config set backup-plans:sameAccount "${named}"`;
      assert.ok(foreign().logs.some(({ severity, message }) => severity === "warning" && message.includes(line)));
      await assert.rejects(foreign().delete(kind, id, old), /shows neither it nor its instance/);
      assert.equal((await host().read(kind, id, old)).properties.account, properties.account);
      const home = await as({});
      await home.delete(kind, id, old);
      if (!kind.endsWith("Policy")) assert.equal((await home.read(kind, id, old)).id, "", "its instance is there");
    });

    it(`of ${kind} needs no login where a deletion keeps`, async () => {
      const { id, properties } = await make(kind, { ...args, onDelete: "keep" });
      await control("DELETE", "/requests");
      await foreign().delete(kind, id, properties);
      assert.deepEqual(await requests(), []);
    });
  }

  it("is the one that sameAccount names: that of the state, or of a state without one the present one", async () => {
    const { id, properties } = await make("dds:Backup", document);
    const [here, there] = [`project ${otc}, eu-de`, `project ${otherOtc}, eu-de`];
    const told = (sameAccount: string) => as({ ...otherAccount(urls()), "backup-plans:sameAccount": sameAccount });
    const [ofState, present] = [await told(here), await told(there)];
    assert.equal((await ofState.read("dds:Backup", id, properties)).id, "", "it is gone there");
    await assert.rejects(present.read("dds:Backup", id, properties), /is in project/);
    assert.equal((await present.read("dds:Backup", id, of010(properties))).id, "", "it is gone there");
    assert.equal((await ofState.read("dds:Backup", id, of010(properties))).properties.state, "unknown");
  });

  it("of ServerAvatar is the organization, and another one's token decides nothing", async () => {
    for (const kind of ["serveravatar:Backup", "serveravatar:BackupPlan"]) {
      const more = kind.endsWith("Plan") ? { automaticBackup: true, schedule: "Every Day" } : {};
      const { id, properties } = await make(kind, { ...shopBackup, ...more, onDelete: "delete" });
      assert.equal(properties.account, "organization 5");
      for (const state of [properties, of010(properties)]) {
        await assert.rejects(foreign().read(kind, id, state), /organization: no such organization, or the token/);
        await assert.rejects(foreign().delete(kind, id, state), /organization: no such organization, or the token/);
      }
      const secret = { ...more, applicationId: 4247, __secrets: ["organization"] };
      const { properties: untold } = await make(kind, { ...shopBackup, ...secret });
      assert.equal(untold.account ?? undefined, undefined, "a secret organization is no account in plain text");
    }
  });

  const demo = { "openstack:tenantName": undefined, "openstack:tenantId": trove };
  const euDe = { "opentelekomcloud:tenantName": undefined, "opentelekomcloud:tenantId": otc };
  const moved = (url: string) => url.replace("127.0.0.1", "localhost");
  const same: readonly [what: string, kind: string, args: Props, (urls: EmulatorUrls) => Props][] = [
    ["a new token", "trove:Backup", backup, () => ({})],
    ["a token that is ready", "dds:Backup", document, () => ({ "opentelekomcloud:token": "emulator-token" })],
    ["the project by its id", "trove:Backup", backup, () => demo],
    ["the project by its id", "dds:Backup", document, () => euDe],
    ["a written address", "trove:Backup", backup, (at) => ({ "trove:endpoint": `${at.trove}/v1.0` })],
    [
      "an address with the project",
      "trove:Backup",
      backup,
      (at) => ({ "trove:endpoint": `${at.trove}/v1.0/${trove}` }),
    ],
    ["a host that moved", "dds:Backup", document, (at) => ({ "dds:endpoint": moved(at.dds) })],
    ["a host that moved", "trove:Backup", backup, (at) => ({ "openstack:authUrl": `${moved(at.identity)}/v3` })],
    ["a region that is written now", "trove:Backup", backup, () => ({ "openstack:region": "RegionOne" })],
    ["a region that is written now", "dds:Backup", document, () => ({ "opentelekomcloud:region": "eu-de" })],
  ];
  for (const [what, kind, args, more] of same) {
    it(`stays the same with ${what}, for ${kind}`, async () => {
      const { id, properties } = await make(kind, args);
      const read = await (await as(more(urls()))).read(kind, id, properties);
      assert.equal(read.id, id);
      assert.ok(`${read.properties.account}`.startsWith(`${properties.account}`.split(",")[0]!));
    });
  }

  it("has its region, where both sides know one, and keeps it where only the state does", async () => {
    const one = await as({ "openstack:region": "RegionOne" });
    const { id, properties } = await make("trove:Backup", backup, one);
    assert.equal(properties.account, `project ${trove}, RegionOne`);
    assert.equal((await host().read("trove:Backup", id, properties)).properties.account, properties.account);
    const two = await as({ "openstack:region": "eu-de" });
    await assert.rejects(two.read("trove:Backup", id, properties), /RegionOne.* leads to project .*, eu-de/);
  });

  it("of Rackspace is the account and its region", async () => {
    const rackspace = await as(rackspaceConfig(urls()));
    const { id, properties } = await make("trove:Backup", backup, rackspace);
    assert.equal(properties.account, "account 1234, ORD");
    assert.equal((await rackspace.read("trove:Backup", id, properties)).id, id);
    await assert.rejects(host().read("trove:Backup", id, properties), /is in account 1234, ORD, .* leads to project/);
  });
});
