import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before } from "mocha";
import { type Packed, UsersFolder } from "../with/journeys/users-folder";
import { PluginStack } from "../with/plugin-stack";
import { ENGINES, generateSdk, LANGUAGES } from "./languages";
import { languageTools } from "./tools";

describe("the programs of examples/plugin, with the package as it is published", () => {
  let outside: UsersFolder;
  let packed: Packed;
  let tools: string | undefined;

  before(async () => {
    outside = await UsersFolder.create();
    packed = await outside.pack();
    tools = await languageTools();
  });
  after(() => outside?.remove());

  for (const [name, language] of Object.entries(LANGUAGES)) {
    describe(name, () => {
      const { file, long, shorter, agreed } = language;
      let folder: string;

      const edit = async (from: string, to: string) => {
        const text = await readFile(join(folder, file), "utf8");
        assert.ok(text.includes(from), `${file} has no ${from}`);
        await writeFile(join(folder, file), text.replace(from, to));
      };

      before(async function () {
        const lacking = (what: string) => {
          console.log(`      skipped: ${what}`);
          this.skip();
        };
        if (!tools) return lacking("no Go 1.26 or newer to build the language hosts with");
        folder = await outside.example(`plugin/${name}`, packed);
        if (!language.link) return;
        await generateSdk(tools, name, join(folder, "sdks", "backup-plans"));
        try {
          await language.fetch?.(folder);
        } catch (error) {
          return lacking((error as Error).message);
        }
        await language.link(folder);
      });

      for (const engine of ENGINES) {
        describe(`on engine ${engine}`, () => {
          let plugin: PluginStack;

          before(async () => {
            const path = [...(language.path ? [join(folder, language.path)] : []), `${tools}`];
            plugin = await PluginStack.open({ dir: folder, path, engine });
          });
          after(() => plugin?.close());

          it("previews, creates, and changes nothing when nothing changes", async () => {
            const preview = await plugin.done((stack) => stack.preview());
            assert.match(preview.text, /\+ 3 to create/);
            assert.equal(preview.writes, 0);
            assert.equal((await plugin.done((stack) => stack.up(["--skip-preview"]))).writes, 2);
            const again = await plugin.done((stack) => stack.up(["--skip-preview"]));
            assert.match(again.text, /3 unchanged/);
            assert.equal(again.writes, 0);
          });

          it("refuses a loss with the line to write, and takes it with that line", async () => {
            await edit(long, shorter);
            const line = /write allow: \{ "shorter-retention": "1 Month" \}/;
            assert.match(await plugin.refused((stack) => stack.preview()), line);
            await edit(shorter, agreed);
            const up = await plugin.done((stack) => stack.up(["--skip-preview"]));
            assert.match(up.text, /1 updated/);
            assert.equal(up.writes, 1);
          });

          it("is refreshed, and destroyed as its summary says", async () => {
            assert.equal((await plugin.done((stack) => stack.refresh(["--skip-preview"]))).writes, 0);
            assert.match((await plugin.done((stack) => stack.preview())).text, /3 unchanged/);
            const destroyed = await plugin.done((stack) => stack.destroy(["--skip-preview"]));
            assert.match(destroyed.text, /keeps running/);
            assert.equal(destroyed.writes, 0);
            await edit(agreed, long);
          });
        });
      }
    });
  }
});
