import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Keys } from "../../../../provider/core/configuration/keys";
import { Settings } from "../../../../provider/core/configuration/settings";
import type { LoginParts } from "../../../../provider/core/http/rejected-login";
import type { Context } from "../../../../provider/core/kind/context";
import { Deadline } from "../../../../provider/core/run/deadline";
import { Redactor } from "../../../../provider/core/run/redact";
import { Run } from "../../../../provider/core/run/run";
import { Keystone } from "../../../../provider/services/openstack/keystone";

describe("core: Keystone", () => {
  let server: Server;
  let address: string;
  before(async () => {
    server = createServer((request, reply) => {
      reply.writeHead(201, { "content-type": "application/json", connection: "close" });
      request.resume().on("end", () => reply.end(JSON.stringify({ token: { catalog: [] } })));
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => new Promise((closed) => server.close(closed)));

  const logsIn = (authUrl: string) => {
    const log = { warn: () => undefined, progress: () => undefined };
    const plain = { settings: new Settings(), deadline: new Deadline(5_000), redactor: new Redactor() };
    const context = { ...plain, run: new Run(), secrets: new Set(), log } as unknown as Context;
    const keys = new Keys(plain.settings, "opentelekomcloud", { token: {} });
    const made: LoginParts = { what: "token", keys, parts: ["token"], secret: ["token", "token"] };
    const login = { name: "IAM", authUrl, addressFrom: "opentelekomcloud:authUrl", made };
    return new Keystone({ ...login, identity: { body: {} } }, context).session();
  };

  const noToken = (shown: string) =>
    `IAM: POST ${shown}/v3/auth/tokens was accepted, but its answer lacks the header X-Subject-Token, which holds ` +
    `the token. Is opentelekomcloud:authUrl ("${shown}/v3") the identity service itself, or a proxy that drops headers? ` +
    "Correct the address, or configure a token";

  it("of an answer without a token tells the call, the header, the address and its key, and what to do", () =>
    assert.rejects(logsIn(`${address}/v3/`), { message: noToken(address) }));

  it("never tells the login that an address holds", () =>
    assert.rejects(logsIn(`${address.replace("//", "//user:n0t-t0ld@")}/v3`), {
      message: noToken(address.replace("//", "//[secret]@")),
    }));
});
