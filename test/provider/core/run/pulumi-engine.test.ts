import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { BackupError } from "../../../../provider/core/ground/errors";

/** The module as the host starts it, with the engine's address as its argument. */
function startedWith(address: string): typeof import("../../../../provider/core/run/pulumi-engine") {
  const path = require.resolve("../../../../provider/core/run/pulumi-engine");
  const argument = process.argv[2];
  delete require.cache[path];
  process.argv[2] = address;
  try {
    return require(path);
  } finally {
    process.argv[2] = argument as string;
    delete require.cache[path];
  }
}

describe("core: the engine that started the provider", () => {
  it("is insisted on before anything is sent, and taken to live on for a while where nothing is written", async () => {
    const engine = createServer().listen(0, "127.0.0.1");
    await once(engine, "listening");
    const { insistOnEngine } = startedWith(`127.0.0.1:${(engine.address() as AddressInfo).port}`);
    await insistOnEngine(0);
    engine.close();
    await insistOnEngine(60_000);
    await assert.rejects(
      insistOnEngine(0),
      new BackupError("Pulumi itself has ended, so nothing is sent any more; the next pulumi up looks what there is"),
    );
  });

  it("is not asked for where there is none", async () => {
    await startedWith("test/provider/core/run/pulumi-engine.test.ts").insistOnEngine(0);
  });
});
