import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { TYPES } from "../../provider/program/types";
import { services } from "../../provider/services/services";
import { type Kind, slugOf } from "../kinds/kind";
import { inOneStack, kinds } from "../kinds/kinds";
import type { EngineVersion } from "../with/engine/engine";
import { processesBelow } from "../with/engine/processes";
import { ownAccounts } from "../with/host/own-accounts";
import { configFor } from "../with/host/use-host";
import { withHost } from "../with/host/with-host";
import { pluginFolder } from "../with/plugin-folder";
import { PluginStack } from "../with/plugin-stack";
import { HERE, type Where } from "../with/where";
import { ENGINES } from "./languages";
import { languageTools } from "./tools";

const importable = kinds.filter(({ kind }) => services.definitionOf(kind)!.imported !== undefined);
const ofRackspace: Where = { ...HERE, account: (urls) => ownAccounts(urls).rackspace };

for (const engine of ENGINES) {
  describe(`pulumi import, whose code is pasted into the program, on engine ${engine}`, () => {
    const ofOneAccount = importable.filter((kind) => inOneStack.includes(kind));
    const others = importable.filter(({ service }) => service === "rackspace");
    importing("of every kind that one account has", ofOneAccount, HERE, engine);
    importing("of every kind of Rackspace", others, ofRackspace, engine);
  });
}

function importing(what: string, those: readonly Kind[], where: Where, engine: EngineVersion): void {
  it(what, async function () {
    const tools = await languageTools();
    if (!tools) {
      console.log("      skipped: no Go 1.26 or newer to build the language hosts with");
      return this.skip();
    }
    const [folder, bin] = [await mkdtemp(join(tmpdir(), "importing-")), await pluginFolder()];
    const project = { name: "importing", runtime: "yaml" };
    await writeFile(join(folder, "Pulumi.yaml"), stringify(project));
    const plugin = await PluginStack.open({ dir: folder, path: [bin, tools], where, engine });
    try {
      const file = join(folder, "resources.json");
      await writeFile(file, JSON.stringify({ resources: await made(plugin, those, where) }));
      const code = join(folder, "generated.yaml");
      const args = ["import", "--yes", "--skip-preview", "--protect=false", "--file", file, "--out", code];
      const { text, writes } = await endingHosts(tools, () => plugin.done((stack) => stack.run(args)));
      assert.doesNotMatch(text, /failed to validate|has a problem/);
      assert.equal(writes, 0);
      await writeFile(join(folder, "Pulumi.yaml"), stringify({ ...project, ...parse(await readFile(code, "utf8")) }));
      const preview = await plugin.done((stack) => stack.preview(["--diff"]));
      assert.match(preview.text, new RegExp(`^ +${those.length + 1} unchanged`, "m"), preview.text);
      assert.doesNotMatch(preview.text, /to (create|update|delete|replace)/);
      assert.equal((await plugin.done((stack) => stack.up(["--skip-preview"]))).writes, 0);
    } finally {
      await plugin.close();
      for (const each of [folder, bin]) await rm(each, { recursive: true, force: true });
    }
  });
}

/** `pulumi import` leaves the language host that it starts. */
async function endingHosts<T>(tools: string, act: () => Promise<T>): Promise<T> {
  const hosts = () => processesBelow(0).filter(({ command }) => command.startsWith(tools));
  const before = new Set(hosts().map(({ pid }) => pid));
  try {
    return await act();
  } finally {
    for (const { pid } of hosts().filter((each) => !before.has(each.pid))) process.kill(pid);
  }
}

/** What exists before, as `pulumi import` lists it. */
function made({ outside }: PluginStack, those: readonly Kind[], where: Where) {
  return withHost({ config: configFor(outside.urls, where), form: "plugin" }, (host) => {
    const resources = those.map(async (kind) => {
      const { inputs } = await host.check(kind.kind, kind.valid);
      const { id } = await host.create(kind.kind, inputs);
      return { type: TYPES.plugin + kind.kind, name: slugOf(kind), id };
    });
    return Promise.all(resources);
  });
}
