import assert from "node:assert/strict";
import { builtinModules } from "node:module";
import { services } from "../../provider/services/services";
import { filesIn, type Import, importsOf } from "./imports";

const provider = filesIn("provider").flatMap(importsOf);

const NOTHING: string[] = [];

/** Data: the types that a kind has in Pulumi. */
const TYPES = "provider/program/types.ts";

const REVIEW_READS = new Set(["provider/services/services.ts", TYPES]);

const TALKS_TO_ENGINE = new Set(["provider/core/run/pulumi-engine.ts", "provider/core/run/log.ts"]);

describe("layers", () => {
  it("host imports no service, and plan imports nothing but itself and the calendar", () => {
    assert.deepEqual(
      wrong(provider, ({ from, to }) => isIn(from, "plan") && !isIn(to, "plan") && to !== "luxon"),
      NOTHING,
    );
    assert.deepEqual(
      wrong(provider, ({ from, to }) => isIn(from, "host") && isIn(to, "services")),
      NOTHING,
    );
  });

  it("policy imports services, plan and core, and nothing imports policy", () => {
    const areas = ["services", "plan", "core", "policy"];
    assert.deepEqual(
      wrong(
        provider,
        ({ from, to }) =>
          isIn(from, "policy") && to.startsWith("provider/") && to !== TYPES && !areas.some((area) => isIn(to, area)),
      ),
      NOTHING,
    );
    assert.deepEqual(
      wrong(provider, ({ from, to }) => !isIn(from, "policy") && isIn(to, "policy")),
      NOTHING,
    );
  });

  it("only policy knows @pulumi/policy, which is optional, and by its types alone", () => {
    const sdk = provider.filter(({ to }) => to === "@pulumi/policy");
    assert.ok(sdk.length > 0);
    assert.deepEqual(
      wrong(sdk, ({ from, value }) => value || !isIn(from, "policy")),
      NOTHING,
    );
  });

  it("a service imports no other", () => {
    // What several share is no service of the list.
    const isOther = ({ from, to }: Import) => {
      const [own, other] = [serviceOf(from), serviceOf(to)];
      return own !== undefined && other !== undefined && own !== other && other in services.byName;
    };
    assert.deepEqual(wrong(provider, isOther), NOTHING);
  });

  it("the entry of a service is the one place that loads its engine side, when it is wanted", () => {
    const engines = provider.filter(({ to }) => /^provider\/services\/\w+\/engine\.ts$/.test(to));
    assert.ok(engines.length >= 4);
    assert.deepEqual(
      wrong(engines, ({ from, lazy }) => !/^provider\/services\/\w+\/service\.ts$/.test(from) || !lazy),
      NOTHING,
    );
  });

  it("only core/http/http.ts imports got, and loads it at the first request", () => {
    const got = provider.filter(({ to }) => to === "got");
    assert.deepEqual(
      wrong(got, ({ from, value, lazy }) => from !== "provider/core/http/http.ts" || (value && !lazy)),
      NOTHING,
    );
    assert.ok(got.some(({ lazy }) => lazy));
  });

  it("only the program side and the plugin import @pulumi/pulumi, and what talks to an engine, where there is one", () => {
    const pulumi = provider.filter(({ to, value }) => value && /^@pulumi\/|^@grpc\//.test(to));
    const isAllowed = ({ from, lazy }: Import) =>
      isProgramSide(from) || from.startsWith("provider/plugin/") || (TALKS_TO_ENGINE.has(from) && lazy);
    assert.deepEqual(
      wrong(pulumi, (each) => !isAllowed(each)),
      NOTHING,
    );
  });

  it("the program side reaches no package but @pulumi/pulumi, and no file that may not know it", () => {
    const reached = reachedFrom("provider/index.ts");
    const packages = reached.filter((each) => !each.endsWith(".ts") && !isBuiltin(each));
    assert.deepEqual(packages, ["@pulumi/pulumi"]);
    const engineSide = /\/(engine|schema|api|backup|backup-plan|policy)\.ts$|lifecycle|http|check/;
    assert.deepEqual(
      reached.filter((each) => engineSide.test(each)),
      NOTHING,
    );
  });

  it("review reads services, plan and core, sends nothing, and only the commands know it", () => {
    const isAllowed = (to: string) => ["core", "plan", "review"].some((area) => isIn(to, area)) || isBuiltin(to);
    const own = provider.filter(({ from }) => isIn(from, "review"));
    assert.deepEqual(
      wrong(own, ({ to }) => !isAllowed(to) && to !== "zod" && !REVIEW_READS.has(to)),
      NOTHING,
    );
    assert.deepEqual(
      wrong(provider, ({ from, to }) => isIn(to, "review") && !isIn(from, "review") && !isIn(from, "cli")),
      NOTHING,
    );
  });

  it("the emulator imports nothing of the provider", () => {
    const emulator = filesIn("test/emulator").flatMap(importsOf);
    assert.deepEqual(
      wrong(emulator, ({ to }) => to.startsWith("provider/") || to === "pulumi-backup-plans"),
      NOTHING,
    );
  });

  it("examples import the package by its name, and no path", () => {
    const examples = filesIn("examples").flatMap(importsOf);
    assert.ok(examples.length > 0);
    assert.deepEqual(
      wrong(examples, ({ written }) => !/^(pulumi-backup-plans(\/(policy|plugin))?$|@pulumi\/)/.test(written)),
      NOTHING,
    );
  });

  it("the provider imports nothing of its tests and examples", () => {
    assert.deepEqual(
      wrong(provider, ({ to }) => /^(test|examples)\//.test(to)),
      NOTHING,
    );
  });
});

function wrong(all: readonly Import[], isWrong: (each: Import) => boolean): string[] {
  return all.filter(isWrong).map(({ from, written }) => `${from} imports ${written}`);
}

function isIn(path: string, area: string): boolean {
  return path.startsWith(`provider/${area}/`);
}

function serviceOf(path: string): string | undefined {
  return /^provider\/services\/(\w+)\//.exec(path)?.[1];
}

/** The files that run in the user's program. */
function isProgramSide(file: string): boolean {
  const isEntry = file === "provider/index.ts" || file === "provider/services/provider.ts";
  return isEntry || isIn(file, "program") || /^provider\/services\/\w+\/index\.ts$/.test(file);
}

function isBuiltin(name: string): boolean {
  return name.startsWith("node:") || builtinModules.includes(name);
}

/** Everything that is loaded with the file. */
function reachedFrom(file: string): string[] {
  const reached = new Set([file]);
  for (const each of reached) {
    if (!each.endsWith(".ts")) continue;
    for (const { to, value, lazy } of importsOf(each)) if (value && !lazy) reached.add(to);
  }
  return [...reached].sort();
}
