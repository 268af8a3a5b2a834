import assert from "node:assert/strict";
import { fill, isAddress } from "../../../../provider/core/http/endpoint";
import { type Exchange, isWrite } from "../../../faults/exchange";
import { ProviderProcess, registered } from "../../../faults/provider-process";
import { World } from "../../../faults/world";
import type { Kind } from "../../../kinds/kind";
import { kinds } from "../../../kinds/kinds";
import { useHome } from "../../../with/home";
import { HOSTILE, VALUES, valuesFor } from "./hostile-texts";

/** Arguments that name something at the service. */
const IDS = new Set([
  ...["adopt", "organization", "server", "applicationId", "databaseId", "cloudStorageProviderId"],
  ...["instance", "instanceId", "parentId", "sourceId"],
]);

/** Texts of ours, which no service sees. */
const OURS = new Set(["onDelete", "adopt"]);

/** How many of what `check` lets through are sent. */
const SENT = 3;

/** An argument that holds a text, a valid one, and how it holds it. */
type Text = readonly [name: string, valid: string, given: (value: string) => unknown];

const LISTS: readonly Text[] = [
  ["copyTo", "DFW", (value) => [value]],
  ["databases", "shop", (value) => [{ name: value }]],
];

function texts({ valid, rules, canaries }: Kind): Text[] {
  const known = { ...canaries, ...rules.full, ...valid, ...(rules.fields.adopt && { adopt: canaries.adopt }) };
  const plain = Object.entries(known).flatMap(([name, value]): Text[] =>
    typeof value === "string" || IDS.has(name) ? [[name, `${value}`, (text) => text]] : [],
  );
  return [...plain, ...LISTS.filter(([name]) => name in rules.fields)];
}

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
      for (const [name, valid, given] of texts(each)) {
        const check = await checkedBy(each, each.valid);
        let sent = 0;
        for (const value of valuesFor(valid)) {
          const { reasons, create } = await check(name, given(value));
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
