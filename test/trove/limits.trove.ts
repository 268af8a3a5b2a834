import assert from "node:assert/strict";
import { Program } from "../with/programs/program";
import { startCountingProxy } from "./counting-proxy";
import { instances, startRealTrove } from "./real-trove";
import { environmentOf, quick, type Version, versions } from "./use-trove";

const [instance] = instances.active;

/** The versions share the code that limits, so the newest is enough before a change lands. */
const limited = process.env.WIDE ? versions : versions.slice(0, 1);

/** Longer than a token holds. */
async function outlastsItsToken(version: Version): Promise<void> {
  const trove = await startRealTrove({ version, tokenSeconds: 8 });
  const [keystone, api] = [await startCountingProxy(trove.authUrl), await startCountingProxy(trove.troveUrl)];
  const env = { ...environmentOf(trove), OS_AUTH_URL: `${keystone.url}/v3` };
  const endpoint = `${api.url}${new URL(trove.troveUrl).pathname}`;
  const stack = await Program.create({ env, config: { ...quick, "trove:endpoint": endpoint } });
  try {
    await trove.control({ done_after: 11 });
    await stack.declare([{ kind: "trove:Backup", name: "long", args: { instance } }]);
    const run = await stack.up();
    assert.equal(run.code, 0, run.text);
    const refused = api.count("GET", 401);
    assert.ok(refused > 0, "the token expired while it waited");
    assert.equal(keystone.count("POST", 201), 1 + refused, "one new token for each that expired");
    assert.deepEqual(
      (await trove.list()).map(({ status }) => status),
      ["COMPLETED"],
    );
  } finally {
    await stack.dispose();
    keystone.stop();
    api.stop();
    await trove.stop();
  }
}

/** Two requests a minute, so that the third has to wait. */
async function waitsForTheRate(version: Version): Promise<void> {
  const trove = await startRealTrove({ version, ratePerMinute: 2 });
  const stack = await Program.create({ env: environmentOf(trove), config: { "backup-plans:pollSeconds": 2 } });
  try {
    await trove.control({ done_after: 4 });
    await stack.declare([{ kind: "trove:Backup", name: "rated", args: { instance } }]);
    const run = await stack.up();
    assert.equal(run.code, 0, run.text);
    assert.match(run.text, /Trove accepts no request for \d+ s \(rate limit\)/);
    assert.deepEqual(
      (await trove.list()).map(({ status }) => status),
      ["COMPLETED"],
    );
  } finally {
    await stack.dispose();
    await trove.stop();
  }
}

describe("trove.Backup within Trove's limits", () => {
  it("gets one new token for one that expired in a wait, and waits when it is asked to", async () => {
    await Promise.all(limited.flatMap((version) => [outlastsItsToken(version), waitsForTheRate(version)]));
  });
});
