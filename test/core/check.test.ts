import assert from "node:assert/strict";
import { check } from "../../provider/core/check";
import type { Common, Definition, Outputs } from "../../provider/core/definition";
import { dateAndTime } from "../../provider/core/fields";
import { Settings } from "../../provider/core/settings";
import { backupPlan } from "../../provider/services/serveravatar/backup-plan";
import { backup } from "../../provider/services/trove/backup";
import { type Args, written } from "../services/case";
import { cases } from "../services/cases";

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

describe("trove: backup-plans:troveNameLimit", () => {
  const limited = (length: number, limit: string) =>
    failuresOf(backup, { name: "n".repeat(length) }, { "backup-plans:troveNameLimit": limit });

  it("allows longer names, up to Trove's 255", () => {
    assert.deepEqual(limited(255, "255"), []);
    assert.match(limited(256, "1000")[0]!, /at most 255 are allowed/);
  });

  it("allows shorter ones only", () => {
    assert.match(limited(33, "32")[0]!, /has 33 characters, and at most 32 are allowed/);
    assert.deepEqual(limited(32, "32"), []);
  });
});
