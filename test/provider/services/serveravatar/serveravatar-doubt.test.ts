import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { shopPlan } from "../../../kinds/example-shop";
import { Host, type Props } from "../../../with/host/host";
import { configFor, useHost } from "../../../with/host/use-host";

const KIND = "serveravatar:BackupPlan";
const path = "/organizations/5/servers/15/backups";

describe("doubt about a ServerAvatar plan", () => {
  const { urls, control } = useHost({ settings: { buildSeconds: 0 } });
  beforeEach(() => control("POST", "/reset"));
  const plansMade = async () =>
    ((await control("GET", "/counts")) as { serveravatar: { plans: number } }).serveravatar.plans;

  /** A gateway that delivers a creation so many times, and gives the last answer; how long that takes, in milliseconds. */
  async function through<T>(times: number, act: (host: Host) => Promise<T>, pause = 0): Promise<T> {
    const gateway = createServer(async (request, response) => {
      const parts = await Array.fromAsync(request);
      const body = parts.length > 0 ? Buffer.concat(parts) : undefined;
      const deliver = () =>
        fetch(urls().serveravatar + request.url, {
          method: `${request.method}`,
          headers: { authorization: "emulator-token", "content-type": "application/json" },
          ...(body && { body }),
        });
      const isCreation = request.method === "POST" && request.url === path;
      for (let more = times; isCreation && more > 1; more--) {
        await deliver();
        if (pause > 0) await control("POST", "/time", { advance: pause });
      }
      const answer = await deliver();
      response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
    });
    await new Promise<void>((listening) => gateway.listen(0, "127.0.0.1", listening));
    const { port } = gateway.address() as AddressInfo;
    const config = { ...configFor(urls()), "serveravatar:endpoint": `http://127.0.0.1:${port}` };
    const host = await Host.start({ config });
    try {
      return await act(host);
    } finally {
      await host.stop();
      gateway.closeAllConnections();
      gateway.close();
    }
  }

  const made = async (host: Host, args: Props = { ...shopPlan }) => {
    const { inputs } = await host.check(KIND, args);
    const { properties } = await host.create(KIND, inputs);
    return { properties, warned: host.logs.map(({ message }) => message).join("\n") };
  };

  it("doubt 2: of a plan that was delivered twice the older one is taken, the other is told by its id", async () => {
    const { properties, warned } = await through(2, (host) => made(host));
    assert.deepEqual([properties.planId, properties.foundLater, await plansMade()], ["21", true, 2]);
    assert.match(warned, /delivered twice. Plan 21 is taken. Plan 22 runs beside it/);
  });

  it("doubt 20: where nothing tells which of several is this one, it ends at once and names them", async () => {
    const began = Date.now();
    const { properties, warned } = await through(3, (host) => made(host));
    assert.deepEqual([properties.planId ?? undefined, properties.state], [undefined, "pending"]);
    assert.match(warned, /plans 21, 22, 23 are new, and nothing tells which one is this/);
    assert.ok(Date.now() - began < 30_000);
  });

  it("doubt 20: two that began further apart than the request was under way are of no one request", async () => {
    const { properties, warned } = await through(2, (host) => made(host), 3_600);
    assert.equal(properties.planId ?? undefined, undefined);
    assert.match(warned, /plans 21, 22 are new/);
  });

  it("doubt 6: what is in doubt is looked for by the next up, which passes, and is sent again after 24 hours", async () => {
    await through(1, async (host) => {
      const later = { ...shopPlan, startBackup: "2099-01-01 10:00" };
      await control("POST", "/faults", { service: "serveravatar", method: "POST", path, fault: "reset-before" });
      await control("POST", "/faults", {
        service: "serveravatar",
        method: "POST",
        path,
        fault: "reset-before",
        nth: 9,
      });
      const { inputs } = await host.check(KIND, later);
      const doubtedAt = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
      const state = { ...inputs, state: "unknown", health: "unknown", plansBefore: [] };
      await assert.rejects(
        host.create(KIND, inputs),
        /none is sent again for 24 hours;.*--replace with this resource's URN/,
      );
      const young = await host.update(KIND, "unseen-1", { ...state, doubtedAt: doubtedAt(23.9) }, inputs);
      assert.deepEqual([young.state, await plansMade()], ["unknown", 0]);
      const old = await host.update(KIND, "unseen-1", { ...state, doubtedAt: doubtedAt(24.1) }, inputs);
      assert.deepEqual([old.state, await plansMade()], ["pending", 1]);
    });
  });
});
