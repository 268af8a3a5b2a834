import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EmulatorUrls } from "../../../emulator";
import { cases } from "../../../kinds/kinds";
import { formOr } from "../../../with/host/form";
import { spelt } from "../../../with/host/spelling";
import { assertUntold, told } from "../../../with/host/told";
import { useHost } from "../../../with/host/use-host";

const WRONG = "kanari-wrong-7f3a";
const STACK = "the stack's configuration";
const set = (key: string, noun: string) => `Set the current ${noun}: \`pulumi config set --secret ${key}\``;
const inVariable = (name: string, noun: string) => `Set the current ${noun} in the environment variable ${name}`;
const parts = (renewal: string) => `Correct what is wrong there. ${renewal}`;

const NO_LOGIN = { "openstack:password": "", "opentelekomcloud:password": "" };

interface Case {
  what: string;
  kind: string;
  config: Record<string, unknown> | ((urls: EmulatorUrls) => Record<string, unknown>);
  env?: NodeJS.ProcessEnv;
  /** Who rejects what, and in whose words. */
  rejects: string;
  /** Where the parts come from, by their names. */
  from: string;
  /** How a new one is set. */
  mend: string;
}

const clouds = mkdtempSync(join(tmpdir(), "clouds-"));
const file = join(clouds, "clouds.yaml");

const refused: Case[] = [
  {
    what: "a token of ServerAvatar in the stack configuration",
    kind: "serveravatar:Backup",
    config: { "serveravatar:token": WRONG },
    rejects: "ServerAvatar rejected the token (401)",
    from: `${STACK}, \`serveravatar:token\``,
    mend: set("serveravatar:token", "key"),
  },
  {
    what: "a token of ServerAvatar in the variable that secretsFromEnv names",
    kind: "serveravatar:BackupPlan",
    config: { "backup-plans:secretsFromEnv": { "serveravatar:token": "PROD_TOKEN" } },
    env: { PROD_TOKEN: WRONG },
    rejects: "ServerAvatar rejected the token (401)",
    from: "the environment variable PROD_TOKEN, `serveravatar:token`",
    mend: inVariable("PROD_TOKEN", "key"),
  },
  {
    what: "a password of IAM in the environment, the rest in the stack configuration",
    kind: "dds:Backup",
    config: NO_LOGIN,
    env: { OS_PASSWORD: WRONG },
    rejects: "IAM rejected the login (401)",
    from:
      `${STACK}, \`opentelekomcloud:userName\`, \`opentelekomcloud:domainName\`, \`opentelekomcloud:tenantName\`; ` +
      "the environment variable OS_PASSWORD, `opentelekomcloud:password`",
    mend: parts(inVariable("OS_PASSWORD", "password")),
  },
  {
    what: "a token of IAM that the stack configuration names, beside a password of the environment",
    kind: "geminidb:BackupPolicy",
    config: { ...NO_LOGIN, "opentelekomcloud:token": WRONG },
    rejects: "IAM rejected the token (401)",
    from: `${STACK}, \`opentelekomcloud:token\``,
    mend: set("opentelekomcloud:token", "token"),
  },
  {
    what: "an access key",
    kind: "dds:BackupPolicy",
    config: { ...NO_LOGIN, "opentelekomcloud:accessKey": "FAKEAK00000000000000", "opentelekomcloud:secretKey": WRONG },
    rejects: "IAM rejected the access key (401)",
    from: `${STACK}, \`opentelekomcloud:accessKey\`, \`opentelekomcloud:secretKey\``,
    mend: parts(set("opentelekomcloud:secretKey", "secret key")),
  },
  {
    what: "a password of Keystone in clouds.yaml",
    kind: "trove:Backup",
    config: { "openstack:userName": "", "openstack:password": "", "openstack:cloud": "shop" },
    env: { OS_CLIENT_CONFIG_FILE: file },
    rejects: "Keystone rejected the login (401)",
    from:
      'cloud "shop" (clouds.yaml, secure.yaml), `username`, `password`; ' +
      `${STACK}, \`openstack:userDomainName\`, \`openstack:tenantName\`, \`openstack:projectDomainName\``,
    mend: parts('Set the current password in cloud "shop" (clouds.yaml, secure.yaml)'),
  },
  {
    what: "a token of Keystone in the environment",
    kind: "trove:Backup",
    config: NO_LOGIN,
    env: { OS_AUTH_TOKEN: WRONG },
    rejects: "Keystone rejected the token (401)",
    from: "the environment variable OS_AUTH_TOKEN, `openstack:token`",
    mend: inVariable("OS_AUTH_TOKEN", "token"),
  },
  {
    what: "an API key of Rackspace in the environment",
    kind: "trove:Backup",
    config: ({ identity }) => ({ ...NO_LOGIN, "rackspace:region": "IAD", "rackspace:authUrl": `${identity}/v2.0` }),
    env: { RAX_USERNAME: "tester", RAX_API_KEY: WRONG },
    rejects: "Rackspace identity rejected the login (401)",
    from: "the environment variable RAX_USERNAME, `rackspace:username`; the environment variable RAX_API_KEY, `rackspace:apiKey`",
    mend: parts(inVariable("RAX_API_KEY", "API key (not the password)")),
  },
  {
    what: "an explicit provider's token",
    kind: "serveravatar:Backup",
    config: { "backup-plans:provider": "eu", "serveravatar:token": WRONG },
    rejects: "ServerAvatar rejected the token (401)",
    from: 'the explicit provider "eu", `serveravatar.token`',
    mend: 'Set the current key in the explicit provider "eu"',
  },
  {
    what: "an explicit provider's token in the variable that its tokenEnv names",
    kind: "serveravatar:Backup",
    config: { "backup-plans:provider": "eu", "serveravatar:token": undefined, "serveravatar:tokenEnv": "EU_TOKEN" },
    env: { EU_TOKEN: WRONG },
    rejects: "ServerAvatar rejected the token (401)",
    from: "the environment variable EU_TOKEN, `serveravatar.token`",
    mend: inVariable("EU_TOKEN", "key"),
  },
];

