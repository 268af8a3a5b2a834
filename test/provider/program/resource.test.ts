import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as backup from "../../../provider";
import * as plugin from "../../../provider/plugin-classes";
import { handlerFor } from "../../../provider/program/handler";
import { shortenStacks } from "../../../provider/program/short-stack";
import { promised, registered } from "./program";

const instance = "d4603f69-ec7e-4e9b-803f-600b9205576f";

describe("core: a resource in the program", () => {
  it("has its own type, which is part of its URN", async () => {
    const { request } = await registered(() => new backup.trove.Backup("orders", { instance }));
    assert.equal(request.getType(), "pulumi-nodejs:dynamic/trove:Backup");
    const made = new backup.trove.Backup("again", { instance });
    assert.ok(made instanceof pulumi.CustomResource && made instanceof backup.trove.Backup);
    assert.equal(await promised(made.urn), "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/trove:Backup::again");
  });

  it("sends the handler, whose it is and its arguments, and nothing else", async () => {
    const { inputs } = await registered(() => new backup.trove.Backup("orders", { instance }));
    assert.deepEqual(inputs, { __provider: handlerFor("trove:Backup"), __owner: "dev::shop::::orders", instance });
  });

  it("names its secret arguments and sends its timeouts", async () => {
    const options = { customTimeouts: { create: "2h" }, additionalSecretOutputs: ["name"] };
    const make = () =>
      new backup.trove.Backup("orders", { instance, name: "o", description: pulumi.secret("s") }, options);
    const { inputs } = await registered(make);
    assert.deepEqual(inputs.__secrets, ["name", "description"]);
    assert.deepEqual(inputs.__timeouts, { create: "2h" });
  });

  it("does not let a program write what is hidden", async () => {
    const forged = { instance, __owner: "someone", __provider: "exports.handler=()=>({})" };
    const { inputs } = await registered(() => new backup.trove.Backup("orders", forged as { instance: string }));
    assert.equal(inputs.__provider, handlerFor("trove:Backup"));
    assert.equal(inputs.__owner, "dev::shop::::orders");
  });

  it("marks what is not JSON before Pulumi makes something else of it", async () => {
    const triggers = [new Date(0), () => 1];
    const { inputs } = await registered(() => new backup.trove.Backup("orders", { instance, triggers }));
    assert.deepEqual(inputs.triggers, [{ __notJson: "Date" }, { __notJson: "function" }]);
  });

  it("refuses arguments that are no object by one error", () => {
    const wrong = ["nonsense", 5, true, [1], pulumi.output({ instance }), Promise.resolve({ instance })];
    for (const { Backup } of [backup.trove, plugin.trove]) {
      for (const args of wrong) {
        assert.throws(() => new Backup("orders", args as never), {
          message: /^trove:Backup "orders": its arguments must be an object($|; write the output into each argument)/,
        });
      }
    }
  });

  it("refuses the options that make Pulumi take an id for what exists, and tells the way in", () => {
    const { trove, serveravatar, dds, geminidb, rds, rackspace } = backup;
    const instead = 'write the argument adopt: "abc" instead';
    for (const made of [
      trove.Backup,
      serveravatar.Backup,
      serveravatar.BackupPlan,
      dds.Backup,
      geminidb.Backup,
      rds.Backup,
      rackspace.BackupSchedule,
    ]) {
      refused(made, { id: "abc" }, 'the option "id" is not supported for it', instead);
      refused(made, { import: "abc" }, 'the option "import" is not supported for it', instead);
      refused(made, pulumi.mergeOptions({ id: undefined }, { import: "abc" }), 'the option "import"', instead);
      refused(made, { id: pulumi.output("abc") }, 'the option "id"', "write the argument adopt: <its id> instead");
    }
    for (const made of [dds.BackupPolicy, geminidb.BackupPolicy, rds.BackupPolicy]) {
      refused(made, { import: "abc" }, 'the option "import"', "declaring the resource takes over the policy");
    }
  });

  it("takes such an option that is empty for none, as Pulumi does", async () => {
    for (const options of [undefined, { id: undefined, import: undefined }, { id: "", import: "" }]) {
      const { request } = await registered(() => new backup.trove.Backup("orders", { instance }, options));
      assert.equal(request.getImportid(), "");
    }
  });

  it("tells its parent in whose it is", async () => {
    const component = () => new pulumi.ComponentResource("shop:index:Store", "store");
    const { inputs } = await registered(() => new backup.trove.Backup("orders", { instance }, { parent: component() }));
    assert.equal(inputs.__owner, "dev::shop::shop:index:Store$::orders");
  });
});

function refused(kind: unknown, options: pulumi.CustomResourceOptions, ...words: string[]): void {
  const Kind = kind as new (name: string, args: object, options: object) => pulumi.Resource;
  assert.throws(
    () => new Kind("orders", {}, options),
    (error: Error) => {
      assert.ok(pulumi.RunError.isInstance(error), "no stack trace");
      for (const word of [`:${Kind.name} "orders": `, ...words]) assert.ok(error.message.includes(word), error.message);
      return true;
    },
  );
}

describe("core: shortenStacks", () => {
  const here = /resource\.test\.ts:(\d+)/;
  let line = 0;

  function make(): pulumi.Resource {
    line = Number(here.exec(new Error().stack!)![1]) + 1;
    return new backup.trove.Backup("orders", { instance });
  }

  it("leaves the line of the program as the source of the resource", async () => {
    const { request } = await registered(make);
    const position = request.getSourceposition()!;
    assert.match(position.getUri(), /resource\.test\.ts$/);
    assert.equal(position.getLine(), line);
  });

  it("leaves the program's own lines of the stack, and few", async () => {
    const deep = (depth: number): pulumi.Resource => (depth === 0 ? make() : deep(depth - 1));
    const { request } = await registered(() => deep(20));
    const frames = request.getStacktrace()!.getFramesList();
    assert.equal(frames.length, 3);
    for (const frame of frames) assert.match(frame.getPc()!.getUri(), /resource\.test\.ts$/);
  });

  it("formats none for a property's promise, of which Pulumi makes one each", () => {
    const { debuggablePromise } = require("@pulumi/pulumi/runtime/debuggable");
    const stackOf = (promise: Promise<void>) => {
      debuggablePromise(promise, "test");
      return (promise as unknown as { _debugStackTrace: string })._debugStackTrace;
    };
    const usual = stackOf(Promise.resolve());
    const restore = shortenStacks();
    try {
      assert.equal(stackOf(Promise.resolve()), "Error");
      assert.match(new Error("another").stack!, /another\n +at /);
    } finally {
      restore();
    }
    assert.match(usual, /at debuggablePromise/);
  });

  it("leaves other stacks alone, before, between and after", async () => {
    const before = Error.prepareStackTrace;
    await registered(make);
    assert.equal(Error.prepareStackTrace, before);
    assert.throws(() => new backup.trove.Backup("", { instance }));
    assert.equal(Error.prepareStackTrace, before);
    const deep = (depth: number): number => (depth === 0 ? new Error().stack!.split("\n").length : deep(depth - 1));
    assert.ok(deep(8) > 8);
  });
});
