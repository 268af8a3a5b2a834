import assert from "node:assert/strict";
import { useHome } from "../../../with/home";
import type { Host } from "../../../with/host/host";
import { configFor, useHost } from "../../../with/host/use-host";
import { withHost } from "../../../with/host/with-host";

const kind = "trove:Backup";
const args = { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f", name: "kept", __owner: "dev::shop::::kept" };

describe("destroying what an interrupted run may have replaced", () => {
  const { urls, control } = useHost({ settings: { buildSeconds: 0 } });
  const home = useHome();

  /** In a provider process of its own, with the memory that all of them share. */
  const inProcess = <T>(act: (host: Host) => Promise<T>) =>
    withHost({ config: configFor(urls()), env: { PULUMI_HOME: home.path() } }, act);

  const count = async () => ((await control("GET", "/counts")) as { trove: { backups: number } }).trove.backups;
  const warned = ({ logs }: Host) => logs.filter(({ message }) => /may have made a replacement of/.test(message));

  it("tells that a replacement may be there; after a run that ended nothing is told", async () => {
    const { id, properties } = await inProcess(async (host) =>
      host.create(kind, (await host.check(kind, args)).inputs),
    );
    await inProcess(async (host) => {
      await host.delete(kind, id, properties);
      assert.deepEqual(warned(host), []);
    });
    const before = await count();
    await control("POST", "/faults", { service: "trove", method: "POST", fault: "hang" });
    await inProcess(async (host) => {
      await host.diff(kind, id, properties, { ...args, triggers: ["v2"] });
      host.create(kind, (await host.check(kind, { ...args, triggers: ["v2"] })).inputs).catch(() => {});
      while ((await count()) === before) await new Promise((resolve) => setTimeout(resolve, 50));
    });
    await inProcess(async (host) => {
      await host.delete(kind, id, properties);
      assert.match(
        warned(host)[0]?.message ?? "",
        new RegExp(`replacement of ${id} in project [0-9a-f]+, which no state knows, and which`),
      );
    });
  });
});
