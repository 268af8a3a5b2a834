import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ROOT } from "../../with/root";

const docs = join(ROOT, "docs");

/** Every text in the file, whatever its keys. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe("review: the workflows to copy", () => {
  for (const name of ["github-actions.yml", "gitlab-ci.yml"]) {
    it(`${name} previews for a report, reviews, and fails by the exit code`, () => {
      const texts = textsIn(parse(readFileSync(join(docs, "review", name), "utf8")));
      const at = (words: RegExp) => {
        const index = texts.findIndex((text) => words.test(text));
        assert.notEqual(index, -1, `${words} is not in ${name}`);
        return index;
      };
      at(/^report$/);
      assert.ok(
        at(/pulumi preview .*--json --show-sames > preview\.json \|\| true/) <
          at(/npx backup-plans review preview\.json/),
      );
      assert.ok(at(/npx backup-plans review preview\.json/) < at(/^exit /));
    });
  }

  it("status/github-actions.yml refreshes, and fails by the exit code", () => {
    const texts = textsIn(parse(readFileSync(join(docs, "status", "github-actions.yml"), "utf8")));
    const at = (words: RegExp) => texts.findIndex((text) => words.test(text));
    assert.ok(at(/^pulumi refresh .*--yes/) >= 0);
    assert.ok(at(/^pulumi refresh /) < at(/^npx backup-plans status .*--fail-on overdue,failed,never-ran$/));
  });
});
