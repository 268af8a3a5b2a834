import assert from "node:assert/strict";
import { cases } from "../../../kinds/kinds";
import { spelt } from "../../../with/host/spelling";
import { told } from "../../../with/host/told";
import { useHost } from "../../../with/host/use-host";

const NOTHING = Object.fromEntries(
  [
    "serveravatar:token",
    ...["userName", "password", "authUrl", "tenantName"].flatMap((key) => [
      `openstack:${key}`,
      `opentelekomcloud:${key}`,
    ]),
    "opentelekomcloud:domainName",
  ].map((key) => [key, ""]),
);

/** Each key that is missing, whether it is secret. */
const MISSING: Record<string, Record<string, boolean>> = {
  "serveravatar:Backup": { "serveravatar:token": true },
  "trove:Backup": {
    "openstack:authUrl": false,
    "openstack:userName": false,
    "openstack:password": true,
    "openstack:tenantName": false,
  },
  "dds:Backup": {
    "opentelekomcloud:authUrl": false,
    "opentelekomcloud:userName": false,
    "opentelekomcloud:password": true,
    "opentelekomcloud:domainName": false,
    "opentelekomcloud:tenantName": false,
  },
};

for (const form of ["dynamic", "plugin"] as const) {
  describe(`newcomer 2: a service without configuration, ${form}`, () => {
    const { host, requests } = useHost({ config: NOTHING, form });

    for (const [kind, keys] of Object.entries(MISSING)) {
      it(`${kind}: all that is missing is told at once, each with its command, before a request`, async () => {
        const { valid } = cases.find((each) => each.kind === kind)!;
        const { message } = (await told(host().create(kind, valid))) as { message: string };
        for (const [key, isSecret] of Object.entries(keys)) {
          const command = `; run: pulumi config set ${isSecret ? "--secret " : ""}${key}`;
          assert.ok(message.includes(spelt(form, `${key} `)) && message.includes(spelt(form, command)), message);
        }
        assert.equal(message.match(/^ *\S+ is missing/gm)?.length, Object.keys(keys).length, message);
        assert.deepEqual(await requests(), []);
      });
    }
  });
}

describe("newcomer 2: an explicit provider without what it needs", () => {
  const { host } = useHost({ config: { ...NOTHING, "backup-plans:provider": "eu" } });

  it("is told in the words of its arguments", async () => {
    const { valid } = cases.find(({ kind }) => kind === "dds:Backup")!;
    const { message } = (await told(host().create("dds:Backup", valid))) as { message: string };
    assert.match(message, /write opentelekomcloud: \{ userName: … \} \(or userNameEnv\) in the explicit provider "eu"/);
    assert.doesNotMatch(message, /pulumi config set/);
  });
});

for (const form of ["dynamic", "plugin"] as const) {
  describe(`doubt 15: an address over http, ${form}`, () => {
    const OPEN = { "serveravatar:endpoint": "http://api.example.com" };
    const { valid } = cases.find(({ kind }) => kind === "serveravatar:BackupPlan")!;

    describe("of another machine", () => {
      const { host } = useHost({ config: OPEN, form });

      it("is warned of in a check, once", async () => {
        for (const _ of [1, 2]) await host().check("serveravatar:BackupPlan", valid);
        assert.deepEqual(
          host().logs.map(({ message }) => message),
          [
            spelt(
              form,
              'serveravatar:endpoint in the stack configuration is "http://api.example.com": over http anybody on the way can ' +
                "read the login; write https://",
            ),
          ],
        );
      });
    });

    describe("of this machine", () => {
      const { host } = useHost({ form });

      it("is no matter", async () => {
        await host().check("serveravatar:BackupPlan", valid);
        assert.deepEqual(host().logs, []);
      });
    });
  });
}
