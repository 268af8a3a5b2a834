import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireBuilt } from "./require-built";

describe("engine: requireBuilt", () => {
  it("says what to run where nothing is built, and nothing where it is", () => {
    const clone = mkdtempSync(join(tmpdir(), "clone-"));
    try {
      assert.throws(() => requireBuilt(clone), /dist is missing.*: run `npm run build` first$/);
    } finally {
      rmSync(clone, { recursive: true });
    }
    requireBuilt();
  });
});
