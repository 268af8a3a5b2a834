import assert from "node:assert/strict";
import fc from "fast-check";
import { marked } from "marked";
import { printable } from "../../../../provider/core/ground/printable";
import { code, escaped } from "../../../../provider/review/words/escape";

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
  "a|@b`c",
  "#123",
  "owner/repo#12",
  "GH-34",
  "a5c3785ed8d6a35868bc169f07e40e889087fd2e",
  ":tada:",
  "$x^2$",
  "$`x`$",
  "::error ::boom",
  "##[error]boom",
  "https://evil.example",
  "www.evil.example",
  "- item",
  "1. one",
  "&lt;b&gt;",
  "\\",
  "\n\n# title\n",
  "\u202eright to left",
  "\u{e0041}\u{e0020}",
  "\u00ad",
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
        assert.deepEqual(tagsIn(html).filter(isLayout), ["<ul>", "<li>", "</li>", "</ul>"], html);
        assert.equal(visible(textIn(html)), `before${shown(text)}after`);
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
          [...new Set(tagsIn(html))].filter(isLayout).filter((tag) => !/^<\/?(table|thead|tbody|tr|th|td)>$/.test(tag)),
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

  for (const form of [
    "owner/repo#12",
    "#12",
    "GH-34",
    "gh-34",
    "!12",
    "a5c3785",
    "a5c3785ed8d6a35868bc169f07e40e889087fd2e",
    "@name",
    "@org/team",
    "somebody@example.org",
    ":tada:",
    ":+1:",
    "$x^2$",
    "https://evil.example",
    "www.evil.example",
  ]) {
    it(`doubt 19: ${form} is code, of which GitHub and GitLab make nothing, alone and inside of a sentence`, () => {
      for (const text of [form, `(${form}),`, `a ${form}. ${form} b`, `"${form}"|${form}`]) {
        const html = marked.parse(`- before ${escaped(text)} after`, { gfm: true }) as string;
        assert.equal(textIn(html), `before ${text} after`);
        assert.ok(!textIn(html.replace(/<code>.*?<\/code>/g, "")).includes(form), html);
        assert.equal(html.match(/<code>/g)?.length, text.split(form).length - 1);
      }
    });
  }

  it("doubt 19: a dollar alone begins no formula, and words that look like none stay as they are", () => {
    assert.equal(escaped("5 $ and 6 $"), "5 <span>$</span> and 6 <span>$</span>");
    const usual = "2029-11-30T03:00:00Z: keepDays: 14 → 7 days, 01:00-02:00 (UTC); issue # 3, 50 %";
    assert.equal(escaped(usual), usual);
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

/** The tags of code and of a dollar lay nothing out. */
function isLayout(tag: string): boolean {
  return !/^<\/?(code|span)>$/.test(tag);
}

function shown(text: string): string {
  return visible(printable(text)) || visible("(empty)");
}

/** Without white space and what controls the way of writing. */
function visible(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]/gu, "");
}
