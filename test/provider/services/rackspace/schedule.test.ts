import assert from "node:assert/strict";
import { after, before, beforeEach } from "mocha";
import { owned, validOf } from "../../../kinds/asked";
import type { Args } from "../../../kinds/case";
import { send } from "../../../with/control";
import { Host, type Props } from "../../../with/host/host";
import { HostError } from "../../../with/host/host-error";
import { ownAccounts } from "../../../with/host/own-accounts";
import { allowIn } from "../../../with/host/told";
import { configFor, useHost } from "../../../with/host/use-host";

const KIND = "rackspace:BackupSchedule";
const GROUP = "130922a2-b9ab-4e95-86be-9c5d79171b5e";

/** An instance of the emulator, for one resource alone: what a process was shown it remembers. */
const sourceOf = (copy: number) => `44444444-4444-4444-8444-44444444${`${copy}`.padStart(4, "0")}`;

interface Schedule {
  id: string;
  source: { id: string };
  hour: number;
  day_of_week: number;
  full_backup_retention: number | null;
  copy_to?: string[];
}

describe("a schedule of Rackspace", () => {
  const { host, urls, control, requests } = useHost({ settings: { rackspace: { moreInstances: 200 } } });
  /** The process of a later run, as what a process made itself it does not delete. */
  let later: Host;
  before(async () => {
    later = await Host.start({ config: configFor(urls()), accounts: ownAccounts(urls()) });
  });
  after(() => later?.stop());
  /** A source that no resource of another test has. */
  let source: string;
  let other: string;
  let last = 0;

  beforeEach(async () => {
    await control("POST", "/reset");
    [source, other] = [sourceOf(++last), sourceOf(++last)];
  });

  const schedules = async () => (await control("GET", "/state")).rackspace.schedules as Schedule[];
  const outside = (method: string, path: string, schedule?: object) =>
    send(`${urls().rackspace}/v1.0/1234/schedules${path}`, method, schedule && { schedule }, {
      "x-auth-token": "emulator-token",
    });
  const stand = async (over: object = {}): Promise<string> =>
    (
      await outside("POST", "", {
        action: "backup",
        day_of_week: 0,
        hour: 14,
        minute: 30,
        instance_id: source,
        ...over,
      })
    ).schedule.id;
  const writes = async () =>
    (await requests()).filter(({ service, method }) => service === "rackspace" && method !== "GET");

  async function checked(args: Args, olds?: Props): Promise<Props> {
    const { inputs, failures } = await host().check(KIND, args, olds);
    assert.deepEqual(failures, []);
    return inputs;
  }

  /** What a program declares, and what became of it. */
  interface Made {
    args: Props;
    id: string;
    inputs: Props;
    properties: Props;
  }

  const declared = (over: Args = {}) => owned({ ...validOf(KIND), sourceId: source, ...over });

  async function create(over: Args = {}, args = declared(over)): Promise<Made> {
    const inputs = await checked(args);
    return { args, inputs, ...(await host().create(KIND, inputs)) };
  }

  async function update({ args, id, inputs: olds, properties }: Made, over: Args): Promise<Props> {
    const inputs = await checked({ ...args, ...over }, olds);
    const { replaces } = await host().diff(KIND, id, properties, inputs);
    assert.deepEqual(replaces, []);
    return host().update(KIND, id, properties, inputs);
  }

  async function refusal(call: Promise<unknown>): Promise<string> {
    const error = await call.then(
      () => assert.fail("is not refused"),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof HostError, `${error}`);
    return error.message;
  }

  it("is made with the usual retention, and tells its next run", async () => {
    const { id, properties } = await create();
    const [made, ...others] = await schedules();
    assert.deepEqual([made!.id, made!.full_backup_retention, others], [id, 2, []]);
    const { scheduleId, nextRun, account, health, summary, state } = properties;
    assert.deepEqual([scheduleId, account, health, state], [id, "account 1234, ORD", "not-due-yet", "ready"]);
    assert.match(`${nextRun}`, /^\d{4}-\d\d-\d\dT14:30:00Z$/);
    const rhythm = "Full Sun 14:30 UTC, else incremental";
    assert.equal(summary, `${rhythm}: instance ${source}; keeps 2 full; delete leaves it running`);
  });

  it("of an HA group is asked for by its source", async () => {
    const { properties } = await create({ sourceId: GROUP, sourceType: "ha" });
    assert.deepEqual(
      (await schedules()).map(({ source }) => source.id),
      [GROUP],
    );
    assert.match(`${properties.summary}`, new RegExp(`HA group ${GROUP}`));
  });

  it("is refused where one stands, before anything is written, and the refusal names adopt", async () => {
    const standing = await stand();
    const message = await refusal(create());
    assert.match(message, new RegExp(`^sourceId: ${source} has schedule ${standing} already`));
    assert.ok(message.includes(`write adopt: "${standing}" to take it over`), message);
    assert.deepEqual((await writes()).length, 1, "that of the other one");
  });

  it("is adopted as it is without a write", async () => {
    const adopt = await stand();
    const { id, properties } = await create({ adopt });
    assert.deepEqual([id, properties.scheduleId, properties.origin], [adopt, adopt, "adopted"]);
    assert.deepEqual((await writes()).length, 1, "that of the other one");
  });

  it("is adopted and changed where the program agrees to what is lost", async () => {
    const adopt = await stand({ full_backup_retention: 5 });
    const args = declared({ adopt });
    const message = await refusal(create({}, args));
    assert.match(message, /schedule .*5 weekly full backups => 2 weekly full backups .*about 35 => 14 days/);
    assert.deepEqual(
      (await schedules()).map((each) => each.full_backup_retention),
      [5],
    );
    await create({}, { ...args, allow: allowIn(message) });
    assert.deepEqual(
      (await schedules()).map((each) => each.full_backup_retention),
      [2],
    );
  });

  for (const [what, isElsewhere, words] of [
    ["another source", true, /does not match what is declared: sourceId \(there: "44444444/],
    ["other copies", false, /does not match what is declared: copyTo \(there: \["ORD"\]\)/],
  ] as const) {
    it(`is not adopted with ${what}, which no call changes`, async () => {
      const adopt = await stand({ copy_to: ["ORD"] });
      const over = isElsewhere ? { sourceId: other, copyTo: ["ORD"] } : { copyTo: ["DFW"] };
      assert.match(await refusal(create({ adopt, ...over })), words);
    });
  }

  it("edited outside shows as drift, and is healed", async () => {
    const { args, id, properties } = await create();
    await outside("PUT", `/${id}`, { hour: 3, day_of_week: 7, full_backup_retention: 9 });
    const read = await host().read(KIND, id, properties);
    const { hour, dayOfWeek, fullBackupRetention, summary } = read.inputs;
    assert.deepEqual([hour, dayOfWeek, fullBackupRetention], [3, 7, 9]);
    assert.match(`${summary}`, /^Full daily 03:30 UTC: /);
    const allow = { "shorter-retention": "2 weekly full backups", "less-frequent": "dayOfWeek 0" };
    const inputs = await checked({ ...args, allow }, read.inputs);
    await host().update(KIND, id, read.properties, inputs);
    const [{ hour: now, day_of_week, full_backup_retention }] = (await schedules()) as [Schedule];
    assert.deepEqual([now, day_of_week, full_backup_retention], [14, 0, 2]);
  });

  it("keeps what lists and GET leave out as the state has it", async () => {
    const { id, properties } = await create({ fullBackupRetention: 5 });
    await control("POST", "/settings", { rackspace: { tellsAll: false } });
    const { inputs } = await host().read(KIND, id, properties);
    assert.deepEqual([inputs.fullBackupRetention, inputs.sourceType, inputs.sourceId], [5, "instance", source]);
  });

  it("deleted outside is gone", async () => {
    const { id, properties } = await create();
    await outside("DELETE", `/${id}`);
    await control("POST", "/time", { advance: 1 });
    assert.equal((await host().read(KIND, id, properties)).id, "");
  });

  it("with other copies is deleted and made again in one update, as no call changes them", async () => {
    const stored = await create({ copyTo: ["DFW", "ORD"] });
    const { id } = stored;
    const allow = { "change-destination": "IAD" };
    const outputs = await update(stored, { copyTo: ["IAD"], allow });
    const [made, ...others] = await schedules();
    assert.deepEqual([made!.copy_to, made!.id, others], [["IAD"], outputs.scheduleId, []]);
    assert.notEqual(outputs.scheduleId, id);
    const read = await host().read(KIND, id, outputs);
    assert.deepEqual([read.id, read.inputs.copyTo], [made!.id, ["IAD"]]);
  });

  it("whose remaking failed is made by the next update", async () => {
    const stored = await create({ copyTo: ["DFW"] });
    const fault = { service: "rackspace", method: "POST", fault: "error-500", times: 100 };
    await control("POST", "/faults", fault);
    const change = { copyTo: ["DFW", "IAD"], __timeouts: { update: "3s" } };
    await refusal(update(stored, change));
    assert.deepEqual(await schedules(), []);
    await control("DELETE", "/faults");
    const outputs = await update(stored, { copyTo: ["DFW", "IAD"] });
    assert.deepEqual(
      (await schedules()).map((each) => each.id),
      [outputs.scheduleId],
    );
  });

  for (const fault of ["reset-after", "reset-before", "truncated", "error-500", "bad-gateway-502"]) {
    it(`is made once where the creation is answered with ${fault}`, async () => {
      await control("POST", "/faults", { service: "rackspace", method: "POST", path: "schedules", fault });
      const { id } = await create();
      assert.deepEqual(
        (await schedules()).map((each) => each.id),
        [id],
      );
    });

    it(`is changed and deleted where that is answered with ${fault}`, async () => {
      const stored = await create({ onDelete: "delete" });
      await control("POST", "/faults", { service: "rackspace", method: "PUT", fault });
      const outputs = await update(stored, { hour: 1 });
      assert.deepEqual(
        (await schedules()).map(({ hour }) => hour),
        [1],
      );
      await control("POST", "/faults", { service: "rackspace", method: "DELETE", fault });
      await later.delete(KIND, stored.id, outputs);
      assert.deepEqual(await schedules(), []);
    });
  }

  it("in doubt stays in state as unknown, and the next update finds it", async () => {
    const inputs = await checked(owned({ ...validOf(KIND), sourceId: source, __timeouts: { create: "4s" } }));
    // The reset took the token: this gets another one.
    const { id: before } = await create({ sourceId: other });
    await control("POST", "/faults", { service: "rackspace", method: "POST", path: "schedules", fault: "reset-after" });
    // The look before the request is answered; none after it is.
    await control("POST", "/faults", {
      service: "rackspace",
      method: "GET",
      path: "schedules",
      fault: "error-500",
      nth: 2,
      times: 1_000,
    });
    const error = await host()
      .create(KIND, inputs)
      .catch((reason: unknown) => reason);
    assert.ok(error instanceof HostError && error.unfinished, `${error}`);
    assert.equal(error.unfinished.properties.state, "unknown");
    await control("DELETE", "/faults");
    const { id, properties } = error.unfinished;
    const outputs = await host().update(KIND, id, properties, inputs);
    assert.deepEqual(
      (await schedules()).map((each) => each.id),
      [before, outputs.scheduleId],
    );
  });

  it("goes by onDelete", async () => {
    const kept = await create();
    await later.delete(KIND, kept.id, kept.properties);
    assert.equal((await schedules()).length, 1);
    const { id, properties } = await create({ sourceId: other, onDelete: "delete" });
    await later.delete(KIND, id, properties);
    assert.deepEqual(
      (await schedules()).map((each) => each.id),
      [kept.id],
    );
  });
});

describe("the health of a Rackspace schedule", () => {
  const rackspace = { scheduledBackups: true, moreInstances: 10 };
  const { host, urls, control } = useHost({ settings: { buildSeconds: 1, rackspace } });
  let source: string;
  let last = 0;

  beforeEach(async () => {
    await control("POST", "/reset");
    source = sourceOf(++last);
  });

  const create = async () => {
    const { inputs, failures } = await host().check(KIND, owned({ ...validOf(KIND), sourceId: source, dayOfWeek: 7 }));
    assert.deepEqual(failures, []);
    return host().create(KIND, inputs);
  };
  const pass = async (advance: object) => control("POST", "/time", { advance });
  /** In another run: what one lists it does not ask for within a minute again. */
  async function read(id: string, properties: Props): Promise<Props> {
    const run = await Host.start({ config: configFor(urls()), accounts: ownAccounts(urls()) });
    try {
      return (await run.read(KIND, id, properties)).properties;
    } finally {
      await run.stop();
    }
  }

  for (const [what, act, health] of [
    ["before its first run", async () => undefined, "not-due-yet"],
    ["with a backup of the last day", async () => pass({ days: 2 }), "ok"],
    [
      "whose newest backup failed",
      async () => {
        await control("POST", "/settings", { rackspace: { failNext: { backup: 1 } } });
        await pass({ hours: 25 });
      },
      "failed",
    ],
    [
      "that makes none any more",
      async () => {
        await control("POST", "/settings", { rackspace: { scheduledBackups: false } });
        await pass({ days: 3 });
      },
      "overdue",
    ],
  ] as const) {
    it(`${what} is ${health}`, async () => {
      const { id, properties } = await create();
      await act();
      assert.equal((await read(id, properties)).health, health);
    });
  }
});

describe("a schedule without an account of Rackspace", () => {
  for (const [what, config] of [
    ["a password", {}],
    ["a cloud", { "openstack:userName": "", "openstack:password": "", "openstack:cloud": "main" }],
    ["a token", { "openstack:userName": "", "openstack:password": "", "openstack:token": "t" }],
  ] as const) {
    describe(`with ${what} of OpenStack`, () => {
      const { host, requests } = useHost({ config, accounts: {} });

      it("is refused in preview, with why and what to do", async () => {
        const { failures } = await host().check(KIND, validOf(KIND));
        assert.equal(failures.length, 1);
        assert.match(failures[0]!.reason, /needs an account of Rackspace, and openstack:… is what is configured/);
        assert.match(failures[0]!.reason, /Configure rackspace:username, rackspace:apiKey and rackspace:region/);
        assert.deepEqual(await requests(), []);
      });
    });
  }

  describe("without any", () => {
    const none = { "openstack:userName": "", "openstack:password": "", "openstack:authUrl": "" };
    const { host } = useHost({ config: none, accounts: {} });

    it("passes a preview, and up tells all that is missing", async () => {
      const { inputs, failures } = await host().check(KIND, validOf(KIND));
      assert.deepEqual(failures, []);
      await assert.rejects(
        host().create(KIND, inputs),
        /Rackspace's schedules needs 3 keys.*rackspace:username is missing.*rackspace:apiKey.*rackspace:region/s,
      );
    });
  });

  for (const [region, isRefused] of [
    ["SYD", true],
    ["hkg", true],
    ["LON", false],
  ] as const) {
    describe(`in ${region}`, () => {
      const rackspace = { "rackspace:username": "u", "rackspace:apiKey": "k", "rackspace:region": region };
      const { host } = useHost({ accounts: { rackspace } });

      it(isRefused ? "is refused, as Rackspace makes no scheduled backups there" : "passes", async () => {
        const { failures } = await host().check(KIND, validOf(KIND));
        const reasons = failures.map(({ reason }) => reason);
        if (isRefused)
          assert.match(reasons.join(), /rackspace:region .* and Rackspace makes no scheduled backups in SYD/);
        else assert.deepEqual(reasons, []);
      });
    });
  }
});
