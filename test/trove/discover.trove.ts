import assert from "node:assert/strict";
import { join } from "node:path";
import { declarationsIn } from "../provider/cli/declarations";
import { runProcess } from "../with/engine/run-process";
import { ROOT } from "../with/root";
import { startCountingProxy } from "./counting-proxy";
import { instances } from "./real-trove";
import { backup, environmentOf, itOnEachTrove } from "./use-trove";

const [one, other] = instances.active;

describe("16.6 discover", () => {
  itOnEachTrove(
    "only reads, and prints a program that a stack adopts without a write",
    async ({ trove, made, rows, program }) => {
      const full = await made({ name: "full", instance: one, description: "by hand" });
      await made({ name: "addition", instance: one, parent_id: full });
      await made({ name: "elsewhere", instance: other });
      const before = await rows();
      const api = await startCountingProxy(trove.troveUrl);
      const endpoint = `${api.url}${new URL(trove.troveUrl).pathname}`;
      try {
        const env = { ...environmentOf(trove), PATH: "none", HOME: "none" };
        const command = [join(ROOT, "dist", "cli", "main.js"), "discover", "trove", "--format", "typescript"];
        const { code, stdout, stderr } = await runProcess(process.execPath, command, { env, timeoutSeconds: 60 });
        assert.equal(code, 0, stderr);
        const declared = declarationsIn(stdout);
        assert.deepEqual(declared.map(({ texts }) => texts.adopt).sort(), before.map(({ id }) => id).sort());
        // One of the instances is being built, and one is shut off.
        assert.match(stdout, /Without a plan that is seen:\n(?:\/\/ [\w-]+ \([^)]*\)\n){5}$/);

        const stack = await program({ config: { "trove:endpoint": endpoint } });
        await stack.declare(declared.map(({ name, texts }) => backup(name, texts)));
        const up = await stack.up();
        assert.deepEqual([up.code, up.changes], [0, { created: 4 }], up.text);
        const again = await stack.up();
        assert.deepEqual([again.code, again.changes], [0, { unchanged: 4 }], again.text);
        assert.deepEqual(await rows(), before);
        assert.deepEqual([api.count("GET", 200) > 0, api.methods()], [true, ["GET"]]);
      } finally {
        api.stop();
      }
    },
  );
});
