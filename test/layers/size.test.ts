import assert from "node:assert/strict";
import { filesIn, linesOf } from "./imports";

describe("size", () => {
  const files = ["provider", "test", "examples"].flatMap(filesIn);

  it("a file above 200 lines says why in its first comment", () => {
    const sizes = files.map((file) => ({ file, lines: linesOf(file) }));
    const large = sizes.filter(({ lines }) => lines.length > 150);
    for (const { file, lines } of large) console.log(`      ${lines.length} lines: ${file}`);
    const unexplained = large.filter(({ lines }) => lines.length > 200 && !/^(\/\/|\/\*).*\blong\b/i.test(lines[0]!));
    assert.deepEqual(
      unexplained.map(({ file }) => file),
      [],
    );
  });
});
