import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { look } from "../../../provider/cli/discover/look";
import { discovered } from "../../../provider/cli/discover/report";
import { Settings } from "../../../provider/core/configuration/settings";
import type { Takeover } from "../../../provider/core/kind/found";
import { type Engine, services } from "../../../provider/services/services";
import type { EmulatorUrls } from "../../emulator";
import { runProcess } from "../../with/engine/run-process";
import { filled } from "../../with/filled/filled";
import { Host, ownerNamed, type Props } from "../../with/host/host";
import { rackspaceConfig } from "../../with/host/rackspace";
import { configFor } from "../../with/host/use-host";
import { Outside } from "../../with/outside";
import { ROOT } from "../../with/root";
import { urnOf } from "../review/preview-of";

/** Fewer than `discover` reads: a stack takes over each by calls of its own. */
const BACKUPS = 40;

interface Account {
  account: string;
  service: string;
  config?(urls: EmulatorUrls): Props;
  settings?: Record<string, object>;
}

const ACCOUNTS: readonly Account[] = [
  { account: "ServerAvatar", service: "serveravatar" },
  { account: "Trove", service: "trove" },
  {
    ...{ account: "Rackspace", service: "trove", settings: { trove: { flavour: "rackspace" } } },
    config: (urls) => ({ ...rackspaceConfig(urls), "trove:endpoint": urls.trove }),
  },
  { account: "DDS", service: "dds" },
  { account: "GeminiDB", service: "geminidb", config: () => ({ "opentelekomcloud:tenantName": "eu-de_gemini" }) },
  { account: "RDS", service: "rds" },
];

/** What `discover` says of the account that a program can take over as it is. */
async function takeovers(service: string, engine: Engine, rawConfig: Record<string, string>): Promise<Takeover[]> {
  const config = { rawConfig, get: (key: string) => rawConfig[key] };
  const settings = new Settings(config, {}, services);
  const { found } = discovered(service, await look(service, engine, config), settings);
  return found.flatMap(({ resource }) => (resource && Object.keys(resource.unread ?? {}).length === 0 ? resource : []));
}

/** The state of a stack that took all of it over, and was refreshed. */
async function stateOf(host: Host, all: readonly Takeover[]): Promise<string> {
  const resources = await Promise.all(
    all.map(async ({ kind, args }, index) => {
      const name = `${kind.replace(":", "-")}-${index}`;
      const { inputs, failures } = await host.check(kind, { ...args, __owner: ownerNamed(name) });
      assert.deepEqual(failures, []);
      const { id, properties } = await host.create(kind, inputs);
      const read = await host.read(kind, id, properties);
      return { urn: urnOf({ kind, name }), id, inputs: read.inputs, outputs: read.properties };
    }),
  );
  return JSON.stringify({ version: 3, deployment: { resources } });
}

describe("16.6 status: an account that somebody else filled, once a stack has adopted it", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "status-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const { account, service, config, settings } of ACCOUNTS) {
    it(`${account}: a line for each thing, without a request; adoption and refresh only read`, async () => {
      const outside = await Outside.start({ services: filled(BACKUPS), ...(settings && { settings }) });
      const configured = Object.entries({ ...configFor(outside.urls), ...config?.(outside.urls) });
      const known = Object.fromEntries(configured.filter(([, value]) => value !== undefined)) as Record<string, string>;
      const host = await Host.start({ config: known });
      try {
        const all = await takeovers(service, services.byName[service]!.engine(), known);
        assert.ok(all.length > 5, `${all.length}`);
        await outside.control("DELETE", "/requests");
        const state = await stateOf(host, all);
        assert.deepEqual(await outside.writes(), []);
        await outside.control("DELETE", "/requests");
        const file = join(folder, `${account}.json`);
        await writeFile(file, state);
        const status = async (format: string) => {
          const command = [join(ROOT, "dist", "cli", "main.js"), "status", file, "--format", format];
          const { code, stdout, stderr } = await runProcess(process.execPath, command, { timeoutSeconds: 60 });
          assert.deepEqual([code, stderr], [0, ""]);
          return stdout;
        };
        const [, ...rows] = (await status("table")).trimEnd().split("\n");
        assert.equal(rows.length, all.length);
        const { resources } = JSON.parse(await status("json")) as { resources: { health: string }[] };
        assert.equal(resources.length, all.length);
        const metrics = await status("prometheus");
        assert.equal(metrics.match(/^backup_plans_health\{.*\} 1$/gm)?.length, all.length);
        assert.deepEqual(await outside.requests(), []);
      } finally {
        await host.stop();
        await outside.close();
      }
    });
  }
});
