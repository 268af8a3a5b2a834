import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shopBackup } from "../../../kinds/example-shop";
import { kinds } from "../../../kinds/kinds";
import { type Host, ownerNamed, type Props } from "../../../with/host/host";
import type { HostError } from "../../../with/host/host-error";
import { otherAccount, PROJECTS } from "../../../with/host/other-account";
import { configFor, useHost } from "../../../with/host/use-host";
import { withHost } from "../../../with/host/with-host";

const points = kinds.filter(
  ({ kind, service }) => kind.endsWith(":Backup") && !["serveravatar", "rackspace"].includes(service),
);

describe("a creation that was asked for in another account", () => {
  const { urls, control, requests } = useHost({ settings: { buildSeconds: 0, trove: { deleteSeconds: 0 } } });
  const homes = ["own", "elsewhere"].map((name) => mkdtempSync(join(tmpdir(), `${name}-`)));
  const [own, elsewhere] = homes as [string, string];
  after(() => {
    for (const home of homes) rmSync(home, { recursive: true });
  });
  beforeEach(() => control("POST", "/reset"));

  const hasty = { "backup-plans:requestTimeoutSeconds": "60", "backup-plans:timeoutMinutes": "0.05" };

  /** In a provider process of its own: a pulumi up with the right login, or with the other one. */
  async function run<T>(account: "right" | "other", act: (host: Host) => Promise<T>, home = own): Promise<[T, string]> {
    const config = { ...configFor(urls()), ...hasty, ...(account === "other" && otherAccount(urls())) };
    return withHost({ config, env: { PULUMI_HOME: home } }, async (host) => [
      await act(host),
      host.logs.map(({ message }) => message).join("\n"),
    ]);
  }

  const inputsOf = async (host: Host, kind: string, args: Props) => (await host.check(kind, args)).inputs;
  const create = (kind: string, args: Props) => async (host: Host) =>
    host.create(kind, await inputsOf(host, kind, args));
  const failed = (making: Promise<unknown>) =>
    making.then(
      () => assert.fail("made"),
      (error: HostError) => error,
    );

  /** The request leaves with the other login, no answer comes, and the run is killed. */
  async function killed(service: string, kind: string, args: Props): Promise<void> {
    await control("POST", "/faults", { service, method: "POST", fault: "hang" });
    await control("DELETE", "/requests");
    const isSent = async () => (await requests()).some((each) => each.service === service && each.method === "POST");
    await run("other", async (host) => {
      create(kind, args)(host).catch(() => {});
      while (!(await isSent())) await new Promise((resolve) => setTimeout(resolve, 50));
    });
    await control("DELETE", "/faults");
  }

  for (const { kind, service, valid, stands } of points) {
    const ids = async () => Object.keys(await stands({ control, send: async () => undefined } as never));
    const [here, there] =
      service === "trove" ? [PROJECTS.trove, PROJECTS.otherTrove] : [PROJECTS.otc, PROJECTS.otherOtc];
    const declared = (name: string, more: Props = {}): Props => ({
      ...valid,
      ...more,
      __owner: ownerNamed(`${name}-${kind}`),
    });

    it(`doubt 7, ownership 4: ${kind}: a run that was killed there is told, and one is made here`, async () => {
      const args = declared("killed");
      await killed(service, kind, args);
      const [made, told] = await run("right", create(kind, args));
      assert.match(told, new RegExp(`interrupted asked .* in project ${there}.* look for it there.* project ${here}`));
      assert.deepEqual([made.properties.origin, await ids()], ["made", [made.id]]);
    });

    it(`doubt 7, ownership 4: ${kind}: a run that was killed there makes nothing here its own`, async () => {
      const args = declared("twin", { onDelete: "delete" });
      const [twin] = await run("right", create(kind, args), elsewhere);
      await killed(service, kind, args);
      const [taken, told] = await run("right", create(kind, args));
      assert.deepEqual([taken.id, taken.properties.origin], [twin.id, "found"], told);
      const [, kept] = await run("right", (host) => host.delete(kind, taken.id, taken.properties));
      assert.match(kept, /was found by its name/);
      assert.deepEqual(await ids(), [twin.id]);
    });

    it(`doubt 6: ${kind}: one in doubt there is kept until its login looks, and what the error says leads out`, async () => {
      const args = declared("doubted");
      await run("right", async (right) => {
        const twin = await create(kind, args)(right);
        const inputs = await inputsOf(right, kind, args);
        await run("other", async (other) => {
          await control("POST", "/faults", { service, method: "POST", fault: "reset-after" });
          const { unfinished } = await failed(create(kind, args)(other));
          const { id, properties } = unfinished!;
          assert.deepEqual([properties.state, `${properties.account}`.split(",")[0]], ["unknown", `project ${there}`]);
          const refused = await failed(right.update(kind, id, properties, inputs));
          assert.match(refused.message, new RegExp(`is in project ${there}.* project ${here}.*pulumi up --replace`));
          assert.equal((await other.update(kind, id, properties, inputs)).state, "unknown");
        });
        const made = await create(kind, { ...args, triggers: ["v2"] })(right);
        assert.deepEqual((await ids()).sort(), [twin.id, made.id].sort());
      });
    });
  }

  it("doubt 7: serveravatar:Backup: what was asked for in another organization keeps nothing back in this one", async () => {
    const args = { ...shopBackup, __owner: ownerNamed("moved") };
    const there = { organization: 6, server: 16, applicationId: 5246, databaseId: 5223, cloudStorageProviderId: 22 };
    await killed("serveravatar", "serveravatar:Backup", { ...args, ...there });
    const [made, told] = await run("right", create("serveravatar:Backup", args));
    assert.match(told, /interrupted asked ServerAvatar for this resource in organization 6.* made in organization 5/);
    assert.equal(made.properties.state, "ready");
  });
});
