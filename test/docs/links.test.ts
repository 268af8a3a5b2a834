import assert from "node:assert/strict";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { year } from "../pictures/year";
import { ROOT } from "../with/root";
import { anchorsOf, linksOf, PAGES, textOf } from "./markdown";

describe("newcomer 11: links of README and docs", () => {
  for (const page of PAGES) {
    it(`${page} leads to what is there`, () => {
      const broken = linksOf(page)
        .filter((link) => !/^(?:https?|mailto):/.test(link))
        .filter((link) => {
          const [file = "", anchor] = link.split("#");
          const target = file === "" ? page : normalize(join(dirname(page), file));
          const isThere = existsSync(join(ROOT, target));
          return !isThere || (anchor !== undefined && !anchorsOf(target).includes(anchor));
        });
      assert.deepEqual(broken, []);
    });
  }

  it("the index of docs leads to every page", () => {
    const linked = linksOf("docs/README.md").map((link) => normalize(join("docs", link)));
    assert.deepEqual(
      PAGES.filter((page) => page !== "docs/README.md" && !linked.includes(page)),
      [],
    );
  });

  it("pictures are a few kB each, and a page shows each", () => {
    const shown = PAGES.flatMap((page) => linksOf(page).map((link) => normalize(join(dirname(page), link))));
    for (const name of readdirSync(join(ROOT, "docs/pictures"))) {
      const picture = join("docs/pictures", name);
      assert.ok(shown.includes(picture), picture);
      assert.ok(statSync(join(ROOT, picture)).size < 5000, picture);
    }
  });

  it("the pictures of the six reports show what a review says today: npm run pictures", () => {
    for (const [name, svg] of year()) assert.equal(textOf(`docs/pictures/${name}.svg`), svg, name);
  });

  it("README has at most 130 lines", () => {
    assert.ok(textOf("README.md").trimEnd().split("\n").length <= 130);
  });
});
