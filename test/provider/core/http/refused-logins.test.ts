import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EmulatorUrls } from "../../../emulator";
import { cases } from "../../../kinds/kinds";
import { assertUntold, told } from "../../../with/host/told";
import { useHost } from "../../../with/host/use-host";

const WRONG = "kanari-wrong-7f3a";
const STALE =
  "correct there what is not right or no longer valid. (refresh and destroy use the configuration that the last pulumi up " +
  "stored; a variable that backup-plans:secretsFromEnv names is read at each run)";

const NO_LOGIN = { "openstack:password": "", "opentelekomcloud:password": "" };

interface Case {
  what: string;
  kind: string;
  config: Record<string, unknown> | ((urls: EmulatorUrls) => Record<string, unknown>);
  env?: NodeJS.ProcessEnv;
  /** What is named, and where. */
  named: string;
}

const clouds = mkdtempSync(join(tmpdir(), "clouds-"));
const file = join(clouds, "clouds.yaml");

const refused: Case[] = [
  {
    what: "a token of ServerAvatar in the stack configuration",
    kind: "serveravatar:Backup",
    config: { "serveravatar:token": WRONG },
    named: "serveravatar:token in the stack configuration",
  },
  {
    what: "a token of ServerAvatar in the variable that secretsFromEnv names",
    kind: "serveravatar:BackupPlan",
    config: { "backup-plans:secretsFromEnv": { "serveravatar:token": "PROD_TOKEN" } },
    env: { PROD_TOKEN: WRONG },
    named: "serveravatar:token in the environment variable PROD_TOKEN",
  },
  {
    what: "a password of IAM in the environment, the rest in the stack configuration",
    kind: "dds:Backup",
    config: NO_LOGIN,
    env: { OS_PASSWORD: WRONG },
    named:
      "opentelekomcloud:userName, opentelekomcloud:domainName, opentelekomcloud:tenantName in the stack configuration; " +
      "opentelekomcloud:password in the environment variable OS_PASSWORD",
  },
  {
    what: "a token of IAM that the stack configuration names, beside a password of the environment",
    kind: "geminidb:BackupPolicy",
    config: { ...NO_LOGIN, "opentelekomcloud:token": WRONG },
    named: "opentelekomcloud:token in the stack configuration",
  },
  {
    what: "an access key",
    kind: "dds:BackupPolicy",
    config: { ...NO_LOGIN, "opentelekomcloud:accessKey": "FAKEAK00000000000000", "opentelekomcloud:secretKey": WRONG },
    named: "opentelekomcloud:accessKey, opentelekomcloud:secretKey in the stack configuration",
  },
  {
    what: "a password of Keystone in clouds.yaml",
    kind: "trove:Backup",
    config: { "openstack:userName": "", "openstack:password": "", "openstack:cloud": "shop" },
    env: { OS_CLIENT_CONFIG_FILE: file },
    named:
      'username, password of cloud "shop" (clouds.yaml, secure.yaml); openstack:userDomainName, openstack:tenantName, ' +
      "openstack:projectDomainName in the stack configuration",
  },
  {
    what: "a token of Keystone in the environment",
    kind: "trove:Backup",
    config: NO_LOGIN,
    env: { OS_AUTH_TOKEN: WRONG },
    named: "openstack:token in the environment variable OS_AUTH_TOKEN",
  },
  {
    what: "an API key of Rackspace in the environment",
    kind: "trove:Backup",
    config: ({ identity }) => ({ ...NO_LOGIN, "rackspace:region": "IAD", "rackspace:authUrl": `${identity}/v2.0` }),
    env: { RAX_USERNAME: "tester", RAX_API_KEY: WRONG },
    named:
      "rackspace:username in the environment variable RAX_USERNAME, rackspace:apiKey in the environment variable RAX_API_KEY",
  },
  {
    what: "an explicit provider's token",
    kind: "serveravatar:Backup",
    config: { "backup-plans:provider": "eu", "serveravatar:token": WRONG },
    named: 'serveravatar:token in the explicit provider "eu"',
  },
];

before(() => writeFileSync(file, `clouds: { shop: { auth: { username: tester, password: ${WRONG} } } }\n`));
after(() => rmSync(clouds, { recursive: true }));

for (const { what, kind, config, env, named } of refused) {
  describe(`a login that is refused: ${what}`, () => {
    const { host } = useHost({ config, env });

    it("is told by its keys and where they are, without their values, and what to do", async () => {
      const { valid } = cases.find((each) => each.kind === kind)!;
      const { inputs, failures } = await host().check(kind, valid);
      assert.deepEqual(failures, []);
      const { message } = (await told(host().create(kind, inputs))) as { message: string };
      assert.ok(message.includes(`The login was made with ${named}: ${STALE}`), message);
      assert.match(message, /HTTP 401/);
      assertUntold(WRONG, [message, host().logs, host().output()], what);
    });
  });
}

describe("an address that is not the service's", () => {
  const at = (path: string) => (urls: EmulatorUrls) => ({ "serveravatar:endpoint": `${urls.serveravatar}${path}` });
  const { valid } = cases.find(({ kind }) => kind === "serveravatar:Backup")!;

  describe("by its path", () => {
    const { host, urls } = useHost({ config: at("/wrong") });

    it("is named with its place, and not the organization", async () => {
      const { message } = (await told(host().create("serveravatar:Backup", valid))) as { message: string };
      const address = `${urls().serveravatar}/wrong`;
      assert.match(message, /HTTP 404/);
      assert.ok(message.endsWith(asked(address, "serveravatar:endpoint in the stack configuration")), message);
      assert.doesNotMatch(message, /no such organization/);
    });
  });

  for (const status of [200, 404]) {
    describe(`by a page with ${status}`, () => {
      let server: Server;
      before(async () => {
        server = createServer((_request, reply) => reply.writeHead(status).end("<html><h1>Welcome</h1></html>"));
        await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
      });
      after(() => new Promise((closed) => server.close(closed)));
      const page = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const { host } = useHost({ config: () => ({ "serveravatar:endpoint": page() }) });

      it("is named with its place", async () => {
        const { message } = (await told(host().create("serveravatar:Backup", valid))) as { message: string };
        assert.match(message, /Welcome/);
        assert.ok(message.includes(asked(page(), "serveravatar:endpoint in the stack configuration")), message);
      });
    });
  }

  describe("where the organization is not there", () => {
    const { host, urls } = useHost();

    it("is a question beside the organization", async () => {
      const call = host().create("serveravatar:Backup", { ...valid, organization: 999 });
      const { message } = (await told(call)) as { message: string };
      assert.match(message, /organization: no such organization, or the token does not belong to it/);
      assert.ok(
        message.includes(asked(urls().serveravatar, "serveravatar:endpoint in the stack configuration")),
        message,
      );
    });
  });
});

function asked(address: string, place: string): string {
  return `Is "${address}" (from ${place}) the address of the service?`;
}
