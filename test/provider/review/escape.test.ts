import assert from "node:assert/strict";
import fc from "fast-check";
import { marked } from "marked";
import { code, escaped } from "../../../provider/review/words/escape";

const NASTY = [
  "<script>alert(1)</script>",
  "</details>",
  "**bold** _it_ ~~gone~~",
  "[link](https://evil.example)",
  "![img](http://x/y.png)",
  "`code`",
  "``",
  "a | b",
  "@everyone",
  "#123",
  "https://evil.example",
  "www.evil.example",
  "- item",
  "1. one",
  "&lt;b&gt;",
  "\\",
  "\n\n# title\n",
  "\u202eright to left",
  "x@y.example",
];

const texts = fc.array(fc.oneof(fc.constantFrom(...NASTY), fc.string(), fc.string({ unit: "binary" })), {
  maxLength: 5,
});
const joined = texts.map((parts) => parts.join(" "));

describe("review: text that somebody else chose", () => {
  it("makes no Markdown and no HTML, and says what it says", () => {
    fc.assert(
      fc.property(joined, (text) => {
        const html = marked.parse(`- before ${escaped(text)} after`, { gfm: true }) as string;
        assert.deepEqual(tagsIn(html), ["<ul>", "<li>", "</li>", "</ul>"], html);
        assert.equal(visible(textIn(html)), `before${visible(text) || visible("(empty)")}after`);
      }),
      { numRuns: 2000 },
    );
  });

  it("stays in its cell of a table", () => {
    fc.assert(
      fc.property(joined, joined, (one, other) => {
        const html = marked.parse(`| a | b |\n| --- | --- |\n| ${escaped(one)} | ${escaped(other)} |\n`) as string;
        assert.equal(html.match(/<td>/g)?.length, 2, html);
        assert.deepEqual(
          [...new Set(tagsIn(html))].filter((tag) => !/^<\/?(table|thead|tbody|tr|th|td)>$/.test(tag)),
          [],
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("stays in its code", () => {
    fc.assert(
      fc.property(joined, (text) => {
        const html = marked.parse(`- ${code(text)} after`, { gfm: true }) as string;
        assert.deepEqual(tagsIn(html), ["<ul>", "<li>", "<code>", "</code>", "</li>", "</ul>"], html);
      }),
      { numRuns: 2000 },
    );
  });

  it("mentions nobody, and refers to nothing", () => {
    assert.doesNotMatch(escaped("@everyone, see #12 at https://evil.example or www.evil.example"), /@|#1|:\/\/|www\./);
  });
});

function tagsIn(html: string): string[] {
  return html.match(/<[^>]*>/g) ?? [];
}

function textIn(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&#(\d+);/g, (_all, number) => String.fromCodePoint(Number(number)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll("\u200b", "")
    .trim();
}

/** Without white space and what controls the way of writing. */
function visible(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]/gu, "");
}
