import assert from "node:assert/strict";
import { filesIn, linesOf } from "./imports";

/** A doc comment that only its neighbour explains. */
const HALF = /^\s*(?:\/\*\*|\*) (?:Of|The same|What) /;

describe("doc comments", () => {
  it("are sentences that begin with their subject, and none with Of, The same or What", () => {
    const half = filesIn("provider").flatMap((file) =>
      linesOf(file).flatMap((line, index) => (HALF.test(line) ? [`${file}:${index + 1}`] : [])),
    );
    assert.deepEqual(half, []);
  });
});
