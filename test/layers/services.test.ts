import assert from "node:assert/strict";
import { allServices } from "../../provider/services/all";
import { cases, kinds } from "../kinds/kinds";

describe("every kind that a service defines", () => {
  const defined = allServices()
    .flatMap((service) => Object.values(service.kinds))
    .map(({ kind }) => kind)
    .sort();

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
