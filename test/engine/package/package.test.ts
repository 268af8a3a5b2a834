import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AS_USERS } from "../../with/engine/quickly";
import { runProcess } from "../../with/engine/run-process";
import { assertDone, assertSays, assertUnchanged } from "../../with/journeys/assert-outcome";
import { daily } from "../../with/journeys/plans";
import { install, type Packed, UsersFolder } from "../../with/journeys/users-folder";
import { ROOT } from "../../with/root";
import { useStage } from "../../with/stage";
import { HERE } from "../../with/where";

const use = `new backup.serveravatar.BackupPlan("nightly", ${JSON.stringify({ ...daily, onDelete: "delete" })});`;
const commonJs = { "index.js": `const backup = require("pulumi-backup-plans");\n${use}\n` };
const esm = {
  "index.js": `import * as backup from "pulumi-backup-plans";\n${use}\n`,
  "package.json": '{ "type": "module" }',
};
const typeScript = {
  "index.ts": `import * as backup from "pulumi-backup-plans";\n${use}\n`,
  "tsconfig.json": '{ "compilerOptions": { "target": "es2022", "module": "nodenext", "strict": true } }',
};

describe("the package as it is published", () => {
  let outside: UsersFolder;
  let packed: Packed;

  before(async () => {
    outside = await UsersFolder.create();
    packed = await outside.pack();
  });
  after(() => outside?.remove());

  /** A stage whose program is somebody else's, with these files. */
  async function inProject(name: string, files: Record<string, string>) {
    return { env: AS_USERS, where: { ...HERE, program: await outside.project(name, files, packed) } };
  }

  it("holds what is built and what is said about it, and neither tests nor sources", () => {
    const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
    const { files, bytes, unpackedBytes } = packed;
    console.log(`      ${files.length} files, ${kilobytes(bytes)} packed, ${kilobytes(unpackedBytes)} unpacked`);
    const beside = files.filter(
      (file) => !/^(?:dist\/[a-z/-]+(?:\.d\.ts|\.js)|docs\/[a-z/-]+\.(?:md|svg|yml)|docs\/README\.md)$/.test(file),
    );
    const others = [
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "dist/bin/pulumi-resource-backup-plans",
      "dist/plugin/schema.json",
      "package.json",
    ];
    assert.deepEqual(beside.sort(), others);
  });

  it("newcomer 13: runs nothing when it is installed", async () => {
    const { scripts } = JSON.parse(await readFile(join(packed.folder, "package.json"), "utf8"));
    const atInstall = Object.keys(scripts).filter((script) => /^(?:(?:pre|post)?install|prepare)$/.test(script));
    assert.deepEqual(atInstall, []);
  });

  it("is resolved, with its types, in every way that a program may look for it", async () => {
    await told("publint", "--strict", packed.tarball);
    assert.match(await told("attw", "--no-color", packed.tarball), /No problems found/);
  });

  for (const [kind, files] of Object.entries({ CommonJS: commonJs, ESM: esm })) {
    describe(`in a program of somebody else, ${kind}`, () => {
      const stage = useStage(() => inProject(kind.toLowerCase(), files));

      it("makes a plan", async () => {
        assertDone(await stage().program.up());
        assert.equal(await stage().plans(), 1);
      });
    });
  }

  describe("in a program of somebody else, in two versions", () => {
    const stage = useStage(async () => {
      const options = await inProject("upgraded", typeScript);
      const env = { ...options.env, PULUMI_NODEJS_TRANSPILE_ONLY: "false" };
      return { ...options, env, settings: { serveravatar: { undocumentedDelete: "works" } } };
    });

    it("makes a plan with the first one, in a program whose types are checked", async () => {
      assertDone(await stage().program.up());
    });

    it("shows no change with the second one, whose code and words are others", async () => {
      await install(outside.folderOf("upgraded"), packed, async (installed) => {
        await edit(join(installed, "package.json"), '"version": "', '"version": "9.');
        await edit(join(installed, "dist/services/serveravatar/summary.js"), "from now", "beginning at once");
        const deletion = join(installed, "dist/services/serveravatar/plan/plan.js");
        await edit(
          deletion,
          "async function deletePlan(context, stored, { successor }) {",
          "$&\n    context.log.warn('deleted by the second one');",
        );
      });
      const { outcome, requests } = await stage().sent(() => stage().program.preview("--diff"));
      assertUnchanged(outcome);
      assert.deepEqual(requests, []);
    });

    it("deletes with the second one what the first one made", async () => {
      const outcome = await stage().program.destroy();
      assertDone(outcome);
      assertSays(outcome.text, "deleted by the second one");
      assert.equal(await stage().plans(), 0);
    });
  });
});

/** What a command of this repository tells, which must succeed. */
async function told(command: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runProcess(join(ROOT, "node_modules", ".bin", command), args);
  assert.equal(code, 0, stdout + stderr);
  return stdout;
}

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, "utf8");
  assert.ok(text.includes(from), `${file} has no "${from}"`);
  await writeFile(file, text.replaceAll(from, to));
}