before(() => writeFileSync(file, `clouds: { shop: { auth: { username: tester, password: ${WRONG} } } }\n`));
after(() => rmSync(clouds, { recursive: true }));

const AS_STORED = "refresh and destroy use what the last pulumi up stored, so run pulumi up after that";

/** In the form whose names of keys differ; the token below is refused in the other one. */
const form = formOr("plugin");

for (const { what, kind, config, env, rejects, from, mend } of refused) {
  describe(`a login that is refused: ${what}`, () => {
    const { host } = useHost({ config, env, form });

    it("is told by its keys and where they are, without their values, and what to do", async () => {
      const { valid } = cases.find((each) => each.kind === kind)!;
      const { inputs, failures } = await host().check(kind, valid);
      assert.deepEqual(failures, []);
      const { message } = (await told(host().create(kind, inputs))) as { message: string };
      assert.ok(message.startsWith(rejects), message);
      assert.ok(message.includes(spelt(form, `. It comes from ${from}. ${mend}`)), message);
      assert.ok(!message.includes(AS_STORED), message);
      assertUntold(WRONG, [message, host().logs, host().output()], what);
    });
  });
}

describe("newcomer 3: a token that ServerAvatar does not accept", () => {
  const { host } = useHost({ config: { "serveravatar:token": WRONG }, form: "dynamic" });
  const { valid } = cases.find(({ kind }) => kind === "serveravatar:BackupPlan")!;
  const WHOLE =
    "ServerAvatar rejected the token (401). It comes from the stack's configuration, `serveravatar:token`. Set the current " +
    "key: `pulumi config set --secret serveravatar:token`";

  it("is told in three sentences", async () => {
    const { inputs } = await host().check("serveravatar:BackupPlan", valid);
    const { message } = (await told(host().create("serveravatar:BackupPlan", inputs))) as { message: string };
    assert.equal(message, WHOLE);
  });

  it("is told with what a refresh reads, where it is a refresh", async () => {
    const stored = { ...valid, planId: "21" };
    const { message } = (await told(host().read("serveravatar:BackupPlan", "21", stored))) as { message: string };
    assert.equal(message, `${WHOLE}. ${AS_STORED}`);
  });
});
