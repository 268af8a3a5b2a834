import assert from "node:assert/strict";
import type { LossKind } from "../../../provider/plan/losses";
import type { Report, ReportedLoss } from "../../../provider/review/report";
import { review } from "../../../provider/review/review";
import { markdown } from "../../../provider/review/words/markdown";
import { services } from "../../../provider/services/services";
import { harmlessEdits, lossEdits } from "../../provider/review/edits";
import { plant } from "../../provider/review/planted";
import type { Declaration } from "../../with/programs/declaration";
import { Program } from "../../with/programs/program";

const REPORT = { BACKUP_PLANS_LOSSES: "report" };
/** Only the service shows them, to `pulumi up`: test/provider/services. */
const OF_THE_SERVICE = [
  "trove:Backup delete-descendants",
  "serveravatar:BackupPlan overwrite-unseen",
  "serveravatar:BackupPlan second-plan",
];

/** Some starts are hours from now. */
const now = new Date();

describe("every loss of every kind in a review, on a real engine", () => {
  let program: Program;
  before(async () => {
    program = await Program.create();
    await plant(
      program,
      [...lossEdits, ...harmlessEdits].map(({ stored }) => stored),
    );
  });
  after(() => program?.dispose());

  const unchanged: Declaration[] = [...lossEdits, ...harmlessEdits].map(({ declared }) => declared);
  const without = lossEdits.map(({ changed }) => changed({}));
  const agreed = lossEdits.map(({ changed, kind, value }) => changed({ allow: { [kind]: value } }));

  const reviewed = async (resources: Declaration[], env?: NodeJS.ProcessEnv): Promise<Report> => {
    const { code, stdout, stderr } = await program.previewJson(resources, env);
    assert.equal(code, 0, stdout + stderr);
    return review(stdout, now);
  };

  it("covers every loss that a kind can have", () => {
    const covered = new Set(lossEdits.map(({ declared, kind }) => `${declared.kind} ${kind}`));
    const kinds = [...new Set(lossEdits.map(({ declared }) => declared.kind))];
    const wanted = kinds.flatMap((kind) => services.definitionOf(kind)!.lossKinds.map((loss) => `${kind} ${loss}`));
    assert.deepEqual([...covered, ...OF_THE_SERVICE].sort(), wanted.sort());
  });

  it("without consent is listed with its numbers by a report, and lacks consent", async () => {
    const report = await reviewed(replaced(unchanged, without), REPORT);
    assert.equal(report.exitCode, 2);
    for (const { declared, kind, value, says } of lossEdits) {
      const loss = ofResource(report, declared.name, kind);
      assert.equal(loss.consent, "missing", declared.name);
      assert.deepEqual(loss.allow, { [kind]: value });
      for (const words of says) assert.ok(all(loss).includes(words), `${words} is not in: ${all(loss)}`);
      if (!/scope|destination|leave-running/.test(kind)) assert.match(all(loss), /\d/);
    }
    assert.equal(report.losses.length, lossEdits.length, "and nothing else");
    const text = markdown(report);
    assert.match(text, new RegExp(`^## Backups: ❌ ${lossEdits.length} losses without consent`));
  });

  it("with its consent passes", async () => {
    const report = await reviewed(replaced(unchanged, agreed));
    assert.equal(report.exitCode, 0);
    for (const { declared, kind } of lossEdits) assert.equal(ofResource(report, declared.name, kind).consent, "agreed");
    assert.equal(report.losses.length, lossEdits.length);
    assert.deepEqual(report.staleConsents, []);
  });

  it("without consent fails a preview whose comparison refuses, and its review says at what and why", async () => {
    // review.test.ts has one that a check ends; test/provider/host refuses every loss.
    const { changed, declared, kind, value } = lossEdits.find((edit) => edit.declared.kind.endsWith(":Backup"))!;
    const preview = await program.previewJson([changed({})]);
    assert.notEqual(preview.code, 0, `${declared.name} was not refused`);
    const report = review(preview.stdout, now);
    assert.equal(report.exitCode, 1);
    assert.deepEqual(ofResource(report, declared.name, kind).allow, { [kind]: value });
    assert.ok(markdown(report).startsWith(`incomplete: preview stopped at ${declared.name} (${declared.kind})`));
  });

  it("is none in a harmless edit of any argument", async () => {
    const edits = harmlessEdits.map(({ changed }) => changed({}));
    const report = await reviewed(replaced(unchanged, edits));
    assert.deepEqual([report.losses, report.exitCode], [[], 0]);
    const changed = report.changes.map(({ resource }) => resource.name);
    const edited = harmlessEdits.filter(({ names }) => names.length > 0);
    assert.deepEqual(changed.sort(), edited.map(({ declared }) => declared.name).sort());
  });
});

function replaced(all: readonly Declaration[], by: readonly Declaration[]): Declaration[] {
  return all.map((one) => by.find(({ name }) => name === one.name) ?? one);
}

function ofResource({ losses }: Report, name: string, kind: LossKind): ReportedLoss {
  const found = losses.filter((loss) => loss.resource.name === name && loss.kind === kind);
  assert.equal(found.length, 1, `${kind} of ${name}: ${JSON.stringify(losses, undefined, 2)}`);
  return found[0]!;
}

function all({ text, numbers }: ReportedLoss): string {
  return [text, ...numbers].join("; ");
}
