import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { handlerFor } from "../../../provider/program/handler";
import { cases } from "../../kinds/kinds";
import { ROOT } from "../../with/root";

/** Design 1: part of every URN. */
const KINDS = [
  "serveravatar:BackupPlan",
  "serveravatar:Backup",
  "trove:Backup",
  "dds:Backup",
  "dds:BackupPolicy",
  "geminidb:Backup",
  "geminidb:BackupPolicy",
  "rds:Backup",
  "rds:BackupPolicy",
  "rackspace:BackupSchedule",
];

describe("core: handlerFor", () => {
  for (const kind of KINDS) {
    it(`stores at most 130 bytes for ${kind}`, () => {
      const bytes = Buffer.byteLength(handlerFor(kind));
      assert.ok(bytes <= 130, `${bytes} bytes`);
    });
  }

  it("is a text that old states hold, and so never changes", () => {
    assert.equal(
      handlerFor("dds:Backup"),
      "exports.handler=()=>require('module').createRequire(process.cwd()+'/')('pulumi-backup-plans/provider')('dds:Backup')",
    );
  });

  it("leads to the engine side of every kind, and of no other", () => {
    const provider = createRequire(`${ROOT}/`)("pulumi-backup-plans/provider");
    for (const kind of KINDS) assert.equal(typeof provider(kind).check, "function");
    for (const kind of ["dds:Restore", "nosuch:Backup", ""])
      assert.throws(() => provider(kind), /does not know .*; upgrade the package/);
  });

  it("has a case for every kind", () => {
    assert.deepEqual(cases.map(({ kind }) => kind).sort(), [...KINDS].sort());
  });
});
