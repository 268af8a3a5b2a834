import assert from "node:assert/strict";
import fc from "fast-check";
import { isWrite } from "../../../faults/exchange";
import type { Props } from "../../../faults/provider-process";
import { World } from "../../../faults/world";
import { useHome } from "../../../with/home";
import { type Declared, Stack } from "../../../with/journeys/stack";
import { listedIn } from "./rotations";

const DATABASES = {
  orders: "d4603f69-ec7e-4e9b-803f-600b9205576f",
  users: "44b277eb-39be-4921-be31-3d61b43651d7",
  stock: "33333333-3333-4333-8333-333333333333",
};

const EIGHT = { minLength: 8, maxLength: 8 };
const KEEP = { keepLast: 3 };

/** What may happen to the first `up` of a release. */
const mishaps = {
  nothing: () => undefined,
  "killed before anything is deleted": () => undefined,
  "killed before the state is written": () => undefined,
  "a backup fails": async (world: World) => world.control("POST", "/settings", { trove: { failNext: { backup: 1 } } }),
  "a creation is refused": (world: World) => void world.rules.add({ ...POST, nth: 2, fault: "error-500" }),
  "the answer to a creation is lost": (world: World) => void world.rules.add({ ...POST, nth: 3, fault: "reset-after" }),
  "a gateway answers a creation": (world: World) => void world.rules.add({ ...POST, fault: "gateway-timeout-504" }),
  "the answer to a deletion is lost": (world: World) => void world.rules.add({ ...DELETE, fault: "close-after" }),
  "deletions are refused": (world: World) =>
    void world.rules.add({ ...DELETE, times: 1_000, fault: "unavailable-503" }),
  "a look fails": (world: World) =>
    void world.rules.add({ service: "trove", method: "GET", nth: 4, fault: "error-500" }),
};

const POST = { service: "trove", method: "POST", path: /backups$/ };
const DELETE = { service: "trove", method: "DELETE" };

type Mishap = keyof typeof mishaps;

interface Row {
  id: string;
  instanceId: string;
  status: string;
  parentId: string | null;
}

describe("consent 8 and 9: three databases, eight releases, a full and an incremental backup each, faults drawn", () => {
  useHome();
  let world: World;
  before(async () => {
    world = await World.open({ buildSeconds: 0, trove: { deleteSeconds: 0 } });
  });
  after(() => world.close());

  const rows = async () => (await world.holdings()).trove.backups as Row[];
  const unprotected = (all: readonly Row[]) =>
    Object.values(DATABASES).filter(
      (id) => !all.some((row) => row.instanceId === id && row.status === "COMPLETED" && !row.parentId),
    );

  /** From the first release on; the program holds no id of the vendor's but those of its databases. */
  function program(release: number, more: Props): Declared[] {
    return Object.entries(DATABASES).flatMap(([name, instance]): Declared[] => [
      { kind: "trove:Backup", name: `${name}-full`, args: { instance, triggers: [release], ...KEEP, ...more } },
      {
        kind: "trove:Backup",
        name: `${name}-incr`,
        args: (state) => ({ instance, parentId: state.get(`${name}-full`)?.id, ...KEEP, ...more }),
      },
    ]);
  }

  async function firstUp(stack: Stack, declared: Declared[], mishap: Mishap): Promise<void> {
    await mishaps[mishap](world);
    const [state, pending] = [new Map(stack.state), [...stack.pending]];
    await stack.up(declared, mishap.startsWith("killed") ? { neighbourFails: true } : {});
    if (mishap === "killed before the state is written") Object.assign(stack, { state, pending });
    world.rules.clear();
    await world.control("POST", "/settings", { trove: { failNext: { backup: 0 } } });
  }

  for (const seed of [1, 2, 3]) {
    it(`seed ${seed}: each always has a complete one; at the end the last three stay, and nothing else`, async () => {
      await world.reset();
      const before = (await rows()).map(({ id }) => id);
      const [drawn = []] = fc.sample(fc.shuffledSubarray(Object.keys(mishaps) as Mishap[], EIGHT), {
        seed,
        numRuns: 1,
      });
      const stack = new Stack(world, `seed-${seed}`);
      const gaps: string[] = [];
      const onDelete = seed % 2 === 0 ? "delete" : "keep";
      const more = { onDelete, __timeouts: { delete: "1500ms" } };
      const ups: number[] = [];
      for (const [index, mishap] of drawn.entries()) {
        const declared = program(index + 1, more);
        world.watch = async (exchange, moment) => {
          if (index === 0 || moment !== "done" || !isWrite(exchange)) return;
          for (const id of unprotected(await rows())) gaps.push(`${id} after ${exchange.method} ${exchange.path}`);
        };
        await firstUp(stack, declared, mishap);
        let count = 1;
        for (let last = ["not yet"]; last.length > 0; count++) {
          assert.ok(count < 5, `release ${index + 1}, ${mishap}: ${last.join("\n")}`);
          last = (await stack.up(declared)).errors;
        }
        ups.push(count);
      }
      world.watch = undefined;
      assert.deepEqual(gaps, [], drawn.join(", "));
      const there = (await rows()).map(({ id }) => id).filter((id) => !before.includes(id));
      const listed = [...stack.state.values()].flatMap(({ outputs }) => listedIn(outputs));
      assert.deepEqual(there.sort(), listed.sort(), drawn.join(", "));
      assert.equal(listed.length, 2 * 3 * Object.keys(DATABASES).length);
      console.log(`      ${drawn.map((mishap, index) => `${mishap} (${ups[index]} ups)`).join("; ")}`);
    });
  }
});
