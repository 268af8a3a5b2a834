import assert from "node:assert/strict";
import { cases } from "../../kinds/kinds";
import { otcBackups } from "../../kinds/otc/services";
import type { Host } from "../../with/host/host";
import { configFor, useHost } from "../../with/host/use-host";
import { useRun } from "../../with/host/with-host";

interface Backups {
  backups: { name: string }[];
}

describe("a refusal that is cut off", () => {
  // The first backup lasts longer than a fresh process takes to its first request.
  const { host, control, urls } = useHost({ settings: { buildSeconds: 3 } });
  /** One process does not send while it knows that the instance is busy; another one does. */
  const other = useRun(() => ({ config: configFor(urls()) }));

  for (const kind of ["trove:Backup", ...otcBackups]) {
    const service = kind.split(":")[0] as string;
    const { valid } = cases.find((each) => each.kind === kind)!;
    const create = async (by: Host, name: string) => {
      const { inputs } = await by.check(kind, { ...valid, parentId: undefined, name });
      return by.create(kind, inputs);
    };
    const names = async () =>
      ((await control("GET", "/state")) as Record<string, Backups>)[service]!.backups.map(({ name }) => name);

    it(`${kind}: is asked for again, so that a wait for a busy instance goes on, and makes one`, async () => {
      const first = create(other(), "first");
      while (!(await names()).includes("first")) await new Promise((resolve) => setTimeout(resolve, 20));
      const fault = { service, method: "POST", path: "backup", fault: "truncated" };
      await control("POST", "/faults", fault);
      await Promise.all([first, create(host(), "second")]);
      const of = (name: string) => name === "first" || name === "second";
      assert.deepEqual((await names()).filter(of).sort(), ["first", "second"]);
      const requests = (await control("GET", "/requests")) as {
        service: string;
        fault: string | null;
        status: number;
      }[];
      const struck = requests.filter((request) => request.service === service && request.fault);
      assert.deepEqual([struck.length, struck[0]!.status >= 400], [1, true], "the fault cut a refusal off");
    });
  }

  it("says so when each one is cut off", async () => {
    const kind = "dds:Backup";
    const { valid } = cases.find((each) => each.kind === kind)!;
    const { inputs } = await host().check(kind, { ...valid, instanceId: "a89dab5e39394eccbdb77b19d57b0180in99" });
    await control("POST", "/faults", { service: "dds", method: "POST", fault: "truncated", times: 100 });
    await assert.rejects(host().create(kind, inputs), /an answer that breaks off says "\{/);
  });
});
