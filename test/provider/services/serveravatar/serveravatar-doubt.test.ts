import assert from "node:assert/strict";
import { shopBackup, shopPlan, shopPlanSent } from "../../../kinds/example-shop";
import { changed, useGateway } from "../../../with/bent-gateway";
import { ownerNamed, type Props } from "../../../with/host/host";
import { withHost } from "../../../with/host/with-host";

const KIND = "serveravatar:BackupPlan";
const HOUR = 3_600;

type Made = { plans: { id: number; instant: boolean }[]; runs: { id: number }[] };

describe("doubt about a ServerAvatar plan", () => {
  const { host, control, outside, through, treatBy, urls } = useGateway({ settings: { buildSeconds: 0 } });

  const made = async () => ((await control("GET", "/state")) as { serveravatar: Made }).serveravatar;
  const idsOfPlans = async () => (await made()).plans.filter(({ instant }) => !instant).map(({ id }) => `${id}`);
  /** Each of a target of its own, so that what one test leaves concerns no other. */
  const create = async (name: string, args: Props = shopPlan, kind = KIND) => {
    const { inputs } = await host().check(kind, { ...args, __owner: ownerNamed(name) });
    const [before, there] = [host().logs.length, await idsOfPlans()];
    const { properties } = await host().create(kind, inputs);
    const told = host()
      .logs.slice(before)
      .map(({ message }) => message);
    const ids = (await idsOfPlans()).filter((id) => !there.includes(id)).sort();
    return { properties, told: told.join("\n"), ids };
  };
  const deliver = (times: number, apart = 0) =>
    treatBy(async ({ method, path }, pass) => {
      const isCreation = method === "POST" && path.endsWith("/backups");
      for (let more = times; isCreation && more > 1; more--) {
        await pass();
        if (apart > 0) await control("POST", "/time", { advance: apart });
      }
      return pass();
    });

  it("doubt 2: the older one of a plan that was delivered twice is taken, and the other is told by its id", async () => {
    deliver(2);
    const { properties, told, ids } = await create("twice");
    assert.deepEqual([properties.planId, properties.origin, ids.length], [ids[0], "found", 2]);
    assert.match(told, new RegExp(`delivered twice. This resource has plan ${ids[0]}. Plan ${ids[1]} runs beside it`));
  });

  it("doubt 20: where nothing tells which of several is this one, it ends at once and names them", async () => {
    deliver(3);
    const began = Date.now();
    const { properties, told, ids } = await create("thrice", { ...shopPlan, applicationId: 4247 });
    assert.deepEqual([properties.planId ?? undefined, properties.state], [undefined, "pending"]);
    assert.equal(ids.length, 3);
    assert.match(told, new RegExp(`plans ${ids.join(", ")} are new, and nothing tells which one is this`));
    await host().read(KIND, "unseen-1", properties);
    const last = host().logs.at(-1)!.message;
    assert.match(
      last,
      new RegExp(`plans ${ids.join(", ")} may be this one, and nothing tells which. Write the id of one`),
    );
    assert.ok(Date.now() - began < 30_000);
  });

  it("doubt 20: two that began further apart than one request was under way are not taken for one", async () => {
    deliver(2, HOUR);
    const { properties, told, ids } = await create("apart", {
      ...shopPlan,
      cloudStorageProviderId: 10,
      provider: "wasabi",
    });
    assert.equal(properties.planId ?? undefined, undefined);
    assert.equal(ids.length, 2);
    assert.match(told, new RegExp(`plans ${ids.join(", ")} are new`));
  });

  it("doubt 2: an instant backup that was delivered twice is the older one, and the other is told by its id", async () => {
    deliver(2);
    const there = (await made()).runs.length;
    const { properties, told } = await create("instant", shopBackup, "serveravatar:Backup");
    const ids = (await made()).runs
      .map(({ id }) => id)
      .sort((a, b) => a - b)
      .slice(there);
    assert.equal(ids.length, 2);
    assert.equal(properties.backupId, `${ids[0]}`);
    assert.match(told, new RegExp(`\\b${ids[1]}\\b`));
  });

  it("doubt 13: an instant backup whose row has no backup_configuration for a while is read", async () => {
    let looks = 0;
    treatBy(async ({ method }, pass) => {
      const answer = await pass();
      if (method !== "GET" || ++looks > 3) return answer;
      return {
        ...answer,
        body: answer.body.replace(/"backup_configuration":\{[^}]*\}/g, '"backup_configuration":null'),
      };
    });
    const there = (await made()).runs.length;
    const { properties } = await create("late", shopBackup, "serveravatar:Backup");
    assert.deepEqual([properties.state, (await made()).runs.length], ["ready", there + 1]);
  });

  it("doubt 6: what is in doubt is passed by the next up, and sent again after 24 hours", async () => {
    treatBy(async ({ method }, pass) => (method === "POST" ? { status: 503, headers: {}, body: "" } : pass()));
    const args = {
      ...{ ...shopPlan, type: "filesystem", databaseId: undefined, databaseExtension: undefined },
      __owner: ownerNamed("doubt"),
    };
    const startBackup = "2099-01-01 10:00";
    const starting = await host().check(KIND, { ...args, startBackup });
    await assert.rejects(
      host().create(KIND, starting.inputs),
      /none is sent again for 24 hours nor before its start, 2099-01-01 10:00;.*--replace with this resource's URN/,
    );
    const { inputs } = await host().check(KIND, args);
    treatBy((_request, pass) => pass());
    // By ServerAvatar's clock, which another test has moved.
    const now = Date.parse(`${(await fetch(urls().serveravatar)).headers.get("date")}`);
    const doubtedAt = (hours: number) => new Date(now - hours * HOUR * 1_000).toISOString();
    const update = (declared: Props, hours: number) => {
      const outputs = { state: "unknown", health: "unknown", plansBefore: [], doubtedAt: doubtedAt(hours) };
      return host().update(KIND, "unseen-1", { ...declared, ...outputs }, declared);
    };
    const there = (await idsOfPlans()).length;
    const young = await update(inputs, 23.9);
    assert.deepEqual([young.state, (await idsOfPlans()).length], ["unknown", there]);
    const later = await update(starting.inputs, 24.1);
    assert.deepEqual([later.state, (await idsOfPlans()).length], ["unknown", there]);
    assert.match(host().logs.at(-1)!.message, /24 hours after that and after its start, 2099-01-01 10:00/);
    const old = await update(inputs, 24.1);
    assert.deepEqual([old.state, (await idsOfPlans()).length], ["ready", there + 1]);
  });

  it("doubt 6: while runs show plans that may be the one in doubt, none is sent again, however old the doubt is", async () => {
    const { inputs } = await host().check(KIND, { ...shopPlan, type: "database", __owner: ownerNamed("several") });
    const { databaseId: database_id, type } = inputs;
    for (const _ of [1, 2])
      await outside().send("serveravatar", "POST", "/organizations/5/servers/15/backups", {
        ...shopPlanSent,
        type,
        database_id,
      });
    const there = (await idsOfPlans()).length;
    const outputs = { state: "unknown", plansBefore: [], doubtedAt: "2020-01-01T00:00:00Z" };
    const { state, planId } = await host().update(KIND, "unseen-1", { ...inputs, ...outputs }, inputs);
    assert.deepEqual([state, planId ?? undefined, (await idsOfPlans()).length], ["unknown", undefined, there]);
    assert.match(host().logs.at(-1)!.message, /may be this one, and nothing tells which. Write the id of one as adopt/);
  });

  it("doubt 6: a plan in doubt that --replace makes anew is left as it is, with onDelete delete, too", async () => {
    const args = { ...shopPlan, databaseId: 4224, onDelete: "delete", __owner: ownerNamed("anew") };
    const { inputs } = await host().check(KIND, args);
    await host().create(KIND, inputs);
    const doubted = { ...inputs, state: "unknown", plansBefore: [], doubtedAt: "2020-01-01T00:00:00Z" };
    await host().delete(KIND, "unseen-1", doubted);
    assert.match(host().logs.at(-1)!.message, /the plan, if it exists \(its id is not known\), keeps running/);
    const left = { ...doubted, __owner: ownerNamed("left") };
    await assert.rejects(host().delete(KIND, "unseen-2", left), /the id of this plan is not known/);
  });

  it("a change without an answer, and one of a plan that is gone, say how to go on", async () => {
    const elsewhere = { applicationId: 4247, provider: "wasabi", cloudStorageProviderId: 10 };
    const { properties } = await create("changed", { ...shopPlan, ...elsewhere });
    const edited = { ...properties, retentionPeriod: "24 Months" };
    const update = (answer: { status: number; body: string }) => {
      treatBy(async ({ method }, pass) => (method === "PATCH" ? { ...answer, headers: JSON_TYPE } : pass()));
      return host().update(KIND, `${properties.planId}`, properties, edited);
    };
    await assert.rejects(update({ status: 504, body: "" }), /may have changed all the same: pulumi up sends it again/);
    const gone = JSON.stringify({ message: "Backup schedule not found." });
    await assert.rejects(
      update({ status: 404, body: gone }),
      /has no such plan: .*pulumi up --replace with this resource/,
    );
  });

  it("of many rows that cannot be read, the first five are named", async () => {
    const { properties } = await create("many", { ...shopPlan, cloudStorageProviderId: 11, provider: "amazon_s3" });
    treatBy(async ({ method }, pass) => {
      const answer = await pass();
      if (method !== "GET") return answer;
      const odd = Array.from({ length: 40 }, (_, index) => ({ id: 900 + index, backup_config_id: null }));
      return changed(answer, (page: { data: object[] }) => ({ ...page, data: [...page.data, ...odd] }));
    });
    await withHost({ config: through() }, async (other) => {
      await other.read(KIND, `${properties.planId}`, properties);
      const told = other.logs.map(({ message }) => message).filter((message) => /cannot be read/.test(message));
      assert.equal(told.length, 6);
      assert.equal(told.at(-1), "ServerAvatar lists more rows that cannot be read");
    });
  });
});

const JSON_TYPE = { "content-type": "application/json" };
