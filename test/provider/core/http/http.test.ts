import assert from "node:assert/strict";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";
import { send } from "../../../../provider/core/http/http";
import { startDeafServer, startMuteServer } from "../../../faults/strikes/deaf-server";

const brief = { headers: { "x-auth-token": "a token" }, timeoutMilliseconds: 800 };

async function seconds(act: () => Promise<unknown>): Promise<number> {
  const began = Date.now();
  await act();
  return (Date.now() - began) / 1000;
}

describe("core: send", () => {
  for (const [what, start] of [
    ["takes no connection", startDeafServer],
    ["says nothing to whoever wants it secured", startMuteServer],
  ] as const) {
    it(`ends in time with a server that ${what}, and nothing went out`, async () => {
      const server = await start();
      try {
        for (const method of ["GET", "POST"] as const) {
          const took = await seconds(async () => {
            const outcome = await send({ ...brief, url: server.url, method });
            assert.equal(outcome.kind, "not sent");
            assert.match(JSON.stringify(outcome), /no connection within/);
          });
          assert.ok(took < 3, `${took} s`);
        }
      } finally {
        server.stop();
      }
    });
  }

  it("sends nothing to a server whose certificate is not trusted, and says how it is", async () => {
    const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }]);
    let asked = 0;
    const server = createSecureServer({ key, cert }, (_, reply) => {
      asked++;
      reply.end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `https://localhost:${(server.address() as AddressInfo).port}`;
    try {
      const outcome = await send({ ...brief, url, method: "POST", timeoutMilliseconds: 5_000 });
      assert.equal(outcome.kind, "not sent");
      assert.match(JSON.stringify(outcome), /certificate is not trusted.*NODE_EXTRA_CA_CERTS/);
      assert.equal(asked, 0);
      assert.equal((await send({ ...brief, url, method: "GET", insecure: true })).kind, "answered");
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});
