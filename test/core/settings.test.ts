import assert from "node:assert/strict";
import { Settings } from "../../provider/core/settings";

type Values = Record<string, unknown>;

const KEY = "openstack:password";

function settings(config: Values, env: NodeJS.ProcessEnv = {}): Settings {
  return new Settings({ get: (key: string) => config[key] as string }, env);
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
    assert.throws(() => settings({ "backup-plans:secretsFromEnv": "PROD_PASSWORD" }), /must be an object/);
  });

  it("say where a missing key can be written", () => {
    assert.equal(
      settings({}).whereToSet(KEY, "OS_PASSWORD"),
      "run: pulumi config set --secret openstack:password or set the environment variable OS_PASSWORD",
    );
    assert.equal(settings({}).whereToSet("trove:endpoint"), "run: pulumi config set trove:endpoint");
    const named = settings(fromEnv({ [KEY]: "PROD_PASSWORD" }));
    assert.match(named.whereToSet(KEY), /names the environment variable PROD_PASSWORD, which is not set/);
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
      settings(provider).whereToSet(KEY, "OS_PASSWORD"),
      'write openstack: { password: … } (or passwordEnv) in the explicit provider "eu"',
    );
  });
});

describe("core: Settings of our own", () => {
  it("are numbers, 0 among them, or what is usual", () => {
    const own = settings({ "backup-plans:pollSeconds": "0.5", "backup-plans:timeoutMinutes": 0 });
    assert.deepEqual(
      [own.number("pollSeconds", 10), own.number("timeoutMinutes", 30), own.number("none", 8)],
      [0.5, 0, 8],
    );
  });

  for (const value of ["soon", "-1", "Infinity", "NaN"]) {
    it(`are not "${value}"`, () => {
      const own = settings({ "backup-plans:pollSeconds": value });
      assert.throws(() => own.number("pollSeconds", 10), /backup-plans:pollSeconds must be a number, 0 or more/);
    });
  }

  it("are flags that say true or false, and nothing else", () => {
    const own = settings({
      "backup-plans:adoptUnseen": "true",
      "backup-plans:online": true,
      "backup-plans:other": "yes",
    });
    assert.deepEqual([own.flag("adoptUnseen"), own.flag("online"), own.flag("none")], [true, true, false]);
    assert.throws(() => own.flag("other"), /backup-plans:other must be true or false; given "yes"/);
  });

  it("are counts that are whole and 1 or more, and nothing else", () => {
    const own = settings({ "backup-plans:one": "1", "backup-plans:none": "0", "backup-plans:half": "2.5" });
    assert.deepEqual([own.count("one", 8), own.count("absent", 8)], [1, 8]);
    for (const name of ["none", "half"]) assert.throws(() => own.count(name, 8), /must be a whole number, 1 or more/);
  });

  for (const wrong of ["[1]", "5", "null", '{"a":1}', "nonsense"]) {
    it(`secretsFromEnv is refused as ${wrong}`, () => {
      assert.throws(() => settings({ "backup-plans:secretsFromEnv": wrong }), /secretsFromEnv must be an object/);
    });
  }
});
