import assert from "node:assert/strict";
import { NUMBERS } from "../../../../provider/core/configuration/own-keys";
import { Settings } from "../../../../provider/core/configuration/settings";
import { whereToSet } from "../../../../provider/core/configuration/where-to-set";
import { UNKNOWN } from "../../../../provider/core/ground/unknowns";
import { numbers } from "../../../../provider/services/trove/account";

type Values = Record<string, unknown>;

const KEY = "openstack:password";

function settings(config: Values, env: NodeJS.ProcessEnv = {}): Settings {
  return new Settings({ get: (key: string) => config[key] as string }, env, { numbers });
}

const ALL = { ...NUMBERS, ...numbers };

function numberIn(from: Settings, name: keyof typeof ALL): number {
  return from.number(name, ALL[name]);
}

const fromEnv = (names: Values) => ({ "backup-plans:secretsFromEnv": JSON.stringify(names) });

describe("core: Settings of a stack", () => {
  it("take the variable that secretsFromEnv names first, then the configuration, then the environment", () => {
    const env = { OS_PASSWORD: "from the environment", PROD_PASSWORD: "from the named variable" };
    const named = fromEnv({ [KEY]: "PROD_PASSWORD" });
    assert.equal(settings({ ...named, [KEY]: "configured" }, env).get(KEY, "OS_PASSWORD"), "from the named variable");
    assert.equal(settings({ [KEY]: "configured" }, env).get(KEY, "OS_PASSWORD"), "configured");
    assert.equal(settings({}, env).get(KEY, "OS_PASSWORD"), "from the environment");
    assert.equal(settings({}).get(KEY, "OS_PASSWORD"), undefined);
  });

  it("go on where a value is empty or a named variable is not set", () => {
    assert.equal(settings({ ...fromEnv({ [KEY]: "NOT_SET" }), [KEY]: "configured" }).get(KEY), "configured");
    assert.equal(settings({ [KEY]: "" }, { OS_PASSWORD: "set" }).get(KEY, "OS_PASSWORD"), "set");
    assert.equal(settings({}, { OS_A: "", OS_B: "second" }).get(KEY, "OS_A", "OS_B"), "second");
  });

  it("read secretsFromEnv as text and as an object", () => {
    const env = { PROD_PASSWORD: "named" };
    assert.equal(settings({ "backup-plans:secretsFromEnv": { [KEY]: "PROD_PASSWORD" } }, env).get(KEY), "named");
    assert.match(`${settings({ "backup-plans:secretsFromEnv": "PROD_PASSWORD" }).wrong}`, /must be an object/);
  });

  it("say where a missing key can be written", () => {
    assert.equal(
      whereToSet(settings({}), KEY, { variables: ["OS_PASSWORD"] }),
      "run: pulumi config set --secret openstack:password or set the environment variable OS_PASSWORD",
    );
    assert.equal(whereToSet(settings({}), "trove:endpoint", { isOpen: true }), "run: pulumi config set trove:endpoint");
    const named = settings(fromEnv({ [KEY]: "PROD_PASSWORD" }));
    assert.match(whereToSet(named, KEY, {}), /names the environment variable PROD_PASSWORD, which is not set/);
  });
});

describe("core: Settings tell where a value is", () => {
  const place = (config: Values, env: NodeJS.ProcessEnv = {}) => settings(config, env).place(KEY, "OS_A", "OS_B");

  it("in the stack configuration, or in the variable that was taken", () => {
    assert.equal(place({ [KEY]: "configured" }, { OS_A: "set" }), "in the stack configuration");
    assert.equal(place({}, { OS_A: "", OS_B: "set" }), "in the environment variable OS_B");
    const named = { ...fromEnv({ [KEY]: "PROD_PASSWORD" }), [KEY]: "configured" };
    assert.equal(place(named, { PROD_PASSWORD: "named" }), "in the environment variable PROD_PASSWORD");
    assert.equal(place({}), undefined);
  });

  it("in the explicit provider, or in the variable that its twin names", () => {
    const provider = { "backup-plans:provider": "eu", [KEY]: "written" };
    assert.equal(place(provider), 'in the explicit provider "eu"');
    const twin = { ...provider, [`${KEY}Env`]: "EU_PASSWORD" };
    assert.equal(place(twin, { EU_PASSWORD: "named" }), "in the environment variable EU_PASSWORD");
  });
});

