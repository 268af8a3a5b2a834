import assert from "node:assert/strict";
import { services } from "../../provider/services/services";
import { cases } from "../kinds/cases";
import { kinds } from "../kinds/kinds";

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
