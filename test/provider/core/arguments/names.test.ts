import assert from "node:assert/strict";
import fc from "fast-check";
import { formerMarks, generatedName, type NameRule } from "../../../../provider/core/arguments/names";
import type { Common, Outputs } from "../../../../provider/core/kind/definition";

const rule: NameRule = { limit: 64, forbidden: /[^A-Za-z0-9_-]+/g };
const backup: Common & Record<string, unknown> = { instance: "db-1", triggers: ["v1"] };

function nameOf(logicalName: string, args: Common = backup, stored?: Common, project = "shop"): string {
  const owner = `dev::${project}::::${logicalName}`;
  return generatedName(args, { owner, logicalName, stored, former: formerMarks((stored ?? {}) as Outputs) }, rule);
}

describe("core: generatedName", () => {
  it("is the logical name and seven digits", () => {
    assert.match(nameOf("orders"), /^orders-[0-9a-f]{7}$/);
  });

  it("is the same for the same resource with the same arguments, in any order", () => {
    assert.equal(nameOf("orders"), nameOf("orders"));
    assert.equal(nameOf("orders", { triggers: ["v1"], instance: "db-1" } as Common), nameOf("orders"));
  });

  it("differs by resource, stack, argument and trigger", () => {
    const names = [
      nameOf("orders"),
      nameOf("users"),
      nameOf("orders", backup, undefined, "other"),
      nameOf("orders", { ...backup, instance: "db-2" } as Common),
      nameOf("orders", { ...backup, triggers: ["v2"] }),
      nameOf("orders", { ...backup, triggers: [["v1"]] }),
      nameOf("orders", { instance: "db-1" } as Common),
    ];
    assert.equal(new Set(names).size, names.length);
  });

  it("stays when only what is ours changes", () => {
    for (const ours of [{ onDelete: "delete" }, { allow: { disable: "x" } }, { adopt: "77" }] as Common[]) {
      assert.equal(nameOf("orders", { ...backup, ...ours }), nameOf("orders"));
    }
  });

  it("stays what is stored while the arguments stay, however it was made", () => {
    const stored = { ...backup, name: "orders-0000000" };
    assert.equal(nameOf("orders", backup, stored), "orders-0000000");
    assert.equal(nameOf("renamed", { ...backup, onDelete: "delete" }, stored), "orders-0000000");
    assert.notEqual(nameOf("orders", { ...backup, triggers: ["v2"] }, stored), "orders-0000000");
  });

  it("is that of a new one for what replaces another one, unless that was asked for before", () => {
    const versions = ["v1", "v2", "v1", "v2", "v3"];
    let stored: Common & Outputs = {};
    const names = versions.map((version) => {
      const args = { ...backup, triggers: [version] };
      const name = nameOf("orders", args, stored);
      assert.equal(nameOf("orders", args, stored), name);
      stored = { ...args, name, __former: formerMarks(stored) };
      return name;
    });
    assert.equal(new Set(names).size, versions.length);
    const plain = versions.map((version) => nameOf("orders", { ...backup, triggers: [version] }));
    assert.deepEqual(
      names.map((name, index) => name === plain[index]),
      [true, true, false, false, true],
    );
  });

  it("remembers twenty former marks, the last ones", () => {
    const former = Array.from({ length: 20 }, (_, index) => `${1_000_000 + index}`);
    const marks = formerMarks({ name: "orders-abcdef0", __former: former });
    assert.deepEqual(marks, [...former.slice(1), "abcdef0"]);
    assert.deepEqual([formerMarks({}), formerMarks({ name: "orders-abcdef0" })], [[], ["abcdef0"]]);
  });

  for (const [logicalName, begins] of [
    ["orders db.full", "orders-db-full-"],
    ["größe", "gr-e-"],
    ["数据库", "b---"],
    ["4-weekly", "b-4-weekly-"],
    ["a::b", "a-b-"],
    ["", "b--"],
  ]) {
    it(`makes "${logicalName}" valid`, () => assert.ok(nameOf(logicalName!).startsWith(begins!), nameOf(logicalName!)));
  }

  it("is valid and within the limit, whatever the resource is called", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.integer({ min: 10, max: 64 }),
        (logicalName, limit) => {
          const identity = { owner: `dev::shop::::${logicalName}`, logicalName, stored: undefined, former: [] };
          const name = generatedName(backup, identity, { ...rule, limit });
          assert.ok(name.length <= limit, name);
          assert.match(name, /^[A-Za-z][A-Za-z0-9_-]*-[0-9a-f]{7}$/);
        },
      ),
    );
  });

  it("keeps long names apart that begin alike", () => {
    const long = "x".repeat(100);
    assert.notEqual(nameOf(`${long}1`), nameOf(`${long}2`));
  });
});
