import assert from "node:assert/strict";
import { check } from "../../../../provider/core/arguments/check";
import { Settings } from "../../../../provider/core/configuration/settings";
import type { Common, Definition, Outputs } from "../../../../provider/core/kind/definition";
import { dateAndTime } from "../../../../provider/core/kind/fields";
import { backupPlan } from "../../../../provider/services/serveravatar/backup-plan";
import { services } from "../../../../provider/services/services";
import { backup } from "../../../../provider/services/trove/backup";
import { type Args, written } from "../../../kinds/case";
import { cases } from "../../../kinds/kinds";

function failuresOf<A extends Common>(definition: Definition<A>, over: Args, config: Outputs = {}): string[] {
  const { valid } = cases.find(({ kind }) => kind === definition.kind)!;
  const settings = new Settings({ get: (key: string) => config[key] as string }, {});
  return check(definition, {}, written(valid, over), { now: new Date(), settings }).failures;
}

describe("core: check", () => {
  for (const name of ["toString", "constructor", "hasOwnProperty", "valueOf"]) {
    it(`refuses the argument ${name}, which every object has`, () => {
      const [failure, ...others] = failuresOf(backupPlan, { [name]: "x" });
      assert.match(`${failure}`, new RegExp(`^${name}: is not an argument of serveravatar:BackupPlan`));
      assert.deepEqual(others, []);
    });
  }

  for (const [slip, word] of [
    [".sql.zg", ".sql.gz"],
    [".sqlgz", ".sql.gz"],
    [".sq", ".sql"],
  ]) {
    it(`names "${word}", not what is only its beginning, as the nearest to "${slip}"`, () => {
      const [failure] = failuresOf(backupPlan, { databaseExtension: slip });
      assert.ok(failure!.endsWith(`Nearest: "${word}"`), failure);
    });
  }

  for (const [sign, shown] of [
    ["\u00a0", "\\u00a0"],
    ["\u200b", "\\u200b"],
    ["\u3000", "\\u3000"],
    [" ", " "],
  ]) {
    it(`shows ${shown}, which makes "Every Day" another word, in a refusal`, () => {
      const [failure] = failuresOf(backupPlan, { schedule: `Every${sign}Day ` });
      assert.ok(failure!.includes(`given "Every${shown}Day ". Nearest: "Every Day"`), failure);
    });
  }

  it("prints a long value in part", () => {
    const [failure] = failuresOf(backup, { name: "-".repeat(300) });
    assert.ok(failure!.length < 300 && failure!.endsWith("…"), failure);
  });

  it("says nothing of what is refused: no summary", () => {
    const settings = new Settings({ get: () => undefined }, {});
    const { inputs } = check(backupPlan, {}, { type: "files" }, { now: new Date(), settings });
    assert.equal(inputs.summary, undefined);
  });
});

describe("core: dateAndTime", () => {
  for (const time of ["2031-03-01 24:00", "2031-02-29 00:00", "2100-02-29 00:00", "0000-00-00 00:00"]) {
    it(`refuses ${time}, which the calendar does not have`, () =>
      assert.equal(dateAndTime().safeParse(time).success, false));
  }

  for (const time of ["2031-03-01 00:00", "2031-03-01 23:59", "2000-02-29 00:00"]) {
    it(`accepts ${time}`, () => assert.equal(dateAndTime().safeParse(time).success, true));
  }
});

const LIMIT = "backup-plans:troveNameLimit";

describe("trove: backup-plans:troveNameLimit", () => {
  const limited = (length: number, limit: string) =>
    failuresOf(backup, { name: "n".repeat(length) }, { [LIMIT]: limit });

  it("allows longer names, up to Trove's 255", () => {
    assert.deepEqual(limited(255, "255"), []);
    assert.match(limited(256, "255")[0]!, /at most 255 are allowed/);
  });

  it("allows shorter ones only", () => {
    assert.match(limited(33, "32")[0]!, /has 33 characters, and at most 32 are allowed/);
    assert.deepEqual(limited(32, "32"), []);
  });

  const nameOf = (limit: string, olds: Args = {}, over: Args = {}) => {
    const { valid } = cases.find(({ kind }) => kind === backup.kind)!;
    const settings = new Settings({ get: (key: string) => (key === LIMIT ? limit : undefined) }, {});
    const news = written(valid, { name: undefined, ...over });
    const owner = `dev::shop::::${"orders".repeat(20)}`;
    const { inputs, failures } = check(backup, olds, news, { now: new Date(), settings, owner });
    return { name: `${inputs.name}`, marked: inputs.__marked, failures, inputs };
  };

  for (const limit of [9, 10, 63, 64]) {
    it(`generates names of ${limit} characters where that is the limit, with the mark`, () => {
      const { name, marked, failures } = nameOf(`${limit}`);
      assert.deepEqual([failures, name.length, marked], [[], limit, true]);
      assert.match(name, /^o[a-z]*-[0-9a-f]{7}$/);
    });
  }

  it("generates names of 64 characters where longer ones are allowed", () =>
    assert.equal(nameOf("255").name, nameOf("64").name));

  it("refuses a limit that leaves no room for the mark, unless a name is written", () => {
    const [failure, ...others] = nameOf("8").failures;
    assert.deepEqual(others, []);
    assert.equal(
      failure,
      "name: cannot be generated: backup-plans:troveNameLimit is 8, and a name that marks the backup as ours has at " +
        "least 9 characters; raise it, or write a name",
    );
    assert.deepEqual(nameOf("8", {}, { name: "orders" }).failures, []);
  });

  it("refuses no name that a backup has already, and keeps a generated one", () => {
    const { inputs, name } = nameOf("64");
    assert.deepEqual([nameOf("20", inputs).failures, nameOf("20", inputs).name], [[], name]);
    const replaced = nameOf("20", inputs, { triggers: ["another"] });
    assert.deepEqual([replaced.failures, replaced.name.length], [[], 20]);
  });
});

describe("core: check after ignoreChanges, with which the engine puts back stored inputs", () => {
  const world = { now: new Date(), settings: new Settings({ get: () => undefined }, {}), owner: "dev::shop::::orders" };
  const planDefinition = services.definitionOf(backupPlan.kind)!;
  const checked = (definition: Definition, olds: Outputs, news: Outputs) => {
    const { inputs, failures } = check(definition, olds, news, world);
    assert.deepEqual(failures, []);
    return inputs;
  };

  for (const { kind, valid } of cases) {
    const definition = services.definitionOf(kind)!;
    it(`${kind}: ["*"] changes nothing, and a generated name stays generated`, () => {
      const { name: _, ...unnamed } = valid;
      const made = checked(definition, {}, definition.derived?.name ? unnamed : valid);
      assert.deepEqual(checked(definition, made, made), made);
    });
  }

  it('["summary"] is no error, and the summary says what the change makes of the plan', () => {
    const { valid } = cases.find(({ kind }) => kind === backupPlan.kind)!;
    const made = checked(planDefinition, {}, valid);
    const changed = { ...valid, schedule: "Every 12 Hours" };
    const { summary } = checked(planDefinition, made, { ...changed, summary: made.summary });
    assert.equal(summary, checked(planDefinition, made, changed).summary);
    assert.notEqual(summary, made.summary);
  });

  it("another summary, which a program wrote, is refused", () => {
    const { valid } = cases.find(({ kind }) => kind === backupPlan.kind)!;
    const made = checked(planDefinition, {}, valid);
    const [failure] = check(planDefinition, made, { ...valid, summary: "mine" }, world).failures;
    assert.match(`${failure}`, /^summary: is not an argument/);
  });
});
