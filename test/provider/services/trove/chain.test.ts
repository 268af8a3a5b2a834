import assert from "node:assert/strict";
import { World } from "../../../faults/world";
import { instances } from "../../../kinds/instances";
import { useHome } from "../../../with/home";
import { type Declared, Stack } from "../../../with/journeys/stack";

const [instance] = instances.trove;

describe("trove: a backup and an incremental one on it, by the model of the engine", () => {
  useHome();
  let world: World;
  let stack: Stack;
  before(async () => {
    world = await World.open({ buildSeconds: 0, trove: { deleteSeconds: 0 } });
  });
  beforeEach(async () => {
    await world.reset();
    stack = new Stack(world);
  });
  after(() => world.close());

  const chain = (full: object): Declared[] => [
    { kind: "trove:Backup", name: "full", args: { instance, ...full } },
    {
      ...{ kind: "trove:Backup", name: "addition" },
      args: (state) => ({ instance, parentId: state.get("full")?.id }),
    },
  ];
  const ids = async () => (await world.holdings()).trove.backups.map(({ id }: { id: string }) => id);
  const done = async (declared: Declared[]) => assert.deepEqual((await stack.up(declared)).errors, []);

  it("a deletion that takes descendants along is done once the program agrees", async () => {
    await done(chain({ triggers: ["v1"], onDelete: "delete" }));
    const { id } = stack.state.get("full")!;
    const replaced = (allow: object) => chain({ triggers: ["v2"], onDelete: "delete", allow });
    const refused = await stack.up(replaced({ "replace-recovery-point": id }));
    assert.match(refused.errors.join("\n"), /deletes what was built on it too/);
    await done(replaced({ "replace-recovery-point": id, "delete-descendants": id }));
    assert.equal((await ids()).length, 2);
  });
});
