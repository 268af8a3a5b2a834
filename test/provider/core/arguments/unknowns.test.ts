import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import { UNKNOWN } from "../../../../provider/core/ground/unknowns";
import { type Args, type Broken, type Case, written } from "../../../kinds/case";
import { rootOf, touched } from "../../../kinds/independent";
import { cases } from "../../../kinds/kinds";
import { useHost } from "../../../with/host/use-host";

const RUNS = { numRuns: 40 };

describe("unknown values", () => {
  const { host, requests } = useHost();

  async function reasonsOf(kind: string, args: Args, stored?: Args): Promise<string[]> {
    const { inputs, failures } = await host().check(kind, args, stored);
    const reasons = failures.map(({ reason }) => reason);
    for (const text of [...reasons, `${inputs.summary}`]) assert.ok(!text.includes(UNKNOWN), text);
    return reasons;
  }

  /** The broken rule with arguments that are not known. */
  function reasonsWhile(unknown: readonly string[], { kind, valid }: Case, broken: Broken): Promise<string[]> {
    const args = written(written(valid, broken.with), unknownAt(unknown));
    return reasonsOf(kind, args, broken.stored && written(valid, broken.stored));
  }

  async function assertNotHidden(one: Case, broken: Broken): Promise<void> {
    for (const name of unrelated(one, broken)) {
      const reasons = await reasonsWhile([name], one, broken);
      assert.equal(reasons.length, 1, `${broken.property} ${broken.what}, while ${name} is not known`);
      assert.ok(reasons[0]!.startsWith(`${broken.property}: `), reasons[0]);
    }
  }

  it("are what Pulumi says they are", () => {
    assert.equal(UNKNOWN, pulumi.runtime.unknownValue);
  });

  for (const one of cases) {
    describe(one.kind, () => {
      it("pass, each in turn", async () => {
        for (const args of [one.minimal, one.valid, one.full]) {
          for (const name of namesOf(one)) {
            assert.deepEqual(await reasonsOf(one.kind, written(args, unknownAt([name]))), [], name);
          }
        }
      });

      it("pass in any number", async () => {
        const args = fc.constantFrom(one.minimal, one.valid, one.full);
        await fc.assert(
          fc.asyncProperty(args, fc.subarray(namesOf(one)), async (known, unknown) => {
            assert.deepEqual(await reasonsOf(one.kind, written(known, unknownAt(unknown))), []);
          }),
          RUNS,
        );
      });

      it("leave open what hangs on them, and it is refused once they are known", async () => {
        for (const broken of one.broken) {
          for (const name of hangsOn(one, broken)) {
            assert.deepEqual(await reasonsWhile([name], one, broken), [], `${broken.property} ${broken.what}: ${name}`);
          }
          assert.equal((await reasonsWhile([], one, broken)).length, 1);
        }
      });

      it("make no word of a list that they are in", async () => {
        const reasons = await reasonsOf(one.kind, written(one.valid, { onDelete: [UNKNOWN] }));
        assert.match(reasons.join(), /^onDelete: must be "keep" or|^onDelete: must be "keep", /);
      });

      it("hide nothing that is known to be wrong beside them", async () => {
        for (const broken of onePerProperty(one)) await assertNotHidden(one, broken);
      });

      it("hide no change that is known", async () => {
        for (const broken of one.broken.filter(({ stored }) => stored)) await assertNotHidden(one, broken);
      });

      it("hide nothing in any number", async () => {
        const broken = fc.constantFrom(...one.broken.filter(({ stored }) => !stored));
        const choice = broken.chain((each) => fc.tuple(fc.constant(each), fc.subarray(unrelated(one, each))));
        await fc.assert(
          fc.asyncProperty(choice, async ([each, unknown]) => {
            assert.equal((await reasonsWhile(unknown, one, each)).length, 1);
          }),
          RUNS,
        );
      });
    });
  }

  // Mocha runs the tests of a suite before the suites in it.
  describe("altogether", () => {
    it("cause no request, and neither does what is refused once they are known", async () => {
      assert.deepEqual(await requests(), []);
    });
  });
});

function namesOf({ full, valid, minimal }: Case): string[] {
  return Object.keys({ ...full, ...valid, ...minimal });
}

/** What the broken rule waits for; a name that does not exist is wrong whatever it holds. */
function hangsOn(one: Case, { property, hangsOn = [] }: Broken): string[] {
  const root = rootOf(property);
  return namesOf(one).includes(root) || root in one.fields ? [root, ...hangsOn] : hangsOn;
}

function onePerProperty({ broken }: Case): Broken[] {
  const fresh = broken.filter(({ stored }) => !stored);
  const last = new Map(fresh.map((each) => [`${each.property} ${each.hangsOn}`, each]));
  return [...last.values()];
}

/** Arguments that the broken rule has nothing to do with. */
function unrelated(one: Case, broken: Broken): string[] {
  const names = touched(broken);
  return namesOf(one).filter((name) => !names.has(name));
}

function unknownAt(names: readonly string[]): Args {
  return Object.fromEntries(names.map((name) => [name, UNKNOWN]));
}
