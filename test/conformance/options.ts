import assert from "node:assert/strict";
import { after, before } from "mocha";
import type { Args } from "../kinds/case";
import { type Kind, slugOf } from "../kinds/kind";
import type { Declaration, Options } from "../with/programs/declaration";
import type { Run, StateResource } from "../with/programs/program";
import { Stage } from "../with/stage";
import { providerOf, providersAt, providersOf } from "./own-provider";

type State = Record<string, StateResource>;
type Role = "guarded" | "retained" | "renamed";

interface Step {
  run: Run;
  state: State;
  stands: Record<string, Record<string, unknown>>;
}

const roles: Role[] = ["guarded", "retained"];
const nameOf = (kind: Kind, role: Role) => `${slugOf(kind)}-${role}`;

/** An argument whose change needs no consent. */
const changeOf = ({ turns }: Kind) => turns[0]!;

function declared(kind: Kind, role: Role, options: Options, more: Args = {}): Declaration {
  const copy = role === "guarded" ? 0 : 1;
  const args = { ...kind.valid, ...kind.place(copy), ...more };
  return { kind: kind.kind, name: nameOf(kind, role), args, options: { ...options, ...providerOf(kind) } };
}

/** Pulumi's own options, on every kind in one stack. */
export function options(kinds: readonly Kind[]): void {
  let stage: Stage;
  const steps = new Map<string, Step>();
  const step = (name: string) => steps.get(name)!;

  async function record(name: string, declarations: Declaration[], act: () => Promise<Run>): Promise<void> {
    await stage.program.declare(declarations);
    const run = await act();
    const stands = await Promise.all(kinds.map(async (kind) => [kind.kind, await kind.stands(stage)] as const));
    steps.set(name, { run, state: await stage.program.state(), stands: Object.fromEntries(stands) });
  }

  before(async () => {
    stage = await Stage.open();
    const { program } = stage;
    await program.declare([], providersAt(kinds, stage.urls));
    const guarded = (more: Options) => kinds.map((kind) => declared(kind, "guarded", more));
    const urns = (state: State) => kinds.map((kind) => state[nameOf(kind, "guarded")]!.urn);
    const each = (flag: string, state: State) => urns(state).flatMap((urn) => [flag, urn]);
    const child = (kind: Kind) => ({ retainOnDelete: true, parent: nameOf(kind, "guarded") });
    const second = kinds.map((kind) => declared(kind, "retained", child(kind)));
    const renamed = kinds.map((kind) =>
      declared(kind, "renamed", { ...child(kind), aliases: [nameOf(kind, "retained")] }),
    );
    const ignoring = kinds.map((kind) =>
      declared(kind, "guarded", { protect: true, ignoreChanges: Object.keys(changeOf(kind).to) }, changeOf(kind).to),
    );
    await record("up", [...guarded({ protect: true }), ...second], () => program.up());
    await record("ignored", [...ignoring, ...renamed], () => program.up());
    await record("protected", [...ignoring, ...renamed], () => program.destroy());
    // A child is protected with its parent, until both are stored without.
    await record("unprotected", [...guarded({}), ...renamed], () => program.up());
    await record("retained", guarded({}), () => program.up());
    // Of --replace and a taint no provider is shown what the state has, and what is made anew leaves that running.
    const agreed = (earlier: readonly string[], changed = false) =>
      kinds.map((kind) => {
        const left = earlier.map((name) => Number(step(name).state[nameOf(kind, "guarded")]!.id)).sort((a, b) => a - b);
        const allow = kind.replaced === "made anew" ? { allow: { "second-plan": left.join(",") } } : {};
        const { id } = step(earlier.at(-1)!).state[nameOf(kind, "guarded")]!;
        const adopt = kind.replaced === "kept by adopt" ? { adopt: id } : {};
        return declared(kind, "guarded", {}, { ...allow, ...adopt, ...(changed && changeOf(kind).to) });
      });
    const replaced = agreed(["retained"]);
    await record("replaced", replaced, () => program.up(...each("--replace", step("retained").state)));
    const taint = await program.run(["state", "taint", ...urns(step("replaced").state), "--yes"]);
    assert.equal(taint.code, 0, taint.text);
    await record("tainted", agreed(["retained", "replaced"]), () => program.up());
    const [target] = urns(step("tainted").state);
    await record("targeted", agreed(["retained", "replaced"], true), () => program.up("--target", `${target}`));
  });
  after(() => stage?.close());

  for (const [index, kind] of kinds.entries()) {
    const idOf = (name: string, role: Role) => step(name).state[nameOf(kind, role)]?.id;
    const standing = (name: string) => Object.keys(step(name).stands[kind.kind]!).sort();

    it(`${kind.kind}: a parent is part of its identity`, () => {
      const { run, state } = step("up");
      assert.equal(run.code, 0, run.text);
      const { urn } = state[nameOf(kind, "retained")]!;
      assert.match(urn, new RegExp(`::([a-z:/-]+:|[a-z:/-]+/)${kind.kind}\\$\\1${kind.kind}::`));
    });

    it(`${kind.kind}: ignoreChanges ignores, and an alias renames, without a change`, () => {
      const { run } = step("ignored");
      assert.equal(run.code, 0, run.text);
      assert.deepEqual(
        roles.map((role) => idOf("up", role)),
        [idOf("ignored", "guarded"), idOf("ignored", "renamed")],
      );
      assert.deepEqual(standing("ignored"), standing("up"));
    });

    it(`${kind.kind}: protect keeps it from destroy`, () => {
      assert.notEqual(step("protected").run.code, 0);
      assert.equal(idOf("protected", "guarded"), idOf("up", "guarded"));
      assert.deepEqual(standing("protected"), standing("up"));
    });

    it(`${kind.kind}: retainOnDelete leaves it in the service`, () => {
      const { run } = step("retained");
      assert.equal(run.code, 0, run.text);
      assert.equal(idOf("retained", "renamed"), undefined);
      assert.deepEqual(standing("retained"), standing("up"));
    });

    for (const [name, earlier] of [
      ["replaced", "retained"],
      ["tainted", "replaced"],
    ] as const) {
      it(`${kind.kind}: ${name === "replaced" ? "--replace" : "a taint"} without a change loses nothing; it is ${kind.replaced}`, () => {
        const { run } = step(name);
        assert.deepEqual(
          [run.code, run.changes],
          [0, { replaced: kinds.length, unchanged: 1 + providersOf(kinds) }],
          run.text,
        );
        assert.deepEqual(
          standing(earlier).filter((id) => !standing(name).includes(id)),
          [],
        );
        assert.doesNotMatch(run.text, /interrupted|may have asked/, "doubt 17");
        const isKept = idOf(name, "guarded") === idOf(earlier, "guarded");
        assert.equal(isKept, kind.replaced !== "made anew");
        if (isKept)
          assert.match(
            run.text,
            new RegExp(`${idOf(name, "guarded")} belongs to its replacement in this same run, and is kept`),
          );
        else assert.match(run.text, new RegExp(`plan ${idOf(earlier, "guarded")} keeps running`));
      });
    }

    it(`${kind.kind}: --target ${index === 0 ? "changes it" : "on another leaves it as it is"}`, () => {
      const [before, now] = ["tainted", "targeted"].map((name) => step(name).state[nameOf(kind, "guarded")]!);
      assert.equal(step("targeted").run.code, 0, step("targeted").run.text);
      const [[argument, value]] = Object.entries(changeOf(kind).to) as [[string, unknown]];
      assert.equal(now!.outputs[argument] === value, index === 0 || before!.outputs[argument] === value);
    });
  }
}
