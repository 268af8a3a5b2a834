import assert from "node:assert/strict";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { after, before } from "mocha";
import { packPlugin } from "../../release/pack";
import { processesBelow } from "../../with/engine/processes";
import { UsersFolder } from "../../with/journeys/users-folder";
import { PluginStack } from "../../with/plugin-stack";

const { version } = require("../../../package.json");

describe("the package as it is published, as a plugin that Pulumi.yaml names", () => {
  let outside: UsersFolder;
  let plugin: PluginStack;

  before(async () => {
    outside = await UsersFolder.create();
    const dir = await outside.example("plugin/typescript", await outside.pack());
    plugin = await PluginStack.open({ dir, settings: { buildSeconds: 3600 } });
  });
  after(async () => {
    await plugin?.close();
    await outside?.remove();
  });

  it("makes a plan and a recovery point; Ctrl-C ends the wait, and what was made is in state", async () => {
    const up = plugin.refused((stack) => stack.up(["--skip-preview"]));
    while ((await plugin.outside.writes()).length < 2) await delay(100);
    await delay(500);
    process.kill(engine(), "SIGINT");
    assert.match(await up, /is still BUILDING after the run was cancelled/);
  });

  it("waits on for that one in the next pulumi up, and makes no second one", async () => {
    await plugin.outside.control("POST", "/time", { advance: { hours: 2 } });
    const { text, writes } = await plugin.done((stack) => stack.up(["--skip-preview"]));
    assert.match(text, /1 updated/);
    assert.equal(writes, 0);
    assert.match((await plugin.done((stack) => stack.preview())).text, /3 unchanged/);
  });
});

describe("the plugin as it is released", () => {
  const TARBALL = "pulumi-resource-backup-plans.tar.gz";
  let outside: UsersFolder;
  let plugin: PluginStack;

  before(async () => {
    outside = await UsersFolder.create();
    const dir = await outside.example("plugin/typescript", await outside.pack());
    // Nothing leads to the plugin but its installation.
    await writeFile(join(dir, "Pulumi.yaml"), "name: released\nruntime: nodejs\nmain: index.ts\n");
    await rm(join(dir, "node_modules", ".bin"), { recursive: true });
    plugin = await PluginStack.open({ dir });
  });
  after(async () => {
    await plugin?.close();
    await outside?.remove();
  });

  it("is installed from one file, without npm and a registry, and makes a plan", async () => {
    const tarball = join(outside.root, TARBALL);
    await packPlugin(tarball);
    await plugin.done((stack) =>
      stack.run(["plugin", "install", "resource", "backup-plans", version, "--file", tarball]),
    );
    assert.match((await plugin.done((stack) => stack.up(["--skip-preview"]))).text, /3 created/);
  });
});

/** The process of the engine that runs now. */
function engine(): number {
  const found = processesBelow(process.pid).find(({ command }) => /\bpulumi\S* up --yes/.test(command));
  assert.ok(found, "no engine runs");
  return found.pid;
}
