import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { jsonOnly } from "../../../provider/program/json-only";

/** What reaches the provider. */
function resolved(value: unknown): Promise<unknown> {
  const output = pulumi.output(jsonOnly(value)) as unknown as { promise(): Promise<unknown> };
  return output.promise();
}

class Version {
  constructor(readonly number: number) {}
}

const notJson: [string, unknown, string][] = [
  ["a Date", new Date(0), "Date"],
  ["a Map", new Map([[1, 2]]), "Map"],
  ["a Set", new Set([1]), "Set"],
  ["a function", () => 1, "function"],
  ["a class", Version, "function"],
  ["an instance of a class", new Version(1), "Version"],
  ["a BigInt", 1n, "bigint"],
  ["a symbol", Symbol("x"), "symbol"],
  ["NaN", Number.NaN, "NaN"],
  ["Infinity", Number.POSITIVE_INFINITY, "Infinity"],
  ["bytes", Buffer.from("x"), "Buffer"],
  ["a pattern", /x/, "RegExp"],
];

describe("core: jsonOnly", () => {
  for (const [what, value, type] of notJson) {
    it(`marks ${what}, wherever it is`, async () => {
      const mark = { __notJson: type };
      // Not pulumi.output(value): that makes {} of a Date before anybody sees it.
      const output = pulumi.output("v1").apply(() => value);
      for (const each of [value, output, Promise.resolve(value), Promise.resolve(output)]) {
        const given = { triggers: ["v1", { at: each }], label: each };
        assert.deepEqual(await resolved(given), { triggers: ["v1", { at: mark }], label: mark });
      }
      const deep = pulumi.output("v1").apply((v1) => [v1, { at: [value] }]);
      assert.deepEqual(await resolved({ triggers: deep }), { triggers: ["v1", { at: [mark] }] });
    });
  }

  it("marks what holds itself, and not what is there twice", async () => {
    const cyclic: Record<string, unknown> = { a: 1 };
    cyclic.self = [cyclic];
    assert.deepEqual(await resolved([cyclic]), [{ a: 1, self: [{ __notJson: "cycle" }] }]);
    const twice = { a: 1 };
    assert.deepEqual(await resolved([twice, twice]), [{ a: 1 }, { a: 1 }]);
  });

  it("leaves JSON as it is", async () => {
    const json = { a: [1, -0.5, "x", true, null, { b: [] }], c: {}, d: "" };
    assert.deepEqual(await resolved(json), json);
    assert.deepEqual(await resolved(Object.assign(Object.create(null), json)), json);
  });

  it("keeps a secret secret", async () => {
    const marked = jsonOnly({ triggers: [pulumi.secret("s")], plain: pulumi.output("p") }) as Record<string, unknown>;
    assert.equal(await pulumi.isSecret(pulumi.output(marked.triggers)), true);
    assert.equal(await pulumi.isSecret(pulumi.output(marked.plain)), false);
  });

  it("keeps a reference to a resource", async () => {
    await pulumi.runtime.setMocks({ newResource: ({ name }) => ({ id: name, state: {} }), call: () => ({}) });
    const component = new pulumi.ComponentResource("test:index:Component", "c");
    assert.equal(jsonOnly(component), component);
  });
});
