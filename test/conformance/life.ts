import assert from "node:assert/strict";
import { after, before } from "mocha";
import type { Args } from "../kinds/case";
import { isSupported, type Kind, slugOf, type Turn } from "../kinds/kind";
import type { Declaration } from "../with/programs/declaration";
import type { Run, StateResource } from "../with/programs/program";
import { Stage } from "../with/stage";
import type { Where } from "../with/where";
import { providerOf, providersAt, providersOf } from "./own-provider";

type State = Record<string, StateResource>;

interface Step {
  run: Run;
  state: State;
  /** What the services have, by kind and id. */
  stands: Record<string, Record<string, unknown>>;
  writes: { service: string }[];
  requests: number;
}

const declared = (kind: Kind, args: Args): Declaration => ({
  ...{ kind: kind.kind, name: slugOf(kind), args },
  options: providerOf(kind),
});

const defined = (args: Args): Args =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));

/** The first update and the first replacement; `lifeThroughHost` has a change of every argument. */
const turnsOf = ({ turns }: Kind): Turn[] =>
  (["update", "replace"] as const).flatMap((effect) => turns.find((turn) => turn.effect === effect) ?? []);

/** The arguments after so many turns. */
const argsAfter = (kind: Kind, count: number): Args =>
  defined(
    Object.assign(
      {},
      kind.valid,
      ...turnsOf(kind)
        .slice(0, count)
        .map(({ to }) => to),
    ),
  );

/** All kinds live at once in one stack, so that an engine runs once for each step. */
export function life(kinds: readonly Kind[], where?: Where): void {
  let stage: Stage;
  const steps = new Map<string, Step>();
  const step = (name: string) => steps.get(name)!;
  const mostTurns = Math.max(...kinds.map((kind) => turnsOf(kind).length));

  async function record(name: string, act: () => Promise<Run>): Promise<void> {
    await stage.control("DELETE", "/requests");
    const run = await act();
    const [writes, requests] = [await stage.writes(), (await stage.requests()).length];
    const stands = Object.fromEntries(
      await Promise.all(kinds.map(async (kind) => [kind.kind, await kind.stands(stage)] as const)),
    );
    steps.set(name, { run, state: await stage.program.state(), stands, writes, requests });
  }

  before(async () => {
    stage = await Stage.open({ where });
    const { program } = stage;
    await program.declare(
      kinds.map((kind) => declared(kind, kind.valid)),
      providersAt(kinds, stage.urls),
    );
    await record("preview", () => program.preview());
    await record("up", () => program.up());
    await record("again", () => program.up());
    for (let turn = 1; turn <= mostTurns; turn++) {
      await program.declare(kinds.map((kind) => declared(kind, argsAfter(kind, turn))));
      await record(`turn ${turn}`, () => program.up());
    }
    const { state } = step(`turn ${mostTurns}`);
    for (const kind of kinds) {
      if (isSupported(kind.remove)) await kind.remove(stage, state[slugOf(kind)]!.id);
    }
    await record("refresh", () => program.refresh());
    await record("up after refresh", () => program.up());
    await record("destroy", () => program.destroy());
  });
  after(() => stage?.close());

  it("a preview sends no request", () => {
    assert.equal(step("preview").run.code, 0, step("preview").run.text);
    assert.equal(step("preview").requests, 0);
  });

  it("up again changes nothing and writes nothing", () => {
    const { run, writes } = step("again");
    assert.deepEqual(
      [run.code, run.changes, writes],
      [0, { unchanged: kinds.length + 1 + providersOf(kinds) }, []],
      run.text,
    );
  });

  for (const kind of kinds) {
    const slug = slugOf(kind);

    it(`${kind.kind}: up makes it, and the service has it`, () => {
      const { run, state, stands } = step("up");
      assert.equal(run.code, 0, run.text);
      assert.equal(state[slug]!.outputs.state, kind.state);
      assert.ok(state[slug]!.id in stands[kind.kind]!);
    });

    for (const [index, turn] of turnsOf(kind).entries()) {
      it(`${kind.kind}: a change of ${turn.argument} is ${turn.effect === "update" ? "an update" : "a replacement"}`, () => {
        const [earlier, now] = [step(index === 0 ? "again" : `turn ${index}`), step(`turn ${index + 1}`)];
        assertTurn(kind, turn, earlier, now);
      });
    }

    if (isSupported(kind.remove)) {
      it(`${kind.kind}: what was deleted outside is dropped by refresh, and made again by up`, () => {
        const [last, refreshed, again] = [step(`turn ${mostTurns}`), step("refresh"), step("up after refresh")];
        assert.deepEqual([refreshed.run.code, refreshed.state[slug]], [0, undefined], refreshed.run.text);
        assert.equal(again.run.code, 0, again.run.text);
        assert.notEqual(again.state[slug]!.id, last.state[slug]!.id);
        assert.ok(again.state[slug]!.id in again.stands[kind.kind]!);
      });
    } else {
      it(`${kind.kind}: refresh never drops it, since ${kind.remove.notSupported}`, () => {
        const [last, refreshed, again] = [step(`turn ${mostTurns}`), step("refresh"), step("up after refresh")];
        const ids = [last, refreshed, again].map(({ state }) => state[slug]!.id);
        assert.equal(new Set(ids).size, 1);
      });
    }

    it(`${kind.kind}: destroy leaves everything in the service, as the summary says`, () => {
      const [last, destroyed] = [step("up after refresh"), step("destroy")];
      assert.equal(destroyed.run.code, 0, destroyed.run.text);
      assert.ok(last.state[slug]!.outputs.summary.includes(kind.keeps));
      assert.deepEqual(destroyed.stands[kind.kind], last.stands[kind.kind]);
      assert.deepEqual([destroyed.state, destroyed.writes], [{}, []]);
    });
  }
}

function assertTurn(kind: Kind, turn: Turn, earlier: Step, now: Step): void {
  const slug = slugOf(kind);
  const [old, made] = [earlier.state[slug]!, now.state[slug]!];
  assert.equal(now.run.code, 0, now.run.text);
  assert.equal(made.id === old.id, turn.effect === "update");
  assert.equal(made.initErrors, undefined);
  const [before, after] = [earlier.stands[kind.kind]!, now.stands[kind.kind]!];
  assert.deepEqual(
    Object.keys(before).filter((id) => !(id in after)),
    [],
    "nothing went",
  );
  assert.ok(made.id in after);
  const writes = now.writes.filter(({ service }) => service === kind.service);
  assert.ok(writes.length > 0);
}
