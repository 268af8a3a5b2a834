import assert from "node:assert/strict";
import fc from "fast-check";
import { printable } from "../../../../provider/core/ground/printable";

describe("core: a printable line", () => {
  for (const [what, text, shown] of [
    ["plain text as it is", "größe → 7 days: 🎉 a::b # c", "größe → 7 days: 🎉 a::b # c"],
    ["ESC and BEL", "\u001b[31mred\u001b[0m\u0007", "\\u001b[31mred\\u001b[0m\\u0007"],
    ["C1 and DEL", "a\u009b31m\u007fb", "a\\u009b31m\\u007fb"],
    ["the direction of writing", "\u202eevil\u2066\u200f", "\\u202eevil\\u2066\\u200f"],
    ["lines and tabs", "one\r\ntwo\u2028three\tfour", "one two three four"],
    ["a command of GitHub Actions", "::error file=a::boom", "\\u003a:error file=a::boom"],
    ["a command behind white space", "\n  ::set-output name=a::b", "\\u003a:set-output name=a::b"],
    ["an older command, anywhere", "boom ##[error]boom", "boom \\u0023#[error]boom"],
    ["a command of Azure Pipelines", "##vso[task.complete]", "\\u0023#vso[task.complete]"],
  ] as const) {
    it(`doubt 12: ${what}`, () => assert.equal(printable(text), shown));
  }

  it("doubt 12: any text becomes one line without controls and commands, and does not change once more", () => {
    const parts = fc.constantFrom("::error", "##[", "##vso[", "\n", "\u001b[2J", "\u0085", "\ufeff", ":", "#", "[");
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string({ unit: "binary" }))), (texts) => {
        const line = printable(texts.join(""));
        assert.doesNotMatch(line, /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|^\s*::|##(vso)?\[/u);
        assert.equal(printable(line), line);
      }),
    );
  });
});
