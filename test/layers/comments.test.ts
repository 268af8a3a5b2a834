import assert from "node:assert/strict";
import { filesIn, linesOf } from "./imports";

const FOLDERS = ["provider", "test/emulator", "test/kinds", "test/with"];

/** A doc comment that only its neighbour explains. */
const HALF = /^\s*(?:\/\*\*|\*) (?:Of|The same|What) /;

describe("doc comments", () => {
  it("are sentences that begin with their subject, and none with Of, The same or What", () => {
    const half = FOLDERS.flatMap(filesIn).flatMap((file) =>
      linesOf(file).flatMap((line, index) => (HALF.test(line) ? [`${file}:${index + 1}`] : [])),
    );
    assert.deepEqual(half, []);
  });
});
