import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { after, afterEach, before } from "mocha";
import { type RealTrove, type RealTroveOptions, startRealTrove } from "./real-trove";

const untilTrue = async (test: () => Promise<boolean>) => {
  const deadline = Date.now() + 30_000;
  while (!(await test())) {
    assert.ok(Date.now() < deadline, "in time");
    await delay(50);
  }
};

const fails = (url: string) =>
  fetch(url).then(
    () => false,
    () => true,
  );

function client({ troveUrl, token }: RealTrove) {
  return async (method: string, path: string, backup?: object) => {
    const headers = { "x-auth-token": token, "content-type": "application/json", accept: "application/json" };
    const answer = await fetch(troveUrl + path, {
      method,
      headers,
      ...(backup && { body: JSON.stringify({ backup }) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) };
  };
}

for (const [version, deletionOfRunning] of [
  ["26.0.0", 500],
  ["24.1.0", 422],
] as const) {
  describe(`real Trove ${version}`, () => {
    let trove: RealTrove;
    before(async () => {
      trove = await startRealTrove({ version, maxBackups: 2 });
    });
    after(() => trove?.stop());

    it("doubt 21: makes a backup, lets another fail by its name, refuses the third, deletes", async () => {
      const call = client(trove);
      const [first, second] = trove.instances.active;
      // The stand-in reads a setting only as it begins a backup, so one for the second might reach the first.
      await trove.control({ done_after: 4 });
      const { status, body } = await call("POST", "/backups", { name: "a", instance: first });
      assert.equal(status, 202);
      assert.equal((await call("GET", `/instances/${first}`)).body.instance.status, "BACKUP");
      assert.equal((await call("DELETE", `/backups/${body.backup.id}`)).status, deletionOfRunning);
      await call("POST", "/backups", { name: "b FAIL", instance: second });
      assert.equal((await call("POST", "/backups", { name: "c", instance: second })).status, 422);
      const statuses = async () => (await trove.list()).map((row) => row.status).join();
      await untilTrue(async () => (await statuses()) === "COMPLETED,FAILED");
      assert.equal((await call("POST", "/backups", { name: "c", instance: second })).status, 413);
      assert.equal((await call("DELETE", `/backups/${body.backup.id}`)).status, 202);
      await untilTrue(async () => (await trove.list())[0]!.deleted);
      assert.equal((await call("GET", `/backups/${body.backup.id}`)).status, 404);
    });

    it("logs in with an application credential, and has Trove in the catalog", async () => {
      const identity = { methods: ["application_credential"], application_credential: trove.applicationCredential };
      const answer = await fetch(`${trove.authUrl}/auth/tokens`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ auth: { identity } }),
      });
      assert.equal(answer.status, 201);
      const { token } = (await answer.json()) as {
        token: { catalog: { type: string; endpoints: { url: string }[] }[] };
      };
      assert.equal(token.catalog.find(({ type }) => type === "database")!.endpoints[0]!.url, trove.troveUrl);
    });
  });
}

describe("real Trove", () => {
  const running: RealTrove[] = [];
  const started = async (options: Partial<RealTroveOptions>) => {
    const trove = await startRealTrove({ version: "26.0.0", ...options });
    running.push(trove);
    return trove;
  };
  afterEach(() => Promise.all(running.splice(0).map((trove) => trove.stop())));

  it("keeps its backups when it is not to be fresh", async () => {
    const first = await started({ fresh: false });
    const before = (await first.list()).length;
    const { status } = await client(first)("POST", "/backups", { name: "kept", instance: first.instances.active[0] });
    await untilTrue(async () => (await first.list()).every((row) => row.status === "COMPLETED"));
    await first.stop();
    const second = await started({ fresh: false, maxBackups: -1 });
    assert.deepEqual([status, (await second.list()).length], [202, before + 1]);
  });

  it("limits the rate", async () => {
    const call = client(await started({ ratePerMinute: 2 }));
    const statuses = await Promise.all([1, 2, 3].map(async () => (await call("GET", "/backups")).status));
    assert.deepEqual(statuses.sort(), [200, 200, 413]);
  });

  it("lets a token expire", async () => {
    const call = client(await started({ tokenSeconds: 8 }));
    await untilTrue(async () => (await call("GET", "/backups")).status === 401);
  });

  it("ends with a test that is killed", async () => {
    const program = `require(${JSON.stringify(join(__dirname, "real-trove"))})
      .startRealTrove({ version: "26.0.0" }).then(({ troveUrl, authUrl }) => console.log(troveUrl + " " + authUrl))`;
    const child = spawn(process.execPath, ["-r", "ts-node/register/transpile-only", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(child.stdout, "data");
    const urls = String(line).trim().split(" ");
    assert.deepEqual(await Promise.all(urls.map(fails)), [false, false]);
    child.kill("SIGKILL");
    await untilTrue(async () => (await Promise.all(urls.map(fails))).every(Boolean));
  });
});
