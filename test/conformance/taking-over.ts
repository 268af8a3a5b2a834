import assert from "node:assert/strict";
import { after, before } from "mocha";
import type { Args } from "../kinds/case";
import { isSupported, type Kind, slugOf } from "../kinds/kind";
import { setOutside } from "../kinds/otc";
import type { Declaration } from "../with/programs/declaration";
import type { Run, StateResource } from "../with/programs/program";
import { Stage } from "../with/stage";

type State = Record<string, StateResource>;

const declared = (kind: Kind, args: Args): Declaration => ({ kind: kind.kind, name: `${slugOf(kind)}-new`, args });

/** What another program made, or somebody by hand, becomes a resource. */
export function adoption(kinds: readonly Kind[]): void {
  let stage: Stage;
  let made: State;
  let mismatched: Run;
  const adopted: { run: Run; state: State; writes: { service: string; method: string }[] }[] = [];
  const able = kinds.filter(({ adopt }) => isSupported(adopt));
  const adoptOf = (kind: Kind) => (isSupported(kind.adopt) ? kind.adopt(made[slugOf(kind)]!.outputs) : {});

  async function record(declarations: Declaration[]): Promise<void> {
    await stage.program.declare(declarations);
    await stage.control("DELETE", "/requests");
    const run = await stage.program.up();
    adopted.push({ run, writes: await stage.writes(), state: await stage.program.state() });
  }

  before(async () => {
    stage = await Stage.open();
    const { program } = stage;
    await program.declare(able.map((kind) => ({ kind: kind.kind, name: slugOf(kind), args: kind.valid })));
    await program.up();
    // A plan can be compared with what is declared once it has run.
    await program.refresh();
    made = await program.state();
    await program.destroy();
    await program.declare(able.map((kind) => declared(kind, { ...kind.valid, ...kind.place(1), ...adoptOf(kind) })));
    mismatched = await program.up("--continue-on-error");
    await record(able.map((kind) => declared(kind, { ...kind.valid, ...adoptOf(kind) })));
    await record(able.map((kind) => declared(kind, { ...kind.valid, ...adoptOf(kind), adopt: undefined })));
  });
  after(() => stage?.close());

  for (const kind of kinds) {
    const { adopt } = kind;
    const name = `${slugOf(kind)}-new`;
    if (!isSupported(adopt)) {
      it(`${kind.kind}: adopt is no argument, since ${adopt.notSupported}`, async () => {
        await stage.program.declare([declared(kind, { ...kind.valid, adopt: "1" })]);
        const run = await stage.program.preview();
        assert.match(run.text, new RegExp(`adopt: is not an argument of ${kind.kind}`));
      });
      continue;
    }

    it(`${kind.kind}: adopt refuses what does not match`, () => {
      assert.match(
        mismatched.text,
        new RegExp(
          `\\(${name}\\):\\n(?: +warning: .*\\n)* +error: adopt: .*(does not match what is declared|has no backup)`,
        ),
      );
    });

    it(`${kind.kind}: adopt takes it over and makes none, and can be removed later`, () => {
      const [taken, removed] = adopted as [(typeof adopted)[0], (typeof adopted)[0]];
      assert.equal(taken.run.code, 0, taken.run.text);
      assert.equal(taken.state[name]!.id, made[slugOf(kind)]!.id);
      assert.deepEqual(
        taken.writes.filter(({ service, method }) => service === kind.service && method === "POST"),
        [],
      );
      assert.deepEqual(
        [removed.run.code, removed.run.changes, removed.writes],
        [0, { unchanged: able.length + 1 }, []],
        removed.run.text,
      );
    });
  }
}

const off = { keep_days: 0 };
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const canBeOff = ({ leaving }: Kind) => "disable" in leaving;
const outside = { keep_days: 30, start_time: "05:00-06:00", period: "1,2,3,4,5,6,7" };

/** Every instance has a policy before the program knows it. */
export function policies(kinds: readonly Kind[]): void {
  const able = kinds.filter(({ kind }) => kind.endsWith(":BackupPolicy"));
  const instanceOf = (kind: Kind) => `${kind.valid.instanceId}`;
  let stage: Stage;
  let refused: { run: Run; writes: unknown[] };
  let drifted: State;
  let agreed: Run;
  let stands: Map<Kind, Record<string, unknown>>;

  before(async () => {
    stage = await Stage.open();
    const { program } = stage;
    for (const kind of able) await setOutside(stage, kind, instanceOf(kind), outside);
    await stage.control("DELETE", "/requests");
    await program.declare(able.map((kind) => declared(kind, kind.valid)));
    refused = { run: await program.up("--continue-on-error"), writes: await stage.writes() };
    const allow = { "shorter-retention": "14 days" };
    await program.declare(able.map((kind) => declared(kind, { ...kind.valid, allow })));
    agreed = await program.up();
    stands = new Map(await Promise.all(able.map(async (kind) => [kind, await kind.stands(stage)] as const)));
    for (const kind of able) await setOutside(stage, kind, instanceOf(kind), canBeOff(kind) ? off : outside);
    await program.refresh();
    drifted = await program.state();
  });
  after(() => stage?.close());

  for (const kind of able) {
    const name = `${slugOf(kind)}-new`;

    it(`${kind.kind}: a creation that loses something of what stands there is refused before anything is written`, () => {
      const line = 'allow: { "shorter-retention": "14 days" }';
      const [, told] = refused.run.text.split(`(${name}):\n`);
      assert.ok(told?.includes(line), refused.run.text);
      assert.deepEqual(refused.writes, []);
    });

    it(`${kind.kind}: a creation that is agreed to takes over and remembers what stood there`, () => {
      assert.equal(agreed.code, 0, agreed.text);
      const { previousPolicy } = drifted[name]!.outputs;
      assert.deepEqual([previousPolicy.keepDays, previousPolicy.startTime], [30, "05:00-06:00"]);
      assert.equal((stands.get(kind)![instanceOf(kind)] as { keepDays: number }).keepDays, 14);
    });

    it(`${kind.kind}: what was changed outside is read back`, () => {
      const { keepDays, startTime, period } = drifted[name]!.outputs;
      // The time and the days are kept for the return of what is off.
      const read = canBeOff(kind) ? [0, kind.valid.startTime, kind.valid.period] : [30, "05:00-06:00", EVERY_DAY];
      assert.deepEqual([keepDays, startTime, period], read);
    });
  }
}
