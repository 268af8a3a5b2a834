import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as dynamicForm from "../../../provider";
import * as pluginForm from "../../../provider/plugin-classes";
import { services } from "../../../provider/services/services";
import { registered } from "./program";

const { Provider } = dynamicForm;

const SIGNATURE = "4dabf18193072939515e22adb298388d";

/** The text, when it is marked as a secret. */
function secretOf(value: unknown): unknown {
  const { [SIGNATURE]: mark, value: text } = value as Record<string, unknown>;
  assert.ok(mark, `${JSON.stringify(value)} is no secret`);
  return text;
}

describe("core: the classes of the plugin", () => {
  it("are as many as those of the dynamic form", () => {
    const names = (form: object) =>
      Object.entries(form).flatMap(([name, { ...classes }]) => [
        name,
        ...Object.keys(classes).map((each) => `${name}.${each}`),
      ]);
    assert.deepEqual(names(pluginForm).sort(), names(dynamicForm).sort());
  });
});

describe("core: an explicit provider of the plugin", () => {
  afterEach(() => pulumi.runtime.setAllConfig({}));

  it("has an object for each account, with its secrets, and our own settings of the stack", async () => {
    pulumi.runtime.setAllConfig({
      "backup-plans:pollSeconds": "1",
      "backup-plans:serveravatar": '{"token":"the stack\'s"}',
    });
    const args = { serveravatar: { endpoint: "http://sa", token: "t1" }, dds: { endpointEnv: "DDS" } };
    const { inputs, request } = await registered(() => new pluginForm.Provider("eu", args));
    assert.equal(request.getType(), "pulumi:providers:backup-plans");
    const { serveravatar, ...others } = inputs as { serveravatar: Record<string, unknown> };
    assert.deepEqual(others, { pollSeconds: "1", dds: { endpointEnv: "DDS" } });
    assert.deepEqual([serveravatar.endpoint, secretOf(serveravatar.token)], ["http://sa", "t1"]);
  });

  it("refuses what it does not know", () =>
    assert.throws(() => new pluginForm.Provider("eu", { dds: { url: "x" } } as object), /dds\.url is no key/));
});

describe("core: an explicit provider", () => {
  afterEach(() => pulumi.runtime.setAllConfig({}));

  it("is flat, with the keys of the stack configuration, and knows its name", async () => {
    const args = { serveravatar: { endpoint: "http://sa" }, openstack: { userName: "u", tenantName: "t" } };
    const { inputs, request } = await registered(() => new Provider("eu", args));
    assert.equal(request.getType(), "pulumi:providers:pulumi-nodejs");
    assert.deepEqual(inputs, {
      "serveravatar:endpoint": "http://sa",
      "openstack:userName": "u",
      "openstack:tenantName": "t",
      "backup-plans:provider": "eu",
    });
  });

  it("keeps every secret secret, and no name of a variable", async () => {
    const { inputs } = await registered(
      () =>
        new Provider("eu", {
          serveravatar: { token: "t1" },
          openstack: { password: "p1", applicationCredentialSecret: "a1", token: "t2", tokenEnv: "OS_TOKEN" },
          rackspace: { apiKey: "k1", username: "u1" },
          opentelekomcloud: { password: "p2", accessKey: "ak", secretKey: "sk", securityToken: "st", token: "t3" },
        }),
    );
    const open = ["openstack:tokenEnv", "rackspace:username", "backup-plans:provider"];
    const secrets = Object.entries(inputs).filter(([name]) => !open.includes(name));
    assert.equal(secrets.length, 10);
    for (const [name, value] of secrets) assert.match(`${secretOf(value)}`, /^\w\w$/, name);
    for (const name of open) assert.equal(typeof inputs[name], "string");
  });

  it("takes our own settings along, but not where the stack's credentials are", async () => {
    pulumi.runtime.setAllConfig({
      "backup-plans:pollSeconds": "1",
      "backup-plans:secretsFromEnv": '{"serveravatar:token":"TOKEN"}',
      "serveravatar:token": "the stack's",
      "backup-plans:serveravatar": '{"token":"the stack\'s"}',
    });
    const { inputs } = await registered(() => new Provider("eu", {}));
    assert.deepEqual(inputs, { "backup-plans:pollSeconds": "1", "backup-plans:provider": "eu" });
  });

  it("refuses what it does not know, all of it at once, without a stack and without a value", () => {
    const args = {
      trove: { url: "s3cret", endpoint: 5 },
      foo: {},
      serveravata: {},
      serveravatar: { tokenenv: "X", tokn: "s3cret" },
      dds: "s3cret",
      rackspace: { accountId: 1234, apiKey: Promise.resolve("k"), region: pulumi.output("ORD"), username: undefined },
    };
    const refused = (wrong: unknown) => {
      try {
        new Provider("eu", wrong as object);
      } catch (error) {
        assert.ok(pulumi.RunError.isInstance(error));
        assert.doesNotMatch((error as Error).message, /s3cret/);
        return (error as Error).message;
      }
      return assert.fail("is not refused");
    };
    assert.deepEqual(refused(args).split("\n  "), [
      'backup.Provider "eu": trove.url is no key; there are endpoint, endpointEnv',
      "trove.endpoint must be text, given a value of type number",
      `foo is no service; there are ${Object.keys(services.account).join(", ")}`,
      "serveravata is no service; did you mean serveravatar?",
      "serveravatar.tokenenv is no key; did you mean tokenEnv?",
      "serveravatar.tokn is no key; did you mean token?",
      "dds must be an object; its keys: endpoint, endpointEnv",
      "rackspace.accountId must be text, given a value of type number",
    ]);
    for (const wrong of ["nonsense", undefined, pulumi.output({})])
      assert.match(refused(wrong), /^backup\.Provider "eu": its arguments must be an object of services/);
  });
});
