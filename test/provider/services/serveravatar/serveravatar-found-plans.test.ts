import assert from "node:assert/strict";
import { DateTime } from "luxon";
import { shopPlan } from "../../../kinds/example-shop";
import { useHome } from "../../../with/home";
import type { Host, Props } from "../../../with/host/host";
import { configFor, useHost } from "../../../with/host/use-host";
import { withHost } from "../../../with/host/with-host";

const KIND = "serveravatar:BackupPlan";
const inDays = (days: number) => DateTime.utc().plus({ days }).toFormat("yyyy-MM-dd HH:mm");

interface Made {
  id: string;
  properties: Props;
}

/** Two resources of one target: the id of the first is not known, and runs of the second show. */
describe("a ServerAvatar plan whose id is not known, beside another one of its target", () => {
  const { urls, control } = useHost({ settings: { buildSeconds: 0, serveravatar: { undocumentedDelete: "works" } } });
  const home = useHome();
  beforeEach(() => control("POST", "/reset"));

  /** In a provider process of its own, as each run has one. */
  const inProcess = <T>(act: (host: Host) => Promise<T>) =>
    withHost({ config: configFor(urls()), env: { PULUMI_HOME: home.path() } }, act);

  const later = (days: number) => ({
    ...shopPlan,
    ...{ schedule: "Every Month", startBackup: inDays(days), onDelete: "delete", __owner: "dev::shop::::monthly" },
  });
  const hourly = { ...shopPlan, schedule: "Every Hour", startBackupFromNow: true, __owner: "dev::shop::::hourly" };

  async function create(host: Host, args: Props): Promise<Made> {
    return host.create(KIND, (await host.check(KIND, args)).inputs);
  }

  const both = async (args: Props): Promise<[Made, Made]> => {
    const made = await inProcess((host) => create(host, args));
    return [made, await inProcess((host) => create(host, hourly))];
  };

  const writes = async () =>
    ((await control("GET", "/requests")) as { method: string }[])
      .map(({ method }) => method)
      .filter((method) => ["PATCH", "DELETE"].includes(method));

  const refresh = (host: Host, { id, properties }: Made) => host.read(KIND, id, properties);

  it("does not take one that ran before its own start", async () => {
    const [monthly] = await both(later(2));
    const { properties } = await inProcess((host) => refresh(host, monthly));
    assert.deepEqual([properties.planId ?? undefined, properties.state], [undefined, "pending"]);
  });

  it("does not take one that a resource has which the same run shows, then or later", async () => {
    const args = later(0.5);
    const [monthly, other] = await both(args);
    const [refreshed] = await inProcess((host) => Promise.all([refresh(host, monthly), refresh(host, other)]));
    assert.equal(refreshed.properties.planId ?? undefined, undefined);
    const alone = await inProcess((host) => refresh(host, { id: monthly.id, properties: refreshed.properties }));
    assert.equal(alone.properties.planId ?? undefined, undefined);
  });

  it("is neither changed nor deleted by an id that only its runs tell, in the same run", async () => {
    const args = later(0.5);
    const [{ id, properties }] = await both(args);
    const edited = { ...args, schedule: "Every Week" };
    await assert.rejects(
      inProcess((host) => host.update(KIND, id, properties, edited)),
      /plan 22 may be this one.*run pulumi refresh, then pulumi up again/,
    );
    await assert.rejects(
      inProcess((host) => host.delete(KIND, id, properties)),
      /the id of this plan is not known, so it cannot be deleted/,
    );
    assert.deepEqual(await writes(), []);
  });

  it("that took one which shows to be another's writes nothing to it, and gives it back", async () => {
    const args = later(0.5);
    const [monthly, other] = await both(args);
    const taken = await inProcess((host) => refresh(host, monthly));
    assert.equal(taken.properties.planId, "22");
    await inProcess(async (host) => {
      const edited = { ...args, schedule: "Every Week" };
      const updating = host.update(KIND, taken.id, taken.properties, edited);
      const refused = assert.rejects(
        updating,
        /runs led to plan 22, which is that of another resource of the stack, and is left/,
      );
      await host.diff(KIND, other.id, other.properties, hourly);
      await refused;
    });
    assert.deepEqual(await writes(), []);
    const [back, kept] = await inProcess((host) => Promise.all([refresh(host, taken), refresh(host, other)]));
    assert.deepEqual([back.properties.planId ?? undefined, kept.properties.planId], [undefined, "22"]);
  });

  it("is found and changed when nobody else has it", async () => {
    const { id, properties } = await inProcess((host) => create(host, hourly));
    const pending = { id, properties: { ...properties, planId: null, state: "pending", plansBefore: [] } };
    const found = await inProcess((host) => refresh(host, pending));
    assert.equal(found.properties.planId, "21");
    await inProcess((host) => host.update(KIND, id, found.properties, { ...hourly, schedule: "Every Week" }));
    assert.deepEqual(await writes(), ["PATCH"]);
  });
});
