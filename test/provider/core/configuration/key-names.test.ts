import assert from "node:assert/strict";
import type { EmulatorUrls } from "../../../emulator";
import { cases } from "../../../kinds/kinds";
import { formOr } from "../../../with/host/form";
import { isMisspelt, spelt } from "../../../with/host/spelling";
import { told } from "../../../with/host/told";
import { useHost } from "../../../with/host/use-host";
import { NOBODY } from "../../../with/nobody";

type Config = Record<string, unknown>;

interface Case {
  what: string;
  kind: string;
  config: Config | ((urls: EmulatorUrls) => Config);
  /** Over the valid arguments. */
  args?: Config;
  /** In the spelling of the dynamic form. */
  says: string;
}

const NO_LOGIN = { "openstack:password": "", "opentelekomcloud:password": "" };
const KEY = {
  "opentelekomcloud:accessKey": "FAKEAK00000000000000",
  "opentelekomcloud:secretKey": "fake-sk-for-tests-only-000000000000000000",
};

const namings: readonly Case[] = [
  {
    what: "an address of ServerAvatar where nobody answers",
    kind: "serveravatar:BackupPlan",
    config: { "serveravatar:endpoint": NOBODY },
    says: "(from serveravatar:endpoint in the stack configuration)",
  },
  {
    what: "an address of Trove where nobody answers",
    kind: "trove:Backup",
    config: { "trove:endpoint": NOBODY },
    says: "(from trove:endpoint in the stack configuration)",
  },
  {
    what: "an address of DDS where nobody answers",
    kind: "dds:BackupPolicy",
    config: { "dds:endpoint": NOBODY },
    says: "(from dds:endpoint in the stack configuration)",
  },
  {
    what: "an address of IAM where nobody answers",
    kind: "rds:Backup",
    config: { "opentelekomcloud:authUrl": NOBODY },
    says: "(from opentelekomcloud:authUrl in the stack configuration)",
  },
  {
    what: "a secret with a line break",
    kind: "serveravatar:Backup",
    config: { "serveravatar:token": "one\ntwo" },
    says: "serveravatar:token in the stack configuration must be one line",
  },
  {
    what: "a file of certificates that cannot be read",
    kind: "trove:Backup",
    config: { "openstack:cacertFile": "/nowhere.pem" },
    says: 'openstack:cacertFile: "/nowhere.pem" cannot be read',
  },
  {
    what: "keys that are enough in place of a missing one",
    kind: "trove:Backup",
    config: { ...NO_LOGIN, "openstack:tenantName": "" },
    says: "openstack:password is missing (openstack:applicationCredentialSecret or openstack:token is enough, too)",
  },
  {
    what: "OpenStack and Rackspace at once",
    kind: "trove:Backup",
    config: { "rackspace:username": "tester", "rackspace:apiKey": "fake", "rackspace:region": "ORD" },
    says: "rackspace:… and openstack:… are both configured",
  },
  {
    what: "an account number that is no part of an address",
    kind: "trove:Backup",
    config: ({ identity }) => ({
      ...NO_LOGIN,
      "rackspace:username": "rax-tester",
      "rackspace:apiKey": "fake-rackspace-api-key-for-tests",
      "rackspace:region": "SYD",
      "rackspace:accountId": "1/2",
      "rackspace:authUrl": `${identity}/v2.0`,
    }),
    says: 'rackspace:accountId: "1/2" is no id',
  },
  {
    what: "OpenStack where Rackspace is needed",
    kind: "rackspace:BackupSchedule",
    config: {},
    says: "openstack:… is what is configured: OpenStack's Trove has no schedules. Configure rackspace:username, rackspace:apiKey and rackspace:region",
  },
  {
    what: "a region of Rackspace without schedules",
    kind: "rackspace:BackupSchedule",
    config: { ...NO_LOGIN, "rackspace:username": "tester", "rackspace:apiKey": "fake", "rackspace:region": "SYD" },
    says: 'rackspace:region in the stack configuration is "SYD"',
  },
  {
    what: "two logins",
    kind: "dds:Backup",
    config: { "opentelekomcloud:token": "fake-token" },
    says: "opentelekomcloud:token in the stack configuration: not used, as opentelekomcloud:password in the stack configuration is",
  },
  {
    what: "no project",
    kind: "geminidb:Backup",
    config: { "opentelekomcloud:tenantName": "", "opentelekomcloud:region": "" },
    says: "opentelekomcloud:tenantName is missing (opentelekomcloud:tenantId or opentelekomcloud:region is enough, too)",
  },
  {
    what: "a project that the access key does not see",
    kind: "geminidb:BackupPolicy",
    config: { ...NO_LOGIN, ...KEY, "opentelekomcloud:tenantName": "eu-nl_other" },
    says: 'opentelekomcloud:tenantName: the access key sees no project "eu-nl_other"',
  },
  {
    what: "an instance that the project does not have",
    kind: "dds:Backup",
    config: { "backup-plans:online": "true" },
    args: { instanceId: `${"0".repeat(30)}in02` },
    says: "correct the id, or the project and region (opentelekomcloud:tenantName, opentelekomcloud:region)",
  },
];

/** In the form whose names differ; missing.test.ts has both. */
const form = formOr("plugin");

for (const { what, kind, config, args, says } of namings) {
  describe(`a message names keys as the form reads them: ${what}`, () => {
    const { host } = useHost({ config, form, accounts: {} });

    it(form, async () => {
      const { valid } = cases.find((each) => each.kind === kind)!;
      const { failures } = await host().check(kind, { ...valid, ...args });
      const made = failures.length > 0 ? undefined : await told(host().create(kind, valid));
      const all = [...failures.map(({ reason }) => reason), made, host().logs].map((each) => JSON.stringify(each));
      const text = all.join("\n").replaceAll('\\"', '"');
      assert.ok(text.includes(spelt(form, says)), text);
      assert.ok(!isMisspelt(form, text), text);
    });
  });
}
