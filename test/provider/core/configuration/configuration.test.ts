import assert from "node:assert/strict";
import { Settings } from "../../../../provider/core/configuration/settings";
import { UNKNOWN } from "../../../../provider/core/ground/unknowns";
import { services } from "../../../../provider/services/services";
import { cases } from "../../../kinds/kinds";
import { otcBackups, otcPolicies } from "../../../kinds/otc/services";
import { useHost } from "../../../with/host/use-host";

const ADDRESS = "must be an http or https address without a login, %, ? and #, such as https://api.example.com";
const LINE = "must be one line of printable characters without spaces at its ends; look for a line break at the end";
const SECRET = "s3cret-7f3a";

function configured(kind: string, config: Record<string, string>, env: NodeJS.ProcessEnv = {}) {
  return services.definitionOf(kind)!.configured(new Settings({ get: (key: string) => config[key] as string }, env));
}

const failures = (...of: Parameters<typeof configured>) => configured(...of).failures;

describe("the form of a service's configuration", () => {
  const endpoints = {
    "serveravatar:BackupPlan": "serveravatar:endpoint",
    "serveravatar:Backup": "serveravatar:endpoint",
    "trove:Backup": "trove:endpoint",
    ...Object.fromEntries(
      [...otcBackups, ...otcPolicies].map((kind) => [kind, kind.replace(/:.*/, ":endpoint")] as const),
    ),
  };

  for (const [kind, key] of Object.entries(endpoints)) {
    it(`${kind}: ${key} is an address, or not known yet`, () => {
      for (const good of ["http://127.0.0.1:4300", "https://api.example.com/v1/", "HTTPS://A", UNKNOWN]) {
        assert.deepEqual(failures(kind, { [key]: good }), [], good);
      }
      for (const bad of [
        "api.example.com",
        "localhost:4300",
        "ftp://a",
        "https://",
        "https:///a",
        "https://a b",
        " ",
        "https://a/?x=1",
        "https://a#x",
        "https://a/%2e",
      ]) {
        const told = [`${key} in the stack configuration ${ADDRESS}; given "${bad}"`];
        assert.deepEqual(failures(kind, { [key]: bad }), told, bad);
      }
    });
  }

  for (const scheme of ["ftp", "https"]) {
    it(`a login inside an address is refused and not told: ${scheme}`, () =>
      assert.deepEqual(failures("trove:Backup", { "trove:endpoint": `${scheme}://me:${SECRET}@a` }), [
        `trove:endpoint in the stack configuration ${ADDRESS}; given "${scheme}://[secret]@a"`,
      ]));
  }

  it("of an address of the environment the variable is named, and of OpenStack's only where that is the cloud", () => {
    const env = { OS_AUTH_URL: "keystone", RAX_AUTH_URL: "identity" };
    const of = (key: string, variable: string, value: string) =>
      `${key} in the environment variable ${variable} ${ADDRESS}; given "${value}"`;
    assert.deepEqual(failures("trove:Backup", {}, env), [of("openstack:authUrl", "OS_AUTH_URL", "keystone")]);
    assert.deepEqual(failures("trove:Backup", {}, { ...env, RAX_USERNAME: "me" }), [
      of("rackspace:authUrl", "RAX_AUTH_URL", "identity"),
    ]);
    assert.deepEqual(failures("dds:Backup", {}, env), [of("opentelekomcloud:authUrl", "OS_AUTH_URL", "keystone")]);
    assert.deepEqual(failures("serveravatar:Backup", {}, env), []);
  });

  const secrets = {
    "serveravatar:token": "serveravatar:Backup",
    "openstack:token": "trove:Backup",
    "opentelekomcloud:token": "dds:Backup",
    "opentelekomcloud:accessKey": "geminidb:Backup",
    "opentelekomcloud:secretKey": "dds:BackupPolicy",
    "opentelekomcloud:securityToken": "geminidb:BackupPolicy",
  };
  for (const [key, kind] of Object.entries(secrets)) {
    it(`${key} fits into a header, or is not known yet, and is not told`, () => {
      for (const good of [SECRET, "1|a b", "é", UNKNOWN]) assert.deepEqual(failures(kind, { [key]: good }), [], good);
      for (const bad of [`${SECRET}\n`, `${SECRET}\r\nx: y`, ` ${SECRET}`, `${SECRET} `, `${SECRET}\0`, "…"]) {
        assert.deepEqual(failures(kind, { [key]: bad }), [`${key} in the stack configuration ${LINE}`]);
      }
    });
  }

  it("every value is text", () => {
    for (const key of ["token", "endpoint", "authorization"]) {
      for (const value of ['{"value":"s3cret"}', '["s3cret"]', "{}"]) {
        const [failure, ...others] = failures("serveravatar:Backup", { [`serveravatar:${key}`]: value });
        assert.match(
          `${failure}`,
          new RegExp(`^serveravatar:${key} in the stack configuration must be text, and is an `),
        );
        assert.deepEqual([others, key === "token" && failure!.includes("s3cret")], [[], false]);
      }
    }
    for (const password of ["{s3cret", "[s3cret]"])
      assert.deepEqual(failures("trove:Backup", { "openstack:password": password }), []);
  });

  it("words are the ones that are allowed, or not known yet", () => {
    const authorization = (value: string) => failures("serveravatar:Backup", { "serveravatar:authorization": value });
    assert.deepEqual([authorization("raw"), authorization("bearer"), authorization(UNKNOWN)], [[], [], []]);
    assert.deepEqual(authorization("Bearer"), [
      'serveravatar:authorization in the stack configuration must be "raw" or "bearer"; given "Bearer"',
    ]);
    assert.match(`${failures("trove:Backup", {}, { OS_INSECURE: "1" })}`, /OS_INSECURE must be "true" or "false"/);
  });
});

