import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { BackupError } from "../../../../provider/core/ground/errors";
import { PulumiEngine } from "../../../../provider/core/run/pulumi-engine";

describe("core: the engine that started the provider", () => {
  it("is insisted on before anything is sent, and taken to live on for a while where nothing is written", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const engine = new PulumiEngine(`127.0.0.1:${(server.address() as AddressInfo).port}`);
    await engine.insist(0);
    server.close();
    await engine.insist(60_000);
    await assert.rejects(
      engine.insist(0),
      new BackupError(
        "Pulumi itself has ended, so nothing is sent any more; the next pulumi up looks for what was begun",
      ),
    );
    assert.equal(await engine.lives(), false);
  });

  it("is not asked for where there is none", async () => {
    const none = new PulumiEngine();
    await none.insist(0);
    assert.equal(await none.lives(), true);
    await none.log({ severity: "WARNING", message: "lost", urn: "", ephemeral: false });
  });
});
