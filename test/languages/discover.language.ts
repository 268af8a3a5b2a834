import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { look } from "../../provider/cli/discover/look";
import { program } from "../../provider/cli/discover/program";
import { discovered } from "../../provider/cli/discover/report";
import { yaml } from "../../provider/cli/discover/yaml";
import { Settings } from "../../provider/core/configuration/settings";
import { services } from "../../provider/services/services";
import { findEngine } from "../with/engine/find";
import { Stack } from "../with/engine/project";
import { AS_USERS } from "../with/engine/quickly";
import type { StackConfig } from "../with/engine/stack-config";
import { filled } from "../with/filled/filled";
import { ODD_NAMES } from "../with/filled/odd-names";
import { inOwnNamespace } from "../with/host/form";
import { configFor } from "../with/host/use-host";
import { Outside } from "../with/outside";
import { pluginFolder } from "../with/plugin-folder";
import { languageTools } from "./tools";

describe("16.6 discover: the program that it prints in Pulumi's YAML", () => {
  for (const service of ["dds", "rds", "serveravatar", "trove"]) {
    it(`of ${service} is adopted without a write`, async function () {
      const tools = await languageTools();
      if (!tools) {
        console.log("      skipped: no Go 1.26 or newer to build the language hosts with");
        return this.skip();
      }
      const [folder, bin] = [await mkdtemp(join(tmpdir(), "adopted-")), await pluginFolder()];
      const outside = await Outside.start({ services: filled(ODD_NAMES.length) });
      let stack: Stack | undefined;
      try {
        const rawConfig = configFor(outside.urls) as Record<string, string>;
        const config = { rawConfig, get: (key: string) => rawConfig[key] };
        const found = await look(service, services.byName[service]!.engine(), config);
        const text = program(yaml, discovered(service, found, new Settings(config, {}, services)));
        await writeFile(join(folder, "Pulumi.yaml"), text);
        const nested = inOwnNamespace(rawConfig) as StackConfig;
        const options = { dir: folder, path: [bin, tools], config: nested, env: AS_USERS };
        stack = await Stack.create(await findEngine(), options);
        await outside.control("DELETE", "/requests");
        const up = await stack.up(["--skip-preview"]);
        const declared = text.split("\n    properties:\n").length - 1;
        assert.match(up.stdout, new RegExp(`\\+ ${declared + 1} created`), up.stdout + up.stderr);
        const again = await stack.preview(["--expect-no-changes"]);
        assert.equal(again.code, 0, again.stdout + again.stderr);
        assert.deepEqual(await outside.writes(), []);
      } finally {
        await stack?.dispose();
        await outside.close();
        for (const each of [folder, bin]) await rm(each, { recursive: true, force: true });
      }
    });
  }
});
