import assert from "node:assert/strict";
import { allCells, type Cell, fillCells } from "./twist-table";

/** Of the fields that are null; all of them come with `npm run test:faults -- --twists`. */
const ONE_IN = 30;

/** Each kind in its plain form. */
const isPlain = ({ subject }: Cell) => subject.title === subject.kind;

describe("answers that are well-formed, and wrong", () => {
  it("double nothing, lose nothing and delete nothing of others, while any kind is made, read and deleted", async () => {
    const plain = (await allCells()).filter(isPlain);
    const nulls = plain.filter(({ twist }) => twist.startsWith("null ")).filter((_, index) => index % ONE_IN === 0);
    const cells = [...plain.filter(({ twist }) => !twist.startsWith("null ")), ...nulls];
    await fillCells(cells);
    const bad = cells.flatMap(({ subject: { title }, twist, at, failure }) =>
      failure ? [[title, twist, at, failure.problems, failure.log]] : [],
    );
    assert.deepEqual(bad, [], JSON.stringify(bad, undefined, 1));
    assert.ok(cells.length > 190, `${cells.length}`);
  }).timeout(300_000);
});
