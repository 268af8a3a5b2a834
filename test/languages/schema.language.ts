import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engineEnvironment } from "../with/engine/environment";
import { findEngine } from "../with/engine/find";
import { runProcess } from "../with/engine/run-process";
import { pluginFolder } from "../with/plugin-folder";
import { ROOT } from "../with/root";
import { ENGINES } from "./languages";

/** `pulumi package add` hands what it reads here to the language's own host, and none that Go can build writes an SDK. */
describe("pulumi package get-schema", () => {
  for (const version of ENGINES) {
    it(`on engine ${version} reads the schema of the plugin, by the path of its executable`, async () => {
      const [home, bin] = [await mkdtemp(join(tmpdir(), "schema-")), await pluginFolder()];
      try {
        const engine = await findEngine({ version });
        const env = engineEnvironment(engine, { home, backendDir: home });
        const args = ["package", "get-schema", join(bin, "pulumi-resource-backup-plans")];
        const { code, stdout, stderr } = await runProcess(engine.bin, args, { cwd: home, env, timeoutSeconds: 120 });
        assert.equal(code, 0, stderr);
        const kinds = (text: string) => Object.keys(JSON.parse(text).resources).sort();
        assert.deepEqual(kinds(stdout), kinds(await readFile(join(ROOT, "provider/plugin/schema.json"), "utf8")));
      } finally {
        for (const each of [home, bin]) await rm(each, { recursive: true, force: true });
      }
    });
  }
});
