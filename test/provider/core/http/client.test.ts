import assert from "node:assert/strict";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { Settings } from "../../../../provider/core/configuration/settings";
import { waitFor } from "../../../../provider/core/doubt/wait";
import { BackupError, DoubtfulError, ServiceError } from "../../../../provider/core/ground/errors";
import { Client } from "../../../../provider/core/http/client";
import { endpoint } from "../../../../provider/core/http/endpoint";
import type { Service } from "../../../../provider/core/http/service";
import type { Context } from "../../../../provider/core/kind/context";
import { Deadline } from "../../../../provider/core/run/deadline";
import { Redactor } from "../../../../provider/core/run/redact";
import { Run } from "../../../../provider/core/run/run";

const TAKES_MILLISECONDS = 100;

const list = endpoint("GET /backups", z.object({}));
const make = endpoint("POST /backups", z.object({}));

describe("core: Client", () => {
  let server: Server;
  let url: string;
  let answer: RequestListener;
  const told: string[] = [];
  before(async () => {
    server = createServer((request, reply) => answer(request, reply));
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => told.splice(0));
  after(() => new Promise((closed) => server.close(closed)));

  function contextOf(milliseconds: number): Context {
    const tell = (text: string) => void told.push(text);
    const config = new Map([["backup-plans:concurrency", "1"]]);
    return {
      ...{ settings: new Settings(config as never), deadline: new Deadline(milliseconds), redactor: new Redactor() },
      ...{ run: new Run(), secrets: new Set(), log: { warn: tell, progress: tell }, pollMilliseconds: 10 },
    } as unknown as Context;
  }

  function clientIn(context: Context, more: Partial<Service> = {}): Client {
    const words = { explain: () => ({ words: "maintenance" }) };
    const service = { ...{ name: "DDS", url, addressFrom: "dds:endpoint" }, ...words, headers: async () => ({}) };
    return new Client({ ...service, ...more }, context);
  }

  it("signs a request as it leaves, not when it begins to wait for its turn", async () => {
    const arrived: { signedAt: number; at: number }[] = [];
    answer = async (request, reply) => {
      arrived.push({ signedAt: Number(request.headers["x-signed-at"]), at: Date.now() });
      await sleep(TAKES_MILLISECONDS);
      reply.writeHead(200, { connection: "close" }).end("{}");
    };
    const client = clientIn(contextOf(60_000), {
      headers: async () => ({ "x-project-id": "1" }),
      sign: () => ({ "x-signed-at": `${Date.now()}` }),
    });
    const ask = () => client.call(list, { path: {} });
    await Promise.all([ask(), ask(), ask()]);
    assert.equal(arrived.length, 3);
    for (const [index, { signedAt }] of arrived.entries())
      assert.ok(index === 0 || signedAt > arrived[index - 1]!.at, JSON.stringify(arrived));
  });

  it("of what is no address tells neither the login nor what may be one", () => {
    for (const wrong of ["https://user:n0t/t0ld@no such host", "https://user:n0t-t0ld@[", "//user:n0t/t0ld@host"]) {
      assert.throws(
        () => clientIn(contextOf(0), { url: wrong }),
        ({ message }: Error) => !/t0ld|n0t|user/.test(message) && /is no address \(from dds:endpoint\)/.test(message),
        wrong,
      );
    }
  });

  describe("of a service that is away and says for how long", () => {
    let asked = 0;
    const away = (seconds: number, times = Number.POSITIVE_INFINITY) => {
      asked = 0;
      answer = (_request, reply) => {
        asked += 1;
        const status = asked > times ? 200 : 503;
        reply.writeHead(status, { connection: "close", "retry-after": `${seconds}` }).end("{}");
      };
    };

    it("does not begin a wait that is longer than what is left, and tells both and the service's own words", async () => {
      away(3_600);
      const context = contextOf(20_000);
      const began = Date.now();
      await assert.rejects(clientIn(context).call(list, { path: {} }), ({ message }: Error) => {
        assert.match(
          message,
          /^DDS: GET \/backups was refused: maintenance \(HTTP 503\)\. DDS accepts no request for 3600 s \(HTTP 503\), and (19|20) s are left\. Nothing takes longer than is configured/,
        );
        return true;
      });
      assert.ok(Date.now() - began < 5_000);
      assert.deepEqual([asked, told], [1, []]);
    });

    it("ends so, too, while something is waited for", async () => {
      away(3_600);
      const context = contextOf(20_000);
      const ask = () => clientIn(context).call(list, { path: {} });
      await assert.rejects(waitFor(context, true, ask), (error) => error instanceof BackupError);
      assert.equal(asked, 1);
    });

    it("waits where there is time, and tells it", async () => {
      away(1, 1);
      await clientIn(contextOf(20_000)).call(list, { path: {} });
      assert.deepEqual([asked, told], [2, ["DDS accepts no request for 1 s (HTTP 503): waiting"]]);
    });

    it("leaves a write in doubt, as without a word of it", async () => {
      away(3_600);
      const write = clientIn(contextOf(20_000)).call(make, { path: {}, json: {} });
      await assert.rejects(write, (error) => error instanceof DoubtfulError && !(error instanceof ServiceError));
      assert.deepEqual([asked, told], [1, []]);
    });
  });
});
