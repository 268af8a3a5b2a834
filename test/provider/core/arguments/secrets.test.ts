import assert from "node:assert/strict";
import { WORD } from "../../../kinds/canaries";
import { type Case, written } from "../../../kinds/case";
import { cases, oneOfEachSort, validCanary } from "../../../kinds/kinds";
import type { FormName } from "../../../with/host/form";
import { ownerNamed, type Props } from "../../../with/host/host";
import { assertUntold, told, without } from "../../../with/host/told";
import { useHost } from "../../../with/host/use-host";

/** Long enough to send, too short to try again for long. */
const brief = { create: "150ms", read: "150ms", update: "150ms", delete: "150ms" };

/** Every write ends in doubt or in a refusal. */
const failing = (["POST", "PATCH", "PUT", "DELETE"] as const).map((method, index) => ({
  method,
  fault: ["error-500", "bad-gateway-502"][index % 2],
  times: 100_000,
}));

/** What a finished backup and a plan have in state beside their arguments. */
const made = { planId: "21", backupId: "5001", state: "ready", lastBackupAt: "2030-01-01T00:00:00Z" };

describe("secret arguments", () => secretArguments(cases));
describe("secret arguments, in the dynamic form", () => secretArguments(oneOfEachSort(cases), "dynamic"));

function secretArguments(those: readonly Case[], form?: FormName): void {
  const { host, control, requests } = useHost({ settings: { buildSeconds: 0 }, form });

  afterEach(() => control("DELETE", "/faults"));

  /** The checks in which `argument` comes, goes, and is no longer secret. */
  async function checks({ kind, valid }: Case, argument: string, canary: unknown): Promise<Props> {
    const plain = written(valid, { __secrets: [argument] });
    const secret = { ...plain, [argument]: canary };
    return {
      check: await host().check(kind, secret),
      "check of a change to it": await host().check(kind, secret, plain),
    };
  }

  async function checksOfStored({ kind, valid }: Case, argument: string, canary: unknown): Promise<Props> {
    const plain = written(valid, { __secrets: [argument] });
    const secret = { ...plain, [argument]: canary };
    return {
      "check of a change from it": await host().check(kind, plain, secret),
      "check of a change from it to what is public": await host().check(kind, valid, secret),
    };
  }

  /** Everything that a life of the resource tells, in which `argument` is secret. */
  async function life({ kind, valid }: Case, argument: string, canary: unknown, timeouts?: Props): Promise<Props> {
    const given = { ...valid, __secrets: [argument], __timeouts: timeouts, [argument]: canary };
    const { inputs } = await host().check(kind, given);
    const stored = { ...inputs, ...made };
    const changed = { ...inputs, triggers: ["other"], onDelete: "delete" };
    const different = { ...stored, retentionPeriod: "1 Month", keepDays: 8 };
    // What a run found as it is, or another resource has, it does not delete.
    const leaving = { ...stored, planId: "22", backupId: "5002", __owner: ownerNamed("leaving") };
    return {
      create: await told(host().create(kind, inputs)),
      diff: await told(host().diff(kind, "21", stored, changed)),
      read: await told(host().read(kind, "21", stored)),
      update: await told(host().update(kind, "21", different, inputs)),
      delete: await told(host().delete(kind, "22", { ...leaving, onDelete: "delete" })),
      "delete of what failed": await told(host().delete(kind, "22", { ...leaving, state: "failed" })),
    };
  }

  function assertToldNowhere(argument: string, canary: unknown, answers: Props): void {
    for (const [call, answer] of Object.entries(answers)) assertUntold(canary, without(argument, answer), call);
    assertUntold(canary, host().logs, "log");
    assertUntold(canary, host().output(), "output");
  }

  /** A refused change is refused for the rest of a run, so the lives come first. */
  for (const one of those) {
    describe(`${one.kind}: a life`, () => {
      for (const argument of argumentsOf(one)) {
        const canary = validCanary(one.kind, argument);
        if (canary === undefined) continue;

        it(`${argument} is told nowhere`, async () => {
          assertToldNowhere(argument, canary, await life(one, argument, canary));
        });

        it(`${argument} is told nowhere when the service fails`, async () => {
          await control("POST", "/faults", failing);
          assertToldNowhere(argument, canary, await life(one, argument, canary, brief));
        });
      }
    });
  }

  it("a refusal shows [secret] in the place of one, and what becomes an id cannot be one", async () => {
    const [{ kind, valid }] = those as readonly [Case];
    const refused = async (argument: string, value: string) =>
      JSON.stringify((await host().check(kind, { ...valid, [argument]: value, __secrets: [argument] })).failures);
    assert.match(await refused("schedule", WORD), /schedule: must be .*given \[secret\]/);
    assert.match(await refused("adopt", "918273646"), /adopt: cannot be secret/);
  });

  for (const one of those) {
    describe(`${one.kind}: a check`, () => {
      for (const argument of argumentsOf(one)) {
        const canary = validCanary(one.kind, argument);
        it(`${argument} is not told when it may break its rule`, async () => {
          assertToldNowhere(argument, WORD, await checks(one, argument, WORD));
        });
        if (canary === undefined) continue;

        it(`${argument} is not told when it passes`, async () => {
          assertToldNowhere(argument, canary, await checks(one, argument, canary));
        });

        it(`${argument} is not told as what was`, async () => {
          assertToldNowhere(argument, canary, await checksOfStored(one, argument, canary));
        });
      }
    });
  }

  // Mocha runs the tests of a suite before the suites in it.
  describe("altogether", () => {
    it("went to every service, in writing and in reading", async () => {
      const seen = new Set((await requests()).map(({ service, method }) => `${service} ${method}`));
      const points = those.filter(({ kind }) => kind.endsWith(":Backup")).map(serviceOf);
      const recoveryPoints = points.flatMap((each) => [`${each} GET`, `${each} POST`]);
      const others = ["serveravatar PATCH", "serveravatar DELETE", "dds PUT", "geminidb PUT"];
      const changed = others.filter((call) => those.some((each) => call.startsWith(`${serviceOf(each)} `)));
      for (const call of [...recoveryPoints, ...changed]) {
        assert.ok(seen.has(call), `${call} is not among ${[...seen].join(", ")}`);
      }
    });
  });
}

function serviceOf({ kind }: Case): string {
  return kind.slice(0, kind.indexOf(":"));
}

function argumentsOf({ fields, full }: Case): string[] {
  return Object.keys({ ...fields, ...full });
}
