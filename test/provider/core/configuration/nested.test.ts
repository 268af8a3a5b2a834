import assert from "node:assert/strict";
import { unknownKeys } from "../../../../provider/core/configuration/misspelt-keys";
import { Settings } from "../../../../provider/core/configuration/settings";
import { whereToSet } from "../../../../provider/core/configuration/where-to-set";
import { services } from "../../../../provider/services/services";

const TOKEN = "serveravatar:token";

function settings(config: Record<string, unknown>, more: object = {}): Settings {
  return new Settings(
    { get: (key: string) => config[key] as string, rawConfig: config, ...more } as never,
    {},
    services,
  );
}

describe("core: an account in an object of our own namespace", () => {
  it("holds what its namespace lacks, as text and as an object", () => {
    assert.equal(settings({ "backup-plans:serveravatar": { token: "nested" } }).get(TOKEN), "nested");
    assert.equal(settings({ "backup-plans:serveravatar": '{"token":"nested"}' }).get(TOKEN), "nested");
    const both = settings({ [TOKEN]: "flat", "backup-plans:serveravatar": { token: "nested" } });
    assert.equal(both.get(TOKEN), "flat");
    assert.equal(settings({ "backup-plans:serveravatar": {} }).get(TOKEN), undefined);
  });

  it("is refused without its value where it is no object", () => {
    for (const wrong of ["s3cret", '["s3cret"]', 7])
      assert.deepEqual(settings({ "backup-plans:serveravatar": wrong }).wrong, [
        "backup-plans:serveravatar must be an object with the keys of serveravatar; remove it, and set each key with " +
          "--path: pulumi config set --path backup-plans:serveravatar.token",
      ]);
  });

  it("is what a key with a dot in its name is meant for", () => {
    for (const name of ["serveravatar.token", "serveravatar.tokn"])
      assert.deepEqual(unknownKeys(settings({ [`backup-plans:${name}`]: "s3cret" })), [
        `unknown key backup-plans:${name}; an account's key needs --path: pulumi config set --path ` +
          `backup-plans:serveravatar.token (pulumi config rm backup-plans:${name} removes it)`,
      ]);
  });

  it("has no key that nothing reads", () => {
    const slip = settings({ "backup-plans:serveravatar": { tokn: "s3cret", tokenEnv: "TOKEN", zzzzzzzzz: 1 } });
    const [near, far, ...others] = unknownKeys(slip);
    assert.equal(near, "unknown key backup-plans:serveravatar.tokn; did you mean token?");
    assert.match(`${far}`, /^unknown key backup-plans:serveravatar\.zzzzzzzzz; its keys are token, tokenEnv, /);
    assert.deepEqual(others, []);
    const provider = settings({ "backup-plans:provider": "eu", "backup-plans:serveravatar": { tokn: "s3cret" } });
    assert.deepEqual(unknownKeys(provider), ["unknown key serveravatar.tokn; did you mean token?"]);
  });

  it("is where a missing key is set, where nothing else is shown", () => {
    const own = { showsOwnNamespaceAlone: true };
    assert.equal(
      whereToSet(settings({}, own), TOKEN, {}),
      "run: pulumi config set --path --secret backup-plans:serveravatar.token",
    );
    assert.equal(
      whereToSet(settings({}, own), "trove:endpoint", { isOpen: true }),
      "run: pulumi config set --path backup-plans:trove.endpoint",
    );
  });

  const object = { "backup-plans:serveravatar": { endpoint: "https://api.example.com" } };
  for (const [where, config, more, name] of [
    ["a stack's own namespaces", {}, {}, TOKEN],
    ["both", { ...object, [TOKEN]: "flat" }, {}, TOKEN],
    ["an account's object", object, {}, "backup-plans:serveravatar.token"],
    ["our own namespace alone", {}, { showsOwnNamespaceAlone: true }, "backup-plans:serveravatar.token"],
    ["an explicit provider", { "backup-plans:provider": "eu", [TOKEN]: "flat" }, {}, "serveravatar.token"],
  ] as const) {
    it(`of ${where}, a key is named ${name}`, () => assert.equal(settings(config, more).named(TOKEN), name));
  }
});
