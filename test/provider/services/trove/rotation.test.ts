import assert from "node:assert/strict";
import { World } from "../../../faults/world";
import { instances } from "../../../kinds/instances";
import { useHome } from "../../../with/home";
import { type Declared, Stack } from "../../../with/journeys/stack";

const [instance] = instances.trove;

/** A full backup, and an incremental one on it that keeps more of them. */
function program(release: string, onDelete = "keep"): Declared[] {
  const incremental: Declared["args"] = (state) => ({
    ...{ instance, parentId: state.get("full")?.id, keepLast: 2, onDelete },
  });
  return [
    { kind: "trove:Backup", name: "full", args: { instance, triggers: [release], keepLast: 1, onDelete } },
    { kind: "trove:Backup", name: "incr", args: incremental },
  ];
}

describe("rotation: a parent leaves the list before what is built on it", () => {
  useHome();
  let world: World;
  before(async () => {
    world = await World.open({ buildSeconds: 0, trove: { deleteSeconds: 0 } });
  });
  after(() => world.close());

  it("it stays, a warning names what is built on it, and the rotation after that deletes it", async () => {
    const stack = new Stack(world);
    const ids = async () => (await world.holdings()).trove.backups.map(({ id }: { id: string }) => id);
    const standing = await ids();
    const made: { full: string; incr: string }[] = [];
    const warnings: string[] = [];
    for (const release of ["v1", "v2", "v3"]) {
      const outcome = await stack.up(program(release));
      assert.deepEqual(outcome.errors, []);
      made.push({ full: stack.state.get("full")!.id, incr: stack.state.get("incr")!.id });
      warnings.push(outcome.warnings.join("\n"));
    }
    const [first, second, third] = made as [(typeof made)[0], (typeof made)[0], (typeof made)[0]];
    assert.match(warnings[1]!, new RegExp(`generation ${first.full} is kept: ${first.incr} is built on it`));
    const kept = [third.full, third.incr, second.full, second.incr].sort();
    assert.deepEqual((await ids()).filter((id: string) => !standing.includes(id)).sort(), kept);
  });
});
