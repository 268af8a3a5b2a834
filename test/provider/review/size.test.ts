import assert from "node:assert/strict";
import { marked } from "marked";
import { review } from "../../../provider/review/review";
import { markdown } from "../../../provider/review/words/markdown";
import { shopPlan } from "../../kinds/example-shop";
import { previewOf, type Step } from "./preview-of";

const now = new Date("2030-01-10T12:00:00Z");
const LIMIT = 65_536;

const policy = { instanceId: "", keepDays: 14, startTime: "01:00-02:00", period: [1, 2, 3, 4, 5, 6, 7] };
const { applicationExtension: _files, databaseExtension: _database, ...plan } = shopPlan;

/** Half of them policies, half plans, each with a name as long as a cloud's names are. */
function steps(count: number, step: (old: object) => Partial<Step>): Step[] {
  return Array.from({ length: count }, (_, index) => {
    const kind = index % 2 === 0 ? "dds:BackupPolicy" : "serveravatar:BackupPlan";
    const args = index % 2 === 0 ? { ...policy, instanceId: `instance${index}` } : { ...plan, applicationId: index };
    const name = `production-europe-west-database-of-orders-${index}`;
    return { op: "same", kind, name, id: `${index}`, ...step(args) };
  });
}

const less = (old: object) => ({ ...old, ...("keepDays" in old ? { keepDays: 7 } : { retentionPeriod: "1 Month" }) });

const CASES: Record<string, (count: number) => Step[]> = {
  unchanged: (count) => steps(count, (old) => ({ old: { ...old }, new: { ...old } })),
  new: (count) => steps(count, (next) => ({ op: "create", new: { ...next } })),
  "without consent to a loss": (count) => steps(count, (old) => ({ op: "update", old: { ...old }, new: less(old) })),
  removed: (count) => steps(count, (old) => ({ op: "delete", old: { ...old } })),
  overdue: (count) =>
    steps(count, (old) => ({
      old: { ...old },
      new: { ...old },
      outputs: { health: "overdue", lastBackupAt: "2029-12-01T00:00:00Z" },
    })),
};

describe("review: a report of 500 plans", () => {
  // What a service needs is loaded at its first resource.
  before(() => review(previewOf(CASES.new!(2)), now));

  for (const [what, made] of Object.entries(CASES)) {
    it(`fits in a comment, and is quick: ${what}`, () => {
      const json = previewOf(made(500));
      const begin = performance.now();
      const report = review(json, now);
      const text = markdown(report);
      const milliseconds = performance.now() - begin;
      console.log(`      ${text.length} characters, ${Buffer.byteLength(text)} bytes, ${milliseconds.toFixed(0)} ms`);
      assert.ok(Buffer.byteLength(text) < LIMIT);
      assert.ok(milliseconds < 5000, `${milliseconds} ms`);
      const named = new Set(text.match(/database-of-orders-\d+/g)).size;
      const rest = [...text.matchAll(/and (\d+) more, which a comment has no room for/g)].map(([, count]) =>
        Number(count),
      );
      if (what !== "unchanged" && rest.length === 0) assert.equal(named, 500);
      assert.equal((text.match(/<details>/g) ?? []).length, (text.match(/<\/details>/g) ?? []).length);
      marked.parse(text);
    });
  }

  it("counts what it does not list, and the data list all", () => {
    const report = review(previewOf(CASES["without consent to a loss"]!(500)), now);
    assert.equal(report.losses.length, 500);
    const text = markdown(report);
    assert.match(text, /^## Backups: ❌ 500 losses without consent/);
    for (const [title, row] of [
      ["agreed by |", /^\| .*`production/gm],
      ["the lines to paste (500)", /^- .*`production/gm],
      ["### Changed (500)", /^- .*`production/gm],
    ] as const) {
      const own = text.slice(text.indexOf(title)).split(/\n### |<details><summary>What/)[0]!;
      const [, rest] = /and (\d+) more/.exec(own) ?? [];
      assert.equal((own.match(row)?.length ?? 0) + Number(rest ?? 0), 500, title);
    }
  });

  it("of some plans leaves nothing out", () => {
    const text = markdown(review(previewOf(CASES["without consent to a loss"]!(20)), now));
    assert.equal(text.match(/- `production.*`allow: /g)?.length, 20);
    assert.equal(text.match(/\| days of history /g)?.length, 20);
    assert.doesNotMatch(text, /has no room/);
  });
});
