import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import * as backup from "../../../provider";
import { insistOnDependency } from "../../../provider/program/dependency";
import { ROOT } from "../../with/root";

const instance = "d4603f69-ec7e-4e9b-803f-600b9205576f";

describe("core: the package of a program that uses it through a component library", () => {
  let program: string;
  beforeEach(() => {
    program = mkdtempSync(join(tmpdir(), "program-"));
    writeFileSync(join(program, "package.json"), "{}");
    process.env.PULUMI_NODEJS_ENGINE = "127.0.0.1:1";
  });
  afterEach(() => {
    delete process.env.PULUMI_NODEJS_ENGINE;
    rmSync(program, { recursive: true });
  });

  it("doubt 16: is one sentence with the line to add where the program lacks it, and nothing where it has it", () => {
    const make = () => insistOnDependency('trove:Backup "orders"', program);
    assert.throws(make, (error: Error) => {
      assert.ok(pulumi.RunError.isInstance(error), "no stack trace");
      assert.match(
        error.message,
        /^trove:Backup "orders": .* is not installed there: .*: pnpm add pulumi-backup-plans \(/,
      );
      return true;
    });
    mkdirSync(join(program, "node_modules"));
    symlinkSync(ROOT, join(program, "node_modules", "pulumi-backup-plans"));
    make();
  });

  it("doubt 16: is asked for by the constructor", () => {
    const before = process.cwd();
    process.chdir(program);
    try {
      assert.throws(() => new backup.trove.Backup("orders", { instance }), /pnpm add pulumi-backup-plans/);
      delete process.env.PULUMI_NODEJS_ENGINE;
      new backup.trove.Backup("orders", { instance });
    } finally {
      process.chdir(before);
    }
  });
});

describe("core: the option deletedWith", () => {
  const deletedWith = () => new pulumi.ComponentResource("shop:index:Store", "store");

  it('ownership 10: is refused beside onDelete "delete" by one sentence, and taken beside "keep"', () => {
    const make = (onDelete?: pulumi.Input<"keep" | "delete">) =>
      new backup.trove.Backup("orders", { instance, ...(onDelete && { onDelete }) }, { deletedWith: deletedWith() });
    for (const onDelete of ["delete", pulumi.output("delete" as const)] as const) {
      assert.throws(
        () => make(onDelete),
        (error: Error) => {
          assert.ok(pulumi.RunError.isInstance(error), "no stack trace");
          assert.match(
            error.message,
            /^trove:Backup "orders": the option "deletedWith" cannot .* or write onDelete: "keep"$/,
          );
          return true;
        },
      );
    }
    make("keep");
    make();
  });
});
