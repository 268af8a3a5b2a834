import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { Host } from "../../../with/host/host";
import { configFor, useHost } from "../../../with/host/use-host";
import { useHosts } from "../../../with/host/with-host";

/** Two looks of the process, and some seconds. */
const END_MILLISECONDS = 25_000;

describe("core: a provider process and its engine", () => {
  const { urls, control } = useHost();
  const start = useHosts();

  /** A process that serves a program; with `sends` it sends a request that the service never answers. */
  async function serving(sends = false): Promise<Host> {
    const config = { ...configFor(urls()), "backup-plans:requestTimeoutSeconds": "600" };
    const host = await start({ config });
    const { inputs } = await host.check("trove:Backup", { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f" });
    if (!sends) return host;
    await control("POST", "/faults", { service: "trove", method: "POST", fault: "hang" });
    host.create("trove:Backup", inputs).catch(() => undefined);
    await sleep(1_000);
    return host;
  }

  it("doubt 14: it ends once the engine is gone and nothing is in flight, and never while the engine lives", async function () {
    this.timeout(2 * END_MILLISECONDS);
    const idle = await serving();
    const served = await serving();
    const sending = await serving(true);
    idle.killEngine();
    sending.killEngine();
    await sleep(END_MILLISECONDS);
    assert.deepEqual([idle, served, sending].map(isRunning), [false, true, true]);
  });
});

function isRunning({ pid }: Host): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
