import assert from "node:assert/strict";
import { grid } from "../faults/told-grid";
import { World } from "../faults/world";
import { useHome } from "../with/home";
import { begin, edits } from "./edits";
import { Journey, type Week } from "./journey";

const WEEKS = 52;

describe("consents over a year: a release every week, and ordinary edits of all services", () => {
  useHome();
  let world: World;
  before(async () => {
    const gone = { deleteSeconds: 0 };
    const services = { trove: gone, dds: gone, geminidb: gone, rds: gone };
    world = await World.open({ buildSeconds: 0, ...services, serveravatar: { undocumentedDelete: "works" } });
  });
  after(() => world.close());

  it("each loss is asked for once, nothing is replaced by surprise, and nothing runs on unasked", async () => {
    const journey = new Journey(world);
    begin(journey.program);
    const weeks: Week[] = [];
    for (let number = 1; number <= WEEKS; number++) {
      const edit = edits[number - 2];
      const week = await journey.release(edit);
      weeks.push(week);
      const { what, consents, refused, replaced, left } = week;
      const { consents: asked = 0, replaces = [], leaves = 0 } = edit ?? {};
      const at = `week ${number}, ${what}: ${JSON.stringify(week)}`;
      assert.equal(consents.length, asked, at);
      assert.equal(refused.length, edit?.refused ? 1 : 0, at);
      assert.deepEqual(replaced, replaces, at);
      assert.equal(left.length, leaves, at);
    }
    const stale = weeks.flatMap((week) => week.stale);
    assert.deepEqual(stale, [...new Set(stale)], "a line is told once");
    assert.deepEqual((await journey.unmanaged()).sort(), weeks.flatMap(({ left }) => left).sort());
    assert.deepEqual(await journey.writesAgain(), []);
    console.log(tableOf(weeks));
  });
});

/** The weeks with an edit, and the sum of the year. */
function tableOf(weeks: readonly Week[]): string {
  const surprises = ({ week, replaced }: Week) =>
    replaced.filter((name) => !edits[week - 2]?.replaces?.includes(name)).length;
  const unasked = ({ week, left }: Week) => left.length - (edits[week - 2]?.leaves ?? 0);
  const counts: ((week: Week) => number)[] = [
    ({ consents }) => consents.length,
    surprises,
    ({ left }) => left.length,
    unasked,
    ({ stale }) => stale.length,
  ];
  const rowOf = (week: Week) => [`${week.week}`, week.what, ...counts.map((count) => `${count(week)}`)];
  const sums = counts.map((count) => `${weeks.reduce((sum, week) => sum + count(week), 0)}`);
  const headings = ["week", "edit", "consents", "surprises", "runs on", "unasked", "stale lines"];
  return grid(headings, [...weeks.filter(({ what }) => what).map(rowOf), ["", `${weeks.length} releases`, ...sums]]);
}
