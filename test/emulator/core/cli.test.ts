import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ROOT } from "../../with/root";
import { services } from "../services";

describe("emulator: command line", () => {
  it("--port 0 prints READY with every address, and SIGTERM ends it with a request open", async () => {
    const cli = join(ROOT, "test", "emulator", "cli.ts");
    const child = spawn(process.execPath, ["-r", "ts-node/register/transpile-only", cli, "--port", "0"]);
    try {
      const [line] = (await once(createInterface(child.stdout), "line")) as [string];
      assert.match(line, /^READY \{/);
      const urls = JSON.parse(line.slice("READY ".length));
      assert.deepEqual(Object.keys(urls), [...services.map(({ name }) => name), "control"]);
      const headers = { "content-type": "application/json" };
      await fetch(`${urls.control}/faults`, { method: "POST", headers, body: '{"fault":"hang"}' });
      const hanging = fetch(`${urls.serveravatar}/organizations`).catch(() => "ended");
      await fetch(`${urls.control}/counts`);
      child.kill("SIGTERM");
      const started = Date.now();
      await once(child, "exit");
      assert.ok(Date.now() - started < 5000);
      assert.equal(await hanging, "ended");
    } finally {
      child.kill("SIGKILL");
    }
  });
});
