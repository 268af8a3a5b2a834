import assert from "node:assert/strict";
import fc from "fast-check";
import { type Args, type Broken, type Case, written } from "../kinds/case";
import { independent, rootOf } from "../kinds/independent";
import { useHost } from "../with/host/use-host";
import type { Where } from "../with/where";

const RUNS = { numRuns: 40 };

/** What breaks one rule is refused by its name, and the other side of each limit passes. */
export function rules(cases: readonly Case[], where?: Where): void {
  const { host, requests } = useHost({ where });

  async function reasonsOf({ kind, valid }: Case, over: Args, stored?: Args): Promise<string[]> {
    const before = stored && written(valid, stored);
    const { failures } = await host().check(kind, written(valid, over), before);
    assert.ok(
      failures.every(({ property }) => property === ""),
      "a named property would print its value",
    );
    return failures.map(({ reason }) => reason);
  }

  for (const one of cases) {
    describe(one.kind, () => {
      for (const broken of one.broken) {
        it(`${broken.property}: refuses ${broken.what}`, async () => {
          const reasons = await reasonsOf(one, broken.with, broken.stored);
          assert.equal(reasons.length, 1, reasons.join("\n"));
          assertNames(reasons[0]!, broken);
        });
      }

      for (const twin of one.twins) {
        it(`accepts ${twin.what}`, async () => {
          const before = twin.stored && written(one.valid, twin.stored);
          const { inputs, failures } = await host().check(one.kind, written(one.valid, twin.with), before);
          assert.deepEqual(failures, []);
          for (const [name, value] of Object.entries(twin.becomes ?? {})) assert.deepEqual(inputs[name], value);
        });
      }

      it("accepts what is required alone, and everything together", async () => {
        for (const args of [one.minimal, one.full]) {
          const { inputs, failures } = await host().check(one.kind, args);
          assert.deepEqual(failures, []);
          assert.deepEqual(written(inputs, args), inputs);
        }
      });

      it("names everything that is broken in one resource, together", async () => {
        await fc.assert(
          fc.asyncProperty(fc.shuffledSubarray(one.broken.filter(isNew), { minLength: 2 }), async (chosen) => {
            const apart = independent(chosen);
            const reasons = await reasonsOf(one, Object.assign({}, ...apart.map((broken) => broken.with)));
            assert.deepEqual(reasons.map(nameIn).sort(), apart.map(({ property }) => property).sort());
            for (const broken of apart)
              assertNames(reasons.find((reason) => nameIn(reason) === broken.property)!, broken);
          }),
          RUNS,
        );
      });

      it("answers whatever is given, by name and in words", async () => {
        const names = fc.constantFrom(...Object.keys(one.fields), "allow", "onDelete", "adopt", "triggers", "other");
        await fc.assert(
          fc.asyncProperty(fc.dictionary(names, fc.jsonValue({ maxDepth: 3 })), async (args) => {
            for (const reason of await reasonsOf(one, args)) assert.match(reason, /^[\w.-]+: \S/);
          }),
          RUNS,
        );
      });

      it("says of a name that is no text that it must be text", async () => {
        if (!("name" in one.fields)) return;
        const { failures } = await host().check(one.kind, { ...one.valid, name: 12345 });
        const reason = failures.map(({ reason }) => reason).find((each) => each.startsWith("name: "));
        assert.match(reason ?? "", /^name: must be text\b.*given 12345/);
      });

      it("has a broken rule for every argument", () => {
        const broken = new Set(one.broken.map(({ property }) => rootOf(property)));
        assert.deepEqual(
          Object.keys(one.fields).filter((name) => !broken.has(name)),
          [],
        );
      });
    });
  }

  // Mocha runs the tests of a suite before the suites in it.
  describe("altogether", () => {
    it("sends no request", async () => {
      assert.deepEqual(await requests(), []);
    });
  });
}

function assertNames(reason: string, { property, says, with: given }: Broken): void {
  assert.ok(reason.startsWith(`${property}: `), reason);
  if (typeof says === "string") assert.ok(reason.includes(says), reason);
  else assert.match(reason, says);
  const value = given[property];
  const isShown = value !== undefined && value !== null && !reason.includes("is not an argument");
  if (isShown) assert.ok(reason.includes(`; given ${JSON.stringify(value).slice(0, 79)}`), reason);
}

const isNew = (broken: Broken) => broken.stored === undefined;

const nameIn = (reason: string) => reason.slice(0, reason.indexOf(": "));
