import assert from "node:assert/strict";
import { satisfies } from "semver";
import { COMPILERS, compilerOf } from "../with/compiler";
import { MISTAKES, programOf, RIGHT } from "./mistakes";

const { peerDependencies, peerDependenciesMeta } = require("../../package.json") as {
  peerDependencies: Record<"typescript", string>;
  peerDependenciesMeta: object;
};

describe("newcomer 1: the compilers", () => {
  it("are TypeScript 5.9 and 6", () => {
    const versions = COMPILERS.map(({ version }) => version.replace(/^(5\.9|6)\..*/, "$1"));
    assert.deepEqual(versions, ["5.9", "6"]);
  });

  it("newcomer 12: come with the package, whose peer typescript npm installs", () => {
    assert.ok(!("typescript" in peerDependenciesMeta), "an optional peer is not installed");
    for (const { version } of COMPILERS) assert.ok(satisfies(version, peerDependencies.typescript), version);
    for (const version of ["3.8.3", "7.0.0"]) assert.ok(!satisfies(version, peerDependencies.typescript), version);
  });
});

for (const compiler of COMPILERS) {
  describe(`newcomer 1: TypeScript ${compiler.version} says one thing, on the wrong line, with the allowed words`, () => {
    const errorsIn = compilerOf(compiler);

    it("nothing, where nothing is wrong", () => {
      for (const made of RIGHT) assert.deepEqual(errorsIn(programOf(made)), []);
    });

    for (const [what, made, line, words] of MISTAKES) {
      it(what, () => {
        const [error, ...others] = errorsIn(programOf(made));
        assert.deepEqual(others, []);
        assert.ok(error?.line.includes(line), JSON.stringify(error));
        assert.match(error!.message, words);
        assert.doesNotMatch(error!.message, /type 'never'/);
      });
    }
  });
}
