import assert from "node:assert/strict";
import { validOf } from "../../../kinds/asked";
import { ofOtc } from "../../../kinds/otc/services";
import { useHost } from "../../../with/host/use-host";

interface Held {
  id: string;
  type: string;
  description: string;
  instance_id: string;
  project_id: string;
}

/** Of the project that the login is for. */
const PROJECT = "0549b4a43100d4f32f51c01c2fe4acdb";

const isOf = (instance: unknown) => (each: Held) => each.project_id === PROJECT && each.instance_id === instance;

describe("an automated backup, which its service deletes by itself", () => {
  const otc = { automaticBackups: true };
  const { host, control } = useHost({ settings: { buildSeconds: 0, ...ofOtc(otc) } });
  before(() => control("POST", "/time", { advance: { days: 2 } }));

  for (const [service, name] of [
    ["dds", "DDS"],
    ["geminidb", "GeminiDB"],
    ["rds", "RDS"],
  ] as const) {
    it(`vendor A15: ${service}: is not adopted, and it is told what it is and what to do`, async () => {
      const kind = `${service}:Backup`;
      const { name: _, ...args } = validOf(kind);
      const state = (await control("GET", "/state")) as Record<string, { backups: Held[] }>;
      const { id, type, description } = state[service]!.backups.find(isOf(args.instanceId))!;
      assert.equal(type, "Auto");
      const { inputs } = await host().check(kind, { ...args, description, adopt: id });
      await assert.rejects(host().create(kind, inputs), (error: Error) => {
        const said =
          `adopt: backup ${id} is no manual one (${name} says ${service === "rds" ? "auto" : "Auto"}): while the policy of the instance is on ` +
          `(${service}.BackupPolicy), ${name} deletes automated ones by itself after its keepDays, so a resource cannot keep it. ` +
          "Name another one, or remove adopt, and a new backup is made";
        assert.ok(error.message.includes(said), error.message);
        return true;
      });
    });
  }
});
