import assert from "node:assert/strict";
import { services } from "../../../../provider/services/services";
import { checked, type Told, validOf } from "../../../kinds/asked";
import { type Args, written } from "../../../kinds/case";
import type { Found } from "../../../kinds/findings";
import { findings, kinds, validCanary } from "../../../kinds/kinds";
import { otcBackups } from "../../../kinds/otc/services";
import type { Props } from "../../../with/host/host";
import { assertUntold } from "../../../with/host/told";
import { useHost } from "../../../with/host/use-host";
import type { Outside } from "../../../with/outside";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const config = { "backup-plans:online": "true" };

function assertFound({ property, says, is }: Found, { reasons, warnings }: Told): void {
  const [those, others] = is === "refused" ? [reasons, warnings] : [warnings, reasons];
  assert.equal(those.length, 1, [...reasons, ...warnings].join("\n"));
  assert.deepEqual(others, []);
  assert.ok(those[0]!.startsWith(`${property}: `), those[0]);
  for (const words of says) assert.ok(those[0]!.includes(words), those[0]);
}

describe("online checks", () => {
  const { host, control, requests } = useHost({ settings: { buildSeconds: 0 }, config });

  beforeEach(() => control("DELETE", "/requests"));

  const check = (kind: string, over?: Args, olds?: Props) => checked(host(), kind, over, olds);

  const asked = new Set<string>();

  for (const { kind, valid } of kinds) {
    it(`${kind}: what is in order passes in silence, by GET alone`, async () => {
      const { reasons, warnings } = await check(kind);
      assert.deepEqual({ reasons, warnings }, { reasons: [], warnings: [] });
      for (const { service, method } of await requests()) {
        if (service !== "identity") asked.add(`${service} ${method}`);
      }
    });

    it(`${kind}: what is not known yet is not asked for`, async () => {
      const unknown = Object.fromEntries(Object.keys(valid).map((name) => [name, UNKNOWN]));
      const { reasons, warnings } = await check(kind, unknown);
      assert.deepEqual({ reasons, warnings, sent: await requests() }, { reasons: [], warnings: [], sent: [] });
    });

    it(`${kind}: secrets are told nowhere`, async () => {
      for (const argument of Object.keys(valid)) {
        const canary = validCanary(kind, argument);
        if (canary === undefined) continue;
        const { reasons, warnings } = await check(kind, { [argument]: canary, __secrets: [argument] });
        assertUntold(canary, [reasons, warnings], argument);
      }
    });
  }

  for (const found of findings.filter(({ settings }) => !settings)) {
    it(`${found.kind}: ${found.what} is ${found.is}`, async () => {
      assertFound(found, await check(found.kind, found.with));
    });
  }

  for (const kind of ["trove:Backup", ...otcBackups, "serveravatar:Backup"]) {
    it(`${kind}: of a recovery point that is there nothing is looked up`, async () => {
      const { inputs } = await check(kind);
      await control("DELETE", "/requests");
      const { reasons, warnings } = await check(kind, {}, inputs);
      assert.deepEqual({ reasons, warnings, sent: await requests() }, { reasons: [], warnings: [], sent: [] });
    });
  }

  it("every service was asked, and only by GET", () => {
    const all = Object.keys(services.byName);
    assert.deepEqual([...asked].sort(), all.map((service) => `${service} GET`).sort());
  });

  it("a plan and a policy whose source went while they stay as they are are told, and stop nothing", async () => {
    for (const [kind, lost] of [
      ["serveravatar:BackupPlan", { applicationId: 9999 }],
      ["dds:BackupPolicy", { instanceId: "99999999999999999999999999999999in02" }],
    ] as const) {
      const { reasons, warnings } = await check(kind, lost, written(validOf(kind), lost));
      assert.deepEqual([reasons, warnings.length], [[], 1], warnings.join("\n"));
    }
  });
});

/** What was found to be in order stays so for a minute, so each of these has a process of its own. */
describe("online checks of what changes", () => {
  for (const found of findings.filter(({ settings }) => settings)) {
    describe(`${found.kind}: ${found.what}`, () => {
      const { host } = useHost({ settings: found.settings, config });

      it(`is ${found.is}`, async () => assertFound(found, await checked(host(), found.kind, found.with)));
    });
  }

  for (const { kind, service } of kinds.filter((each) => /^(dds|geminidb):Backup$/.test(each.kind))) {
    describe(`${kind}: a name`, () => {
      const { host, outside, requests } = useHost({ settings: { buildSeconds: 0 }, config });

      it("that is taken is refused, with the id to adopt; a generated one is not looked for", async () => {
        const id = await makeOutside(outside(), kind, "before-upgrade");
        const { reasons } = await checked(host(), kind, { name: "before-upgrade" });
        assert.equal(reasons.length, 1, reasons.join("\n"));
        assert.match(reasons[0]!, /^name: is that of backup .*; given "before-upgrade"; choose another name/);
        assert.ok(reasons[0]!.endsWith(`write adopt: "${id}"`), reasons[0]);
        for (const over of [{ name: "another" }, {}, { name: "before-upgrade", description: "", adopt: id }]) {
          assert.deepEqual((await checked(host(), kind, over)).reasons, []);
        }
        const writes = (await requests()).filter((one) => one.service === service && one.method !== "GET");
        assert.equal(writes.length, 1);
      });
    });
  }

  describe("geminidb:Backup: the usual quota", () => {
    const { host, outside } = useHost({ settings: { buildSeconds: 0 }, config });

    it("is told, with what the program makes beside what is there", async () => {
      for (let count = 0; count < 49; count++) await makeOutside(outside(), "geminidb:Backup", `manual-${count}`);
      assert.deepEqual((await checked(host(), "geminidb:Backup")).warnings, []);
      const { reasons, warnings } = await checked(host(), "geminidb:Backup");
      assert.deepEqual(reasons, []);
      assert.match(warnings.join("\n"), /^quota: 49 manual backups are there, .* it would be 51; GeminiDB allows 50/);
    });
  });
});

/** As somebody else makes it. */
async function makeOutside(outside: Outside, kind: string, name: string): Promise<string> {
  const { instanceId } = validOf(kind);
  const project = "/v3/0549b4a43100d4f32f51c01c2fe4acdb";
  const fields = { name, description: "" };
  const [path, body] = kind.startsWith("dds:")
    ? [`${project}/backups`, { backup: { ...fields, instance_id: instanceId } }]
    : [`${project}/instances/${instanceId}/backups`, fields];
  return (await outside.send(kind.split(":")[0]!, "POST", path, body)).backup_id;
}
