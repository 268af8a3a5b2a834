import assert from "node:assert/strict";
import * as fc from "fast-check";
import { isAgreed, type Lines, type Loss, type LossKind, lineFor } from "../../../provider/plan/losses";
import { lossesTold, refusalOf } from "../../../provider/plan/refusal";

const KINDS: LossKind[] = ["shorter-retention", "less-frequent", "disable", "second-plan", "leave-running"];

/** The words of a person or a vendor, on one line. A text that holds the words of a refusal itself is not meant. */
const words = fc
  .string({ minLength: 1, maxLength: 30 })
  .map((text) => text.trim())
  .filter((text) => text !== "" && !text.includes(": ") && !text.includes(". "));

/** A loss, and the line of `allow` in the program and in the state. */
const loss = fc.record({
  property: fc.constantFrom("retentionPeriod", "schedule", "keepDays, period", "onDelete"),
  value: words,
  text: words.map((text) => `${text}: 2 => 1. It "goes" (soon)`),
  written: fc.option(fc.oneof(words, fc.constant("the value")), { nil: undefined }),
  isStored: fc.boolean(),
});

const losses = fc.uniqueArray(fc.record({ kind: fc.constantFrom(...KINDS), loss }), {
  selector: ({ kind }) => kind,
  minLength: 1,
});

describe("plan: a refusal", () => {
  it("is read back by a review as it was written, whatever the names and texts are", () => {
    fc.assert(
      fc.property(words, losses, fc.boolean(), fc.boolean(), (resource, all, isOneLine, isPrefixed) => {
        const lineOf = ({ loss: { written, value } }: (typeof all)[number]) =>
          written === "the value" ? value : written;
        const entries = all.map((each) => [each.kind, lineOf(each)]).filter(([, line]) => line !== undefined);
        const stored = all.filter(({ loss: { isStored } }) => isStored).map((each) => [each.kind, lineOf(each)]);
        const lines: Lines = { allow: Object.fromEntries(entries), stored: Object.fromEntries(stored) };
        const found: Loss[] = all.map(({ kind, loss: { property, value, text } }) => ({ kind, property, value, text }));
        const open = found.filter((each) => !isAgreed(each, lines));
        if (open.length === 0) return;
        const written = refusalOf(resource, open, lines, found);
        const shown = `${isPrefixed ? "dds:BackupPolicy has 1 problem, " : ""}${isOneLine ? written.replaceAll("\n", " ") : written}`;
        const told = open.map(({ kind, property, text, value }) => ({
          ...{ kind, property, text, line: lineFor({ kind, property, text, value }, lines) },
          otherwise: lines.allow?.[kind],
        }));
        assert.deepEqual(lossesTold(resource, shown), told);
      }),
    );
  });
});
