import assert from "node:assert/strict";
import { misspeltNamespaces, probableSlips, unknownKeys } from "../../../../provider/core/configuration/misspelt-keys";
import { Settings } from "../../../../provider/core/configuration/settings";
import { services } from "../../../../provider/services/services";
import { cases } from "../../../kinds/kinds";
import { useHost } from "../../../with/host/use-host";

/** As Pulumi's host keeps them. */
function settings(keys: readonly string[], project = "shop", provider?: string): Settings {
  const rawConfig = Object.fromEntries(keys.map((key) => [key, "x"]));
  const get = (key: string) => (key === "backup-plans:provider" ? provider : undefined);
  return new Settings({ get, rawConfig, projectName: project } as never, {}, services);
}

const SERVICE = ["serveravatar:token", "serveravatar:endpoint", "serveravatar:authorization"];

describe("core: keys that nothing reads", () => {
  for (const [name, near] of [
    ["timeoutMinute", "timeoutMinutes"],
    ["timeoutminutes", "timeoutMinutes"],
    ["pollSecond", "pollSeconds"],
    ["troveNamesLimit", "troveNameLimit"],
    ["onlne", "online"],
    ["timeoutMins", "timeoutMinutes"],
    ["timeout", "timeoutMinutes"],
    ["pollSecs", "pollSeconds"],
    ["poll", "pollSeconds"],
    ["reqTimeoutSecs", "requestTimeoutSeconds"],
    ["requestTimeout", "requestTimeoutSeconds"],
    ["SECRETSFROMENV", "secretsFromEnv"],
    ["secrets", "secretsFromEnv"],
    ["nameLimit", "troveNameLimit"],
    ["timeout_minutes", "timeoutMinutes"],
    ["poll-seconds", "pollSeconds"],
    ["sameAcount", "sameAccount"],
    ["account", "sameAccount"],
  ]) {
    it(`newcomer 5: backup-plans:${name} is told, with ${near}`, () =>
      assert.deepEqual(unknownKeys(settings([`backup-plans:${name}`])), [
        `unknown key backup-plans:${name}; did you mean backup-plans:${near}? (pulumi config rm backup-plans:${name} removes it)`,
      ]));
  }

  it("what is like none of ours is told with all of them", () =>
    assert.match(
      unknownKeys(settings(["backup-plans:colour"]))[0]!,
      /^unknown key backup-plans:colour; the keys are timeoutMinutes, pollSeconds, .*troveNameLimit, /,
    ));

  it("our own, also those of an explicit provider, and others' namespaces are none", () => {
    const own = ["timeoutMinutes", "online", "sameAccount", "secretsFromEnv", "provider"].map(
      (name) => `backup-plans:${name}`,
    );
    assert.deepEqual(unknownKeys(settings([...own, "openstack:timeoutMinute", "shop:timeoutMinute"])), []);
  });

  it("of a project that is itself named backup-plans only slips are told", () => {
    const keys = ["backup-plans:colour", "backup-plans:timeoutMinute"];
    const found = unknownKeys(settings(keys, "backup-plans"));
    assert.deepEqual([found.length, found[0]?.slice(0, 38)], [1, "unknown key backup-plans:timeoutMinute"]);
  });

  it("of a service only slips are told: a program may keep its own keys there", () => {
    const keys = ["serveravatar:tokn", "serveravatar:organization", "serveravatar:token", "dds:endpont"];
    assert.deepEqual(probableSlips(settings(keys), SERVICE), [
      "unknown key serveravatar:tokn, which nothing reads; did you mean serveravatar:token?",
    ]);
    assert.equal(probableSlips(settings(["dds:endpont", "dds:instanceId"]), ["dds:endpoint"]).length, 1);
  });

  for (const [key, meant] of [
    ["backupPlans:online", "backup-plans:online"],
    ["backup-plan:timeoutMinute", "backup-plans:timeoutMinutes"],
    ["pulumi-backup-plans:online", "backup-plans:online"],
    ["opentelecomcloud:password", "opentelekomcloud:password"],
    ["OpenTelekomCloud:region", "opentelekomcloud:region"],
    ["serverAvtar:token", "serveravatar:token"],
  ]) {
    it(`${key} is told, with ${meant}`, () =>
      assert.deepEqual(misspeltNamespaces(settings([`${key}`])), [
        `unknown key ${key}, which nothing reads; did you mean ${meant}?`,
      ]));
  }

  it("what others keep in a namespace like one of ours is not told", () => {
    const others = ["dns:endpoint", "backup-plan:colour", "openstack:anything", "aws:region", "shop:online"];
    assert.deepEqual(misspeltNamespaces(settings(others)), []);
    assert.deepEqual(misspeltNamespaces(settings(["backup-plan:online"], "backup-plan")), []);
  });

  it("an Env twin is a key of an explicit provider, and of nothing else", () => {
    assert.deepEqual(probableSlips(settings(["serveravatar:endpointEnv"], "shop", "eu"), SERVICE), []);
    assert.match(
      `${probableSlips(settings(["serveravatar:tokenEn"], "shop", "eu"), SERVICE)}`,
      /did you mean serveravatar:tokenEnv/,
    );
  });

  it("nothing is told where the host shows no keys", () => {
    const plain = new Settings({ get: () => undefined }, {});
    assert.deepEqual([unknownKeys(plain), probableSlips(plain, SERVICE)], [[], []]);
  });
});

describe("core: keys that nothing reads, in Pulumi's own host", () => {
  const valid = cases.find(({ kind }) => kind === "serveravatar:BackupPlan")!.valid;
  const config = {
    "backup-plans:timeoutMinute": "5",
    "serveravatar:tokn": "s3cret-7f3a",
    "openstack:tokn": "x",
    "backupPlans:online": "true",
  };
  const { host } = useHost({ config, form: "dynamic" });

  it("a check fails for one of ours, and warns once of a service's", async () => {
    for (const _ of [1, 2]) {
      const { failures } = await host().check("serveravatar:BackupPlan", valid);
      assert.deepEqual(
        failures.map(({ reason }) => reason),
        [
          "unknown key backup-plans:timeoutMinute; did you mean backup-plans:timeoutMinutes? " +
            "(pulumi config rm backup-plans:timeoutMinute removes it)",
        ],
      );
    }
    const warnings = host().logs.map(({ message }) => message);
    assert.deepEqual(warnings, [
      "unknown key backupPlans:online, which nothing reads; did you mean backup-plans:online?",
      "unknown key serveravatar:tokn, which nothing reads; did you mean serveravatar:token?",
    ]);
  });
});
