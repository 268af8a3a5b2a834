import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { kinds } from "../../../kinds/kinds";
import { useGateway } from "../../../with/bent-gateway";
import { type Host, ownerNamed, type Props } from "../../../with/host/host";
import { useHosts } from "../../../with/host/with-host";

const LATE_MILLISECONDS = 4_000;
const config = { "backup-plans:requestTimeoutSeconds": "8" };

/** Those of which a look tells whether they are there. */
const points = kinds.filter(({ kind, service }) => kind.endsWith(":Backup") && service !== "serveravatar");

describe("a creation that arrives after the run that sent it was killed", () => {
  const { control, through, treatBy } = useGateway({ settings: { buildSeconds: 0 }, config });
  const env = { PULUMI_HOME: mkdtempSync(join(tmpdir(), "home-")) };
  const start = useHosts();
  after(() => rmSync(env.PULUMI_HOME, { recursive: true }));

  const nextRun = () => start({ config: through(), env });
  const create = async (host: Host): Promise<Props[]> =>
    Promise.all(
      points.map(async ({ kind, valid }) => {
        const { inputs } = await host.check(kind, { ...valid, __owner: ownerNamed("orders") });
        return (await host.create(kind, inputs)).properties;
      }),
    );

  it("doubt 7: is not made twice by a run that begins at once: what was noted just now is waited for", async () => {
    let sent = 0;
    const killed = await nextRun();
    const next = await nextRun();
    const underWay: Promise<unknown>[] = [];
    treatBy(async ({ method, path }, pass) => {
      if (method !== "POST" || !path.endsWith("/backups") || ++sent > points.length) return pass();
      const passed = sleep(LATE_MILLISECONDS).then(pass);
      underWay.push(passed);
      return passed;
    });
    const lost = create(killed).catch(() => undefined);
    while (sent < points.length) await sleep(50);
    process.kill(killed.pid, "SIGKILL");
    await lost;
    const made = await create(next);
    await Promise.all(underWay);
    assert.deepEqual(
      made.map(({ state }) => state),
      points.map(() => "ready"),
    );
    for (const { kind, stands } of points) {
      assert.equal(Object.keys(await stands({ control } as never)).length, 1, kind);
    }
  }).timeout(120_000);
});
