import assert from "node:assert/strict";
import { shopPlan } from "../../../kinds/example-shop";
import { useHost } from "../../../with/host/use-host";

const KIND = "serveravatar:BackupPlan";
const COUNT = 30;
const PER_PAGE = 10;

describe("requests for many plans of a long history", () => {
  for (const runOrder of ["newest", "oldest"]) {
    describe(`where the ${runOrder} runs come first`, () => {
      const { host, requests } = useHost({ settings: { buildSeconds: 0, serveravatar: { runOrder } } });

      it(`each of ${COUNT} plans of one target is found by its own first run`, async () => {
        const ids: string[] = [];
        for (let plan = 0; plan < COUNT; plan++) {
          const args = { ...shopPlan, startBackupFromNow: true, __owner: `dev::shop::::plan-${plan}` };
          const { inputs } = await host().check(KIND, args);
          ids.push((await host().create(KIND, inputs)).id);
        }
        assert.equal(new Set(ids).size, COUNT);
        assert.ok(!ids.some((id) => id.startsWith("unseen")));
        const looks = (await requests()).filter(({ method, path }) => method === "GET" && /\/backups$/.test(path));
        console.log(`      ${looks.length} pages`);
        // A look a plan, and one at the start: of one page each, or of all there are.
        const most = runOrder === "newest" ? 1 : COUNT / PER_PAGE;
        assert.ok(looks.length <= (COUNT + 1) * most, `${looks.length}`);
      });
    });
  }
});
