import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { unknown } from "@pulumi/pulumi/output";
import { secretNames } from "../../../provider/program/secret-names";

describe("core: secretNames", () => {
  const cases: [string, object, string[] | undefined][] = [
    ["none in plain values", { a: "x", b: 1, c: ["y"], d: pulumi.output("z"), e: undefined, f: null }, undefined],
    ["a secret", { a: pulumi.secret("x"), b: "y" }, ["a"]],
    ["a secret in a list", { a: ["x", pulumi.secret("y")] }, ["a"]],
    ["a secret deep in an object", { a: { b: [{ c: pulumi.secret(1) }] }, d: {} }, ["a"]],
    ["a secret in a promise", { a: Promise.resolve(pulumi.secret("x")), b: Promise.resolve("y") }, ["a"]],
    ["a secret in an output", { a: pulumi.output({ b: pulumi.secret("x") }) }, ["a"]],
    [
      "what is made of a secret",
      { a: pulumi.interpolate`${pulumi.secret("x")}-y`, b: pulumi.secret(1).apply(String) },
      ["a", "b"],
    ],
    ["a secret that is not known yet", { a: pulumi.secret(unknown), b: pulumi.output(unknown) }, ["a"]],
    ["no secret that was made plain", { a: pulumi.unsecret(pulumi.secret("x")) }, undefined],
  ];
  for (const [what, args, names] of cases) {
    it(`finds ${what}`, async () => assert.deepEqual(await secretNames(args), names));
  }

  it("adds what additionalSecretOutputs names among the arguments", async () => {
    assert.deepEqual(await secretNames({ a: "x", b: pulumi.secret("y") }, ["a", "state"]), ["a", "b"]);
  });
});
