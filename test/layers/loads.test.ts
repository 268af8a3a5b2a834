import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { ROOT } from "../with/root";

describe("what is loaded", () => {
  it("the built program side loads none of zod, got and luxon", () => {
    const script = 'require("pulumi-backup-plans"); console.log(Object.keys(require.cache).join("\\n"))';
    const loaded = execFileSync(process.execPath, ["-e", script], { cwd: ROOT, encoding: "utf8" });
    assert.match(loaded, /@pulumi\/pulumi/);
    assert.doesNotMatch(loaded, /node_modules\/(zod|got|luxon|p-limit|yaml|@pulumi\/policy)\//);
  });

  it("the built policies load without @pulumi/policy, and can send nothing", () => {
    const script =
      'require("pulumi-backup-plans/policy").policies(); console.log(Object.keys(require.cache).join("\\n"))';
    const loaded = execFileSync(process.execPath, ["-e", script], { cwd: ROOT, encoding: "utf8" });
    assert.match(loaded, /dist\/policy\//);
    assert.doesNotMatch(loaded, /node_modules\/(got|@pulumi\/policy)\//);
  });

  it("the built review loads neither got nor Pulumi", () => {
    const script =
      'process.argv.push("main.js", "review"); require("./dist/cli/main.js"); ' +
      'process.on("exit", () => console.error(Object.keys(require.cache).join("\\n")))';
    const { stderr } = spawnSync(process.execPath, ["-e", script], {
      cwd: ROOT,
      encoding: "utf8",
      input: JSON.stringify({
        steps: [stepOf("serveravatar:BackupPlan"), stepOf("trove:Backup"), stepOf("dds:Backup")],
      }),
    });
    assert.match(stderr, /dist\/services\/trove\/backup\.js/);
    assert.doesNotMatch(stderr, /node_modules\/(got|@pulumi)\//);
  });
});

function stepOf(kind: string): object {
  return { op: "create", urn: `urn:pulumi:s::p::pulumi-nodejs:dynamic/${kind}::x`, newState: { inputs: {} } };
}
