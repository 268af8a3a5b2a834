import assert from "node:assert/strict";
import fc from "fast-check";
import { fill, isAddress } from "../../../../provider/core/http/endpoint";
import { type Exchange, isWrite } from "../../../faults/exchange";
import { ProviderProcess, registered } from "../../../faults/provider-process";
import { World } from "../../../faults/world";
import type { Kind } from "../../../kinds/kind";
import { kinds } from "../../../kinds/kinds";
import { useHome } from "../../../with/home";

/** Texts that a client, a proxy or a server could take for another path than that of one id. */
const HOSTILE = [
  ...[
    ".",
    "..",
    "../5",
    "5/..",
    "/5",
    "5/",
    "a/b",
    "a\\b",
    "%2e%2e",
    "%2E",
    "%2f",
    "%252e%252e",
    "..%2f5",
    "..;",
    ".%00",
  ],
  ...[
    "",
    " ",
    "5 ",
    "5\n",
    "5\r\nhost: evil",
    "\u0000",
    "5\u0007",
    "\u202e5",
    "５",
    "．．",
    "\ud800",
    "5?x=1",
    "5#x",
    "*",
  ],
  ...["__proto__/x", "a".repeat(256), "x".repeat(1_000_000)],
];

/** Whoever puts these together makes the rest. */
const PIECES = [
  ...[
    "..",
    "/",
    "\\",
    "%2e",
    "%2F",
    "%00",
    "%0d%0a",
    "?",
    "#",
    ";",
    "&x=1",
    "$(id)",
    "{{x}}",
    "`id`",
    "' or 1=1--",
    "<b>",
  ],
  ...[
    "\u0000",
    "\u001b[2J",
    "\u0007",
    "\u0085",
    "\u009b1m",
    "\n::error::x",
    "\r\n",
    "\u2028",
    "\u202e",
    "\u2066",
    "\ufeff",
  ],
  ...[
    "\ud800",
    "\udfff",
    "\u200d",
    "e\u0301",
    "\u{1f4a9}",
    "５",
    "İ",
    "__proto__",
    "constructor",
    "toString",
    "null",
    "-1",
    "1e9",
  ],
];

const SEED = 14;
const VALUES = 200;

/** Arguments that name something at the service. */
const IDS = new Set([
  ...["adopt", "organization", "server", "applicationId", "databaseId", "cloudStorageProviderId"],
  ...["instance", "instanceId", "parentId"],
]);

/** Texts of ours, which no service sees. */
const OURS = new Set(["onDelete", "adopt"]);

/** How many of what `check` lets through are sent. */
const SENT = 3;

/** Of one argument, by what it may be. */
function valuesFor(valid: string): string[] {
  const piece = fc.constantFrom(...PIECES, valid, valid.slice(0, 3), "a");
  const some = fc.array(piece, { minLength: 1, maxLength: 4 }).map((all) => all.join(""));
  const made = fc.sample(some, { seed: SEED, numRuns: 4 * VALUES }).filter((value) => value !== valid);
  return [...new Set([...HOSTILE, ...made])].slice(0, VALUES);
}

const texts = ({ valid, rules, canaries }: Kind): [string, string][] =>
  Object.entries({
    ...canaries,
    ...rules.full,
    ...valid,
    ...(rules.fields.adopt && { adopt: canaries.adopt }),
  }).flatMap(([name, value]) => (typeof value === "string" || IDS.has(name) ? [[name, `${value}`]] : []));

/** A path with its ids left out, and with the value where it is one whole segment. */
function shapeOf({ service, method, path }: Exchange, value?: string): string {
  const parts = path.split("/").map((part) => (part === value || /^(?=.*\d)[\w-]+$/.test(part) ? "*" : part));
  return `${service} ${method} ${parts.join("/")}`;
}

describe("ownership 8: an id is never a path, and a text is never more than a text", () => {
  useHome();
  let world: World;
  before(async () => {
    world = await World.open({ buildSeconds: 0.01 });
  });
  after(() => world?.close());

  /** What `check` says, and the resource that it lets through. */
  async function checkedBy({ kind, service }: Kind, args: object) {
    const config = world.config(undefined, service);
    const provider = (await ProviderProcess.start(config, { lives: () => true, warned: () => {} })).of(kind);
    return async (name: string, value: unknown) => {
      const given = registered(kind, `hostile-${name}`, "dev", { ...args, [name]: value });
      const { inputs = {}, failures = [] } = await provider.check({}, given);
      return { inputs, reasons: failures.map(({ reason }) => reason), create: () => provider.create(inputs) };
    };
  }

  for (const each of kinds) {
    it(`${each.kind}: ${VALUES} hostile values of each id are refused, of each text refused or sent as they are`, async () => {
      await world.reset();
      const clean = await checkedBy(each, each.valid);
      await (await clean("onDelete", "keep")).create();
      const known = new Set(world.exchanges.map((exchange) => shapeOf(exchange)));
      for (const [name, valid] of texts(each)) {
        const check = await checkedBy(each, each.valid);
        let sent = 0;
        for (const value of valuesFor(valid)) {
          const { reasons, create } = await check(name, value);
          const told = `${name} ${JSON.stringify(value.slice(0, 40))}`;
          const isId = IDS.has(name) && HOSTILE.includes(value);
          if (isId) assert.ok(reasons.join("\n").includes(`${name}: `), `${told} passed: ${reasons}`);
          for (const reason of reasons)
            assert.doesNotMatch(reason, /[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff]|.{2000}/u, told);
          if (reasons.length > 0 || OURS.has(name) || ++sent > SENT) continue;
          world.exchanges = [];
          await create().catch(() => {});
          const bodies = world.exchanges.filter(isWrite).map(({ body }) => body);
          const isSent = bodies.some((body) => body.includes(JSON.stringify(value)));
          assert.ok(isSent || IDS.has(name), `${told}: ${bodies}`);
          const shapes = world.exchanges.map((exchange) => shapeOf(exchange, value));
          assert.deepEqual(
            shapes.filter((shape) => !known.has(shape)),
            [],
            told,
          );
        }
      }
    }).timeout(120_000);
  }

  it("a path takes no id that is more than one segment", () => {
    for (const value of HOSTILE) assert.throws(() => fill("/backups/{id}", { id: value }), /id: .* is no id/);
    assert.equal(fill("/backups/{id}", { id: "a4d8ea25-84e0:x@y~z_1.2" }), "/backups/a4d8ea25-84e0%3Ax%40y~z_1.2");
  });

  it("an address names the path that it seems to name", () => {
    const wrong = ["/v1/..", "/v1/../5", "/v1/.", "/v1/%2e%2e/5", "/v1/a%2fb", "/v1?a=b", "/v1#a", "/v1\\a", "/v1/a b"];
    for (const path of wrong) assert.equal(isAddress(`https://api.example.com${path}`), false, path);
    for (const path of ["", "/v1.0/123456", "/v3", "/a//b"])
      assert.ok(isAddress(`https://api.example.com${path}`), path);
  });
});