describe("core: Settings of an explicit provider", () => {
  const provider = { "backup-plans:provider": "eu" };

  it("never fall through to the environment", () => {
    assert.equal(settings(provider, { OS_PASSWORD: "the stack's" }).get(KEY, "OS_PASSWORD"), undefined);
  });

  it("take no variable that secretsFromEnv of the stack names", () => {
    const both = { ...provider, ...fromEnv({ [KEY]: "PROD_PASSWORD" }) };
    assert.equal(settings(both, { PROD_PASSWORD: "the stack's" }).get(KEY, "OS_PASSWORD"), undefined);
  });

  it("take the variable that an Env twin names", () => {
    const twin = { ...provider, [`${KEY}Env`]: "EU_PASSWORD" };
    assert.equal(settings(twin, { EU_PASSWORD: "named" }).get(KEY, "OS_PASSWORD"), "named");
    assert.equal(settings({ ...twin, [KEY]: "written" }, {}).get(KEY), "written");
  });

  it("hold an Env twin for no one else", () => {
    assert.equal(settings({ [`${KEY}Env`]: "EU_PASSWORD" }, { EU_PASSWORD: "named" }).get(KEY), undefined);
  });

  it("name the provider and the key where one is missing", () => {
    assert.equal(
      whereToSet(settings(provider), KEY, { variables: ["OS_PASSWORD"] }),
      'write openstack: { password: … } (or passwordEnv) in the explicit provider "eu"',
    );
  });
});

describe("core: Settings of our own", () => {
  const own = (values: Values) =>
    settings(Object.fromEntries(Object.entries(values).map(([name, value]) => [`backup-plans:${name}`, value])));

  it("are numbers, or what is usual", () => {
    const some = own({ pollSeconds: "0.5", timeoutMinutes: 90 });
    const names = ["pollSeconds", "timeoutMinutes", "requestTimeoutSeconds", "concurrency", "troveNameLimit"] as const;
    assert.deepEqual([some.wrong, names.map((name) => numberIn(some, name))], [[], [0.5, 90, 30, 8, 64]]);
    assert.deepEqual(
      names.map((name) => numberIn(own({}), name)),
      [10, 30, 30, 8, 64],
    );
  });

  const limits = [
    ["timeoutMinutes", [0.01, 10_080], [0.0099, 10_080.1], "a number from 0.01 to 10080 (left out: 30)"],
    ["pollSeconds", [0.01, 3_600], [0.0099, 3_600.1], "a number from 0.01 to 3600 (left out: 10)"],
    ["requestTimeoutSeconds", [0.1, 3_600], [0.099, 3_600.1], "a number from 0.1 to 3600 (left out: 30)"],
    ["concurrency", [1, 1_000], [0.9, 1.5, 1_001], "a whole number from 1 to 1000 (left out: 8)"],
    ["troveNameLimit", [1, 255], [0.9, 64.5, 256], "a whole number from 1 to 255 (left out: 64)"],
  ] as const;
  for (const [name, allowed, refused, rule] of limits) {
    for (const value of allowed) {
      it(`${name} may be ${value}`, () =>
        assert.deepEqual([own({ [name]: `${value}` }).wrong, numberIn(own({ [name]: value }), name)], [[], value]));
    }
    for (const value of [...refused, 0, -1, "", " ", "soon", "NaN", "Infinity", "1e400", "true", "10s"]) {
      it(`${name} may not be "${value}", and is then what is usual`, () => {
        const wrong = own({ [name]: `${value}` });
        assert.deepEqual(wrong.wrong, [`backup-plans:${name} must be ${rule}; given "${value}"`]);
        assert.equal(numberIn(wrong, name), numberIn(own({}), name));
      });
    }
  }

  it("are flags that say true or false, and nothing else", () => {
    const flags = own({ adoptUnseen: "true", online: true });
    assert.deepEqual([flags.flag("adoptUnseen"), flags.flag("online"), own({}).flag("online")], [true, true, false]);
    assert.deepEqual([own({ online: "false" }).wrong, own({ online: "yes" }).flag("online")], [[], false]);
    assert.deepEqual(own({ online: "yes" }).wrong, ['backup-plans:online must be true or false; given "yes"']);
  });

  it("are told all at once where they are wrong, and not where they are not known yet", () => {
    assert.equal(own({ pollSeconds: 0, concurrency: "many", adoptUnseen: 1, secretsFromEnv: "[]" }).wrong.length, 4);
    assert.deepEqual(own({ pollSeconds: UNKNOWN, online: UNKNOWN, secretsFromEnv: UNKNOWN }).wrong, []);
  });

  for (const wrong of ["[1]", "5", "null", '{"a":1}', "nonsense"]) {
    it(`secretsFromEnv is refused as ${wrong}, which is not told`, () =>
      assert.deepEqual(own({ secretsFromEnv: wrong }).wrong, [
        'backup-plans:secretsFromEnv must be an object, {"service:key": "ENVIRONMENT_VARIABLE"}',
      ]));
  }
});
