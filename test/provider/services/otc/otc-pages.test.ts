import assert from "node:assert/strict";
import { View } from "../../../../provider/core/kind/view";
import { service as dds } from "../../../../provider/services/dds/api";
import { service as geminidb } from "../../../../provider/services/geminidb/api";
import { elsewhere } from "../../../../provider/services/otc/access/connection";
import { explain, isNothingDone } from "../../../../provider/services/otc/access/errors";
import { services } from "../../../../provider/services/services";
import { keys } from "../../../emulator/otc-signing";
import { checked, owned, validOf } from "../../../kinds/asked";
import { configFor, useHost } from "../../../with/host/use-host";
import { withHost } from "../../../with/host/with-host";

const described = (kind: string, args: Record<string, unknown>) => {
  const { name: _, ...valid } = validOf(kind);
  return services.definitionOf(kind)!.describe(new View({ ...valid, ...args } as never, new Set()));
};

describe("DDS and GeminiDB as their pages have them", () => {
  const config = { "backup-plans:online": "true", "backup-plans:timeoutMinutes": "0.1" };
  const { host, outside, urls, control, requests } = useHost({ settings: { buildSeconds: 0 }, config });
  const set = (settings: object) => control("POST", "/settings", { dds: settings, geminidb: settings });
  const instances = [validOf("dds:Backup").instanceId, validOf("geminidb:Backup").instanceId] as string[];
  const forBoth = (word: string) => Object.fromEntries(instances.map((id) => [id, word]));
  beforeEach(() => set({ buildSeconds: 0, busyInstances: {} }));

  it("vendor A16: a name that differs in case alone is told of GeminiDB, whose pages disagree, and not of DDS", async () => {
    for (const [service, count] of [
      ["dds", 0],
      ["geminidb", 1],
    ] as const) {
      const { instanceId } = validOf(`${service}:Backup`);
      const fields = { name: "Nightly", description: "" };
      const isDds = service === "dds";
      const path = `/v3/0549b4a43100d4f32f51c01c2fe4acdb/${isDds ? "" : `instances/${instanceId}/`}backups`;
      const body = isDds ? { backup: { ...fields, instance_id: instanceId } } : fields;
      await outside().send(service, "POST", path, body);
      const { reasons, warnings } = await checked(host(), `${service}:Backup`, { name: "nightly" });
      const said = warnings.filter((each) => each.startsWith("name: differs only in case from that of backup"));
      assert.deepEqual([reasons, said.length], [[], count], warnings.join());
    }
  });

  it("a backup of single tables of GeminiDB is not adopted as one of the instance", async () => {
    await control("POST", "/settings", { geminidb: { flavour: "huawei" } });
    const { instanceId } = validOf("geminidb:Backup");
    const body = { name: "orders", description: "", database_tables: [{ database_name: "shop" }] };
    const path = `/v3/0549b4a43100d4f32f51c01c2fe4acdb/instances/${instanceId}/backups`;
    const made = (await outside().send("geminidb", "POST", path, body)) as { backup_id: string };
    await control("POST", "/settings", { geminidb: { flavour: "otc" } });
    const { reasons } = await checked(host(), "geminidb:Backup", { description: "", adopt: made.backup_id });
    assert.match(
      reasons.join(),
      /adopt: backup \w+ is one of single tables \(of shop\), and geminidb.Backup is one of/,
    );
  });

  for (const service of ["dds", "geminidb"] as const) {
    it(`vendor A2: ${service}: what turning off does to the backups that exist, and what the API's page leaves out`, () => {
      const { words } = described(`${service}:BackupPolicy`, { onDelete: "disable" }).removal;
      assert.match(
        words,
        /^automated backups are turned off; the console asks .* keeps them until somebody deletes them; what the API does is not documented; assume that they go/,
      );
      assert.equal(words.includes("A running automated backup is stopped"), service === "geminidb");
    });

    it(`vendor A14: ${service}: day 1 is Monday`, () => {
      const args = { keepDays: 14, startTime: "01:00-02:00", period: [1] };
      const { runs } = described(`${service}:BackupPolicy`, args).schedule!;
      assert.deepEqual(
        runs!.next(new Date("2026-11-28T12:00:00Z"), 1).map(({ at }) => at.toISOString()),
        ["2026-11-30T01:00:00.000Z"],
      );
    });

    it(`vendor A3: ${service}: what a change of the policy starts is told beside the next runs`, () => {
      const { schedule } = described(`${service}:BackupPolicy`, {});
      if (service === "dds") assert.match(schedule!.assumed!, /^a full backup at once when turned on/);
      else assert.equal(schedule!.assumed, undefined);
    });

    for (const action of ["FROZEN", "RESTORE_FAILED_HANGUP", "DELETE_INSTANCE"]) {
      it(`vendor A7: ${service}: an instance with the action ${action} is not waited for`, async () => {
        await set({ busyInstances: forBoth(action) });
        const { inputs } = await host().check(`${service}:Backup`, owned(validOf(`${service}:Backup`)));
        const began = Date.now();
        await assert.rejects(host().create(`${service}:Backup`, inputs), /DBS\.200019/);
        assert.ok(Date.now() - began < 4000);
        const said = `is ${action}, which does not end by itself, and is not waited for`;
        assert.ok(host().logs.some(({ message }) => message.includes(said)));
      });
    }

    it(`vendor A7: ${service}: one that is being rebooted is`, async () => {
      await set({ busyInstances: forBoth("REBOOT") });
      const { inputs } = await host().check(`${service}:Backup`, owned(validOf(`${service}:Backup`)));
      const creation = host().create(`${service}:Backup`, inputs);
      await new Promise((over) => setTimeout(over, 400));
      await set({ busyInstances: {} });
      assert.equal((await creation).properties.state, "ready");
    });
  }

  it("vendor A18: an error of the server says that nothing was done only where the instance was busy", () => {
    for (const code of ["DBS.201509", "DBS.280064", "DBS.200998", "DBS.280005", "APIG.0201", undefined])
      assert.equal(isNothingDone(dds.says, code), false, code);
    for (const code of ["DBS.200019", "DBS.200011"]) assert.equal(isNothingDone(dds.says, code), true, code);
  });

  it("vendor A25: a request is signed as the SDKs do it, with the key and without a token", async () => {
    const { access, secret } = keys.tester;
    const key = { "opentelekomcloud:accessKey": access, "opentelekomcloud:secretKey": secret };
    const config = { ...configFor(urls()), "opentelekomcloud:password": "", ...key };
    await withHost({ config }, async (signed) => {
      await control("DELETE", "/requests");
      const { inputs } = await signed.check("dds:Backup", owned({ ...validOf("dds:Backup"), name: "signed" }));
      assert.equal((await signed.create("dds:Backup", inputs)).properties.state, "ready");
      const paths = (await requests()).map(({ path }) => path);
      assert.ok(!paths.some((path) => path.endsWith("/auth/tokens")), paths.join());
    });
  });

  it("vendor A17: codes that published clients retry, and no page has, are of a busy instance", () => {
    for (const { says } of [dds, geminidb])
      for (const code of ["DBS.00010009", "DBS.239037"]) assert.equal(isNothingDone(says, code), true, code);
  });

  it("vendor A19: codes of the pages have their hints", () => {
    const hintOf = (error_code: string) => explain(dds.says, { error_code }).hint ?? "";
    const all = {
      280404: /instanceId/,
      200604: /another project's/,
      200010: /configured project/,
      280408: /tenant/,
      280019: /suspended/,
      280015: /expired/,
      280042: /status/,
    };
    for (const [code, hint] of Object.entries(all)) assert.match(hintOf(`DBS.${code}`), hint);
  });

  it("vendor A19: DBS.280042 is waited for while something is done to the instance, and refused when nothing is", async () => {
    await set({ manualBackupQuota: 1 });
    for (const busy of [true, false]) {
      const began = Date.now();
      await set({ busyInstances: busy ? forBoth("REBOOT") : {} });
      const { inputs } = await host().check("dds:Backup", owned(validOf("dds:Backup")));
      await assert.rejects(host().create("dds:Backup", inputs), /DBS\.280042/);
      assert.equal(Date.now() - began > 4000, busy);
    }
  });

  it("vendor A20: a refused permission names the action that DDS' page has for the call", () => {
    const said = (action?: string) => explain(dds.says, { error_code: "DBS.280032" }, action).hint;
    assert.match(
      said(dds.actions!["DELETE /v3/{projectId}/backups/{backupId}"]) ?? "",
      /needs the action dds:backup:delete$/,
    );
    assert.match(said() ?? "", /role for the service is missing$/);
  });

  it("vendor A24: a region without the service is named with the address", () => {
    assert.equal(elsewhere(geminidb, "eu-nl"), "; GeminiDB is in eu-de, not in eu-nl");
    for (const [service, region] of [
      [dds, "eu-nl"],
      [geminidb, "eu-de"],
      [dds, undefined],
    ] as const)
      assert.equal(elsewhere(service, region), "");
  });
});