describe("several logins in one configuration", () => {
  const OS = { OS_TOKEN: SECRET, OS_PASSWORD: SECRET };
  const warnings = (...of: Parameters<typeof configured>) => configured(...of).warnings;

  it("are told with the one that is taken: a password before a token", () => {
    const told = (of: string) => [
      `${of}:token in the environment variable OS_TOKEN: not used, as ${of}:password in the environment variable ` +
        "OS_PASSWORD is; remove the one that you do not mean",
    ];
    assert.deepEqual(warnings("dds:Backup", {}, OS), told("opentelekomcloud"));
    assert.deepEqual(warnings("trove:Backup", {}, OS), told("openstack"));
  });

  it("are taken from the configuration before the environment", () => {
    for (const [kind, key] of [
      ["geminidb:Backup", "opentelekomcloud:token"],
      ["trove:Backup", "openstack:token"],
    ] as const) {
      const [told] = warnings(kind, { [key]: SECRET }, { OS_PASSWORD: SECRET });
      assert.match(`${told}`, /:password in .* OS_PASSWORD: not used, as .*:token in the stack configuration is/);
    }
  });

  it("are one where an access key has no secret key, and where there is one", () => {
    assert.deepEqual(warnings("dds:Backup", {}, { OS_ACCESS_KEY: "ak", OS_PASSWORD: SECRET }), []);
    const both = warnings("dds:Backup", {}, { OS_ACCESS_KEY: "ak", OS_SECRET_KEY: SECRET, ...OS });
    assert.match(
      `${both}`,
      /:password .* OS_PASSWORD; .*:token .* OS_TOKEN: not used, as .*:accessKey .* OS_ACCESS_KEY/,
    );
    assert.deepEqual(warnings("dds:Backup", {}, { OS_TOKEN: SECRET }), []);
  });
});

describe("a bad configuration, in Pulumi's own host", () => {
  const config = {
    "backup-plans:pollSeconds": "abc",
    "backup-plans:requestTimeoutSeconds": "0",
    "backup-plans:concurrency": "many",
    "backup-plans:online": "maybe",
    "serveravatar:authorization": "basic",
    "serveravatar:token": `${SECRET}\n`,
  };
  const { host, requests } = useHost({ config, env: { OS_TOKEN: SECRET }, form: "dynamic" });
  const plan = cases.find(({ kind }) => kind === "serveravatar:BackupPlan")!.valid;

  it("is refused by a check, all of it and what is wrong with the arguments, without a request", async () => {
    const checked = await host().check("serveravatar:BackupPlan", { ...plan, schedule: "Every 2 Day" });
    const reasons = checked.failures.map(({ reason }) => reason);
    assert.deepEqual(reasons.slice(0, 6), [
      'backup-plans:pollSeconds must be a number from 0.01 to 3600 (left out: 10); given "abc"',
      'backup-plans:requestTimeoutSeconds must be a number from 0.1 to 3600 (left out: 30); given "0"',
      'backup-plans:concurrency must be a whole number from 1 to 1000 (left out: 8); given "many"',
      'backup-plans:online must be true or false; given "maybe"',
      `serveravatar:token in the stack configuration ${LINE}`,
      'serveravatar:authorization in the stack configuration must be "raw" or "bearer"; given "basic"',
    ]);
    assert.match(`${reasons.slice(6)}`, /^schedule: /);
    assert.deepEqual([await requests(), host().output().includes("must be")], [[], false]);
  });

  it("is refused by whatever is done without a check, too", async () => {
    await assert.rejects(
      host().read("serveravatar:BackupPlan", "21", { ...plan, planId: "21" }),
      /^Error: backup-plans:pollSeconds must be .*\. backup-plans:requestTimeoutSeconds must be/s,
    );
    assert.deepEqual(await requests(), []);
  });

  it("warns once of a login that is not used, for all resources", async () => {
    const dds = cases.filter(({ kind }) => kind.startsWith("dds:"));
    for (const { kind, valid } of [...dds, ...dds]) await host().check(kind, valid);
    const warnings = host().logs.map(({ message }) => message);
    const ofAll = warnings.filter((each) => !each.startsWith("this takes over the policy that its instance has"));
    assert.deepEqual(ofAll, [
      "opentelekomcloud:token in the environment variable OS_TOKEN: not used, as opentelekomcloud:password in the stack " +
        "configuration is; remove the one that you do not mean",
    ]);
  });
});
