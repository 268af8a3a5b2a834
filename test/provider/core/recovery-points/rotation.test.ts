import assert from "node:assert/strict";
import { isWrite } from "../../../faults/exchange";
import { World } from "../../../faults/world";
import { isSupported, type Kind } from "../../../kinds/kind";
import { kinds } from "../../../kinds/kinds";
import { useHome } from "../../../with/home";
import { type FormName, formOr } from "../../../with/host/form";
import { Stack } from "../../../with/journeys/stack";
import type { Outside } from "../../../with/outside";
import { endings } from "./list-rules";
import { outsideRules } from "./outside-rules";
import { rotations } from "./rotation-rules";
import { listedIn, type Rotating } from "./rotations";

const points = kinds.filter(({ rules, kind }) => kind.endsWith(":Backup") && "valid" in rules);

describe("rotation: the last few recovery points, by what a user does", () => rotation(points, formOr("dynamic")));
describe("rotation: the last few recovery points, by the plugin", () => rotation(points.slice(0, 1), "plugin"));

function rotation(those: readonly Kind[], form: FormName): void {
  const home = useHome();
  let world: World;
  let outside: Outside;
  before(async () => {
    const gone = { deleteSeconds: 0 };
    const services = { trove: gone, dds: gone, geminidb: gone, serveravatar: { undocumentedDelete: "works" } };
    world = await World.open({ buildSeconds: 0, ...services });
    outside = world.outside;
  });
  beforeEach(() => world.reset());
  after(() => outside.close());

  async function playOf(kind: Kind): Promise<Rotating> {
    const stack = new Stack(world, "dev", {}, form);
    const ids = async () =>
      Object.entries(await kind.stands(outside)).flatMap(([id, row]) =>
        (row as { isDeleting?: boolean }).isDeleting ? [] : [id],
      );
    const before = await ids();
    return {
      kind,
      stack,
      up: (args, options) => stack.up([{ kind: kind.kind, name: "a", args: { ...kind.valid, ...args } }], options),
      stored: () => stack.state.get("a") ?? assert.fail("it is not in state"),
      there: async () => (await ids()).filter((id) => !before.includes(id)),
      settings: (settings) => world.control("POST", "/settings", { [kind.service]: settings }),
      later: (seconds) => world.control("POST", "/time", { advance: seconds }),
      writes: () => world.exchanges.filter(isWrite).length,
      remove: async (id) => {
        if (isSupported(kind.remove)) await kind.remove(outside, id);
      },
      strike: (rule) => (rule ? world.rules.add({ service: kind.service, ...rule }) : world.rules.clear()),
      forgetNotes: home.renew,
    };
  }

  for (const kind of those) {
    const rules = { ...rotations, ...endings, ...(isSupported(kind.remove) && outsideRules) };
    for (const [what, play] of Object.entries(rules)) {
      it(`${kind.kind}: ${what}`, async () => {
        const played = await playOf(kind);
        const { there, listed, refused, told, untold, last } = await play(played);
        const said = JSON.stringify(last);
        if (there) assert.deepEqual((await played.there()).sort(), [...there].sort(), said);
        if (listed) assert.deepEqual(listedIn(played.stored().outputs), listed, said);
        if (refused) assert.match(last.errors.join("\n"), refused);
        else assert.deepEqual(last.errors, []);
        if (told) assert.match(last.warnings.join("\n"), told);
        if (untold) assert.doesNotMatch(last.warnings.join("\n"), untold);
      });
    }
  }
}
