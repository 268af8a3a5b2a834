import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { services } from "../../provider/services/services";
import { cases, kinds } from "../kinds/kinds";
import { ROOT } from "../with/root";
import { filesIn, linesOf } from "./imports";

describe("every kind that a service defines", () => {
  const defined = services.definitions.map(({ kind }) => kind).sort();

  for (const [what, list] of [
    ["the rules and the secrets", cases],
    ["conformance", kinds],
  ] as const) {
    it(`is among what is tested for ${what}`, () => {
      const tested = new Set<string>(list.map(({ kind }) => kind));
      assert.deepEqual([...tested].sort(), defined);
    });
  }
});

describe("every service of the list", () => {
  for (const name of Object.keys(services.byName)) {
    for (const place of [`provider/services/${name}`, `test/emulator/${name}`, `examples/${name}`]) {
      it(`${name} has ${place}`, () => assert.ok(existsSync(join(ROOT, place)), `${place} is missing`));
    }
    it(`${name} has kinds in test/kinds`, () => assert.ok(kinds.some(({ kind }) => kind.startsWith(`${name}:`))));
  }
});

/** Words of a service, in any spelling. */
const NAMES = /serveravatar|trove|\bdds\b|geminidb|\botc\b|openstack|rackspace|opentelekom|keystone/i;

/** A rule of policy cites the vendor's page that it follows. */
const CITES = /^\/\*\* Source: /;

describe("the name of no service", () => {
  for (const room of ["core", "host", "plan", "review", "policy"]) {
    it(`is in ${room}`, () => {
      const lines = filesIn(`provider/${room}`).flatMap((file) => linesOf(file).map((line) => ({ file, line })));
      const named = lines.filter(({ line }) => NAMES.test(line) && !CITES.test(line));
      assert.deepEqual(
        named.map(({ file, line }) => `${file}: ${line.trim()}`),
        [],
      );
    });
  }
});

/** Words of a form of the provider. Types of Pulumi's SDK, whose name is `dynamic`, are none. */
const FORM = /\bplugin|dynamic (form|provider|resource)|pulumi-nodejs/i;

describe("the name of no form", () => {
  for (const room of ["core", "host"]) {
    it(`is in ${room}`, () => {
      const lines = filesIn(`provider/${room}`).flatMap((file) =>
        linesOf(file).map((line) => `${file}: ${line.trim()}`),
      );
      assert.deepEqual(
        lines.filter((line) => FORM.test(line)),
        [],
      );
    });
  }
});
