import assert from "node:assert/strict";
import { pointsInWords } from "../../../provider/plan/endangered";

const point = (day: number) => ({ name: `b-${day}`, at: `2030-01-${`${day}`.padStart(2, "0")}T01:00:00Z` });

describe("plan: recovery points in words", () => {
  it("names them with their dates, the oldest first", () => {
    assert.equal(pointsInWords([point(3)]), "1 recovery point: b-3 (2030-01-03T01:00:00Z)");
    const two = "2 recovery points: b-2 (2030-01-02T01:00:00Z), b-3 (2030-01-03T01:00:00Z)";
    assert.equal(pointsInWords([point(3), point(2)]), two);
    assert.equal(pointsInWords([{ name: "b", at: undefined }]), "1 recovery point: b (time unknown)");
  });

  it("names ten, and counts the others up to the newest", () => {
    const ten = Array.from({ length: 10 }, (_, index) => point(index + 1));
    assert.doesNotMatch(pointsInWords(ten), /more/);
    const twelve = [...ten, point(11), point(12)];
    assert.match(
      pointsInWords(twelve),
      /^12 recovery points: .*b-10 \([^)]*\), and 2 more up to 2030-01-12T01:00:00Z$/,
    );
  });
});
