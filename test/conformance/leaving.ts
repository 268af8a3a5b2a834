import assert from "node:assert/strict";
import { after, before } from "mocha";
import type { Args } from "../kinds/case";
import { type Kind, type Left, slugOf } from "../kinds/kind";
import type { Declaration } from "../with/programs/declaration";
import type { Run, StateResource } from "../with/programs/program";
import { Stage } from "../with/stage";
import type { Where } from "../with/where";

type Stands = Record<string, Record<string, unknown>>;

const nameOf = (kind: Kind, onDelete: string) => `${slugOf(kind)}-${onDelete}`;

const declared = (kind: Kind, onDelete: string, copy: number, more: Args = {}): Declaration => ({
  kind: kind.kind,
  name: nameOf(kind, onDelete),
  args: { ...kind.valid, ...kind.place(copy), ...more, onDelete },
});

const copiesOf = (kind: Kind) => Object.keys(kind.leaving).map((onDelete, copy) => [onDelete, copy] as const);

/** The one that a loss is tried on: where a replacement deletes, or any other than "keep". */
const lossyOf = (kind: Kind) => copiesOf(kind)[1]!;

/** A service that has no call for it may have one where it was asked for. */
const DELETING = { serveravatar: { undocumentedDelete: "works" } };

/** Each kind under each `onDelete`, all in one stack. */
export function leaving(kinds: readonly Kind[], where?: Where): void {
  let stage: Stage;
  const refusals = new Map<Kind, Run>();
  let made: Record<string, StateResource>;
  let agreed: { run: Run; state: Record<string, StateResource> };
  let destroyed: Run;
  const stood: Record<"before" | "made" | "left", Stands> = { before: {}, made: {}, left: {} };

  const look = async (): Promise<Stands> =>
    Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind.kind, await kind.stands(stage)] as const)));
  const all = (more: (kind: Kind, onDelete: string) => Args) =>
    kinds.flatMap((kind) =>
      copiesOf(kind).map(([onDelete, copy]) => declared(kind, onDelete, copy, more(kind, onDelete))),
    );

  before(async () => {
    stage = await Stage.open(DELETING, {}, where);
    const { program } = stage;
    stood.before = await look();
    await program.declare(all(() => ({})));
    await program.up();
    made = await program.state();
    for (const kind of kinds) {
      const [onDelete, copy] = lossyOf(kind);
      await program.declare([declared(kind, onDelete, copy, kind.loss.to)]);
      refusals.set(kind, await program.preview());
    }
    const consent = (kind: Kind, onDelete: string) =>
      onDelete === lossyOf(kind)[0]
        ? { ...kind.loss.to, allow: kind.loss.allow(made[nameOf(kind, onDelete)]!.id) }
        : {};
    await program.declare(all(consent));
    agreed = { run: await program.up(), state: await program.state() };
    stood.made = await look();
    destroyed = await program.destroy();
    stood.left = await look();
  });
  after(() => stage?.close());

  for (const kind of kinds) {
    const lossy = () => made[nameOf(kind, lossyOf(kind)[0])]!;

    it(`${kind.kind}: a loss is refused with the line that agrees to it`, () => {
      const run = refusals.get(kind)!;
      const [[word, value]] = Object.entries(kind.loss.allow(lossy().id)) as [[string, string]];
      assert.notEqual(run.code, 0);
      assert.ok(run.text.includes(`allow: { "${word}": "${value}" }`), run.text);
    });

    it(`${kind.kind}: a loss that is agreed to happens`, () => {
      assert.equal(agreed.run.code, 0, agreed.run.text);
      const now = agreed.state[lossy().urn.slice(lossy().urn.lastIndexOf("::") + 2)]!;
      const [[argument, value]] = Object.entries(kind.loss.to) as [[string, unknown]];
      assert.deepEqual(now.outputs[argument], value);
      if (now.id !== lossy().id) assert.ok(!(lossy().id in stood.made[kind.kind]!), "the old one is deleted");
    });

    for (const [onDelete, left] of Object.entries(kind.leaving)) {
      it(`${kind.kind}: with onDelete "${onDelete}" what destroy leaves is ${left}`, () => {
        assert.equal(destroyed.code, 0, destroyed.text);
        assertLeft(left, kind, agreed.state[nameOf(kind, onDelete)]!.id, stood);
      });
    }
  }
}

function assertLeft(left: Left, { kind }: Kind, id: string, stood: Record<"before" | "made" | "left", Stands>): void {
  const [before, made, now] = [stood.before[kind]![id], stood.made[kind]![id], stood.left[kind]![id]];
  assert.notEqual(made, undefined);
  if (left === "gone") assert.equal(now, undefined);
  if (left === "stays") assert.deepEqual(now, made);
  if (left === "as before") assert.deepEqual(now, before);
  if (left === "off") assert.equal((now as { keepDays: number }).keepDays, 0);
}
