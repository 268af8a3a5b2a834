import assert from "node:assert/strict";
import { otcServices } from "../../kinds/otc/services";
import { subjects } from "../subjects";
import { allCells, type Cell, fillCells, isUnknowable, moments } from "./twist-table";
import { twists } from "./twists";

/** Of the fields that are null; all of them come with `npm run test:faults -- --twists`. */
const ONE_IN = 60;

/** The services of Open Telekom Cloud are of one make: they have the cells of one of them, by turns. */
function isItsTurn({ subject, twist, at }: Cell): boolean {
  const place = otcServices.indexOf(subject.service);
  return place < 0 || (twists.indexOf(twist) + moments.indexOf(at)) % otcServices.length === place;
}

describe("answers that are well-formed, and wrong", () => {
  it("double nothing, lose nothing and delete nothing of others, while any kind is made, read and deleted", async () => {
    // Each kind in its plain form.
    const all = await allCells(subjects.filter(({ title, kind }) => title === kind));
    const plain = all.filter((cell) => !isUnknowable(cell));
    const isNull = ({ twist }: Cell) => twist.startsWith("null ");
    const nulls = plain.filter(isNull).filter((_, index) => index % ONE_IN === 0);
    const cells = [...plain.filter((cell) => !isNull(cell) && isItsTurn(cell)), ...nulls];
    await fillCells(cells);
    const bad = cells.flatMap(({ subject: { title }, twist, at, failure }) =>
      failure ? [[title, twist, at, failure.problems, failure.log]] : [],
    );
    assert.deepEqual(bad, [], JSON.stringify(bad, undefined, 1));
    assert.ok(cells.length > 120, `${cells.length}`);
  }).timeout(300_000);
});
