import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { Client } from "../../provider/core/client";
import type { Context } from "../../provider/core/context";
import { Deadline } from "../../provider/core/deadline";
import { endpoint } from "../../provider/core/endpoint";
import { Redactor } from "../../provider/core/redact";
import { Settings } from "../../provider/core/settings";

const TAKES_MILLISECONDS = 100;

describe("core: Client", () => {
  let server: Server;
  let url: string;
  const arrived: { signedAt: number; at: number }[] = [];
  before(async () => {
    server = createServer(async (request, reply) => {
      arrived.push({ signedAt: Number(request.headers["x-signed-at"]), at: Date.now() });
      await sleep(TAKES_MILLISECONDS);
      reply.writeHead(200, { connection: "close" }).end("{}");
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => new Promise((closed) => server.close(closed)));

  it("signs a request as it leaves, not when it begins to wait for its turn", async () => {
    const config = new Map([["backup-plans:concurrency", "1"]]);
    const context = {
      ...{ settings: new Settings(config as never), deadline: new Deadline(60_000), redactor: new Redactor() },
      ...{ secrets: new Set(), log: { warn: () => undefined, progress: () => undefined } },
    } as unknown as Context;
    const client = new Client(
      {
        ...{ name: "DDS", url, addressFrom: "dds:endpoint", explain: () => ({}), isRefusal: () => false },
        headers: async () => ({ "x-project-id": "1" }),
        sign: () => ({ "x-signed-at": `${Date.now()}` }),
      },
      context,
    );
    const ask = () => client.call(endpoint("GET /backups", z.object({})), { path: {} });
    await Promise.all([ask(), ask(), ask()]);
    assert.equal(arrived.length, 3);
    for (const [index, { signedAt }] of arrived.entries())
      assert.ok(index === 0 || signedAt > arrived[index - 1]!.at, JSON.stringify(arrived));
  });

  it("of what is no address tells neither the login nor what may be one", () => {
    for (const url of ["https://user:n0t/t0ld@no such host", "https://user:n0t-t0ld@[", "//user:n0t/t0ld@host"]) {
      const service = {
        ...{ name: "DDS", url, addressFrom: "dds:endpoint", explain: () => ({}) },
        isRefusal: () => false,
      };
      assert.throws(
        () => new Client({ ...service, headers: async () => ({}) }, {} as Context),
        ({ message }: Error) => !/t0ld|n0t|user/.test(message) && /is no address \(from dds:endpoint\)/.test(message),
        url,
      );
    }
  });
});
