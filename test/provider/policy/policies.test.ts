import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReportViolation, StackValidationArgs } from "@pulumi/policy";
import { policies } from "../../../provider/policy";
import { ROOT } from "../../with/root";
import { plan, policy, UNKNOWN } from "./plans";
import { asHandedOver, type Written } from "./stack";

type Configured = Record<string, object>;

/** What the pack reports, as the SDK runs it: one policy after the other. */
async function reported(written: Written[], config: Configured = {}, disabled: string[] = []): Promise<string[]> {
  const said: string[] = [];
  for (const each of policies().filter(({ name }) => !disabled.includes(name))) {
    const report: ReportViolation = (text, urn) =>
      said.push(`${each.name}: ${urn?.split("::").at(-1) ?? "-"}: ${text}`);
    const args = { resources: asHandedOver(written), getConfig: () => config[each.name] ?? {} };
    await each.validateStack(args as unknown as StackValidationArgs, report);
  }
  return said;
}

const ready = { outputs: { state: "ready" } };
const open = policy({ keepDays: UNKNOWN }, ready);

describe("policies()", () => {
  it("are the six rules and what they could not decide, which comes last and is advisory", () => {
    const all = policies().map(({ name, enforcementLevel }) => `${name} ${enforcementLevel}`);
    assert.deepEqual(all, [
      "maximum-rpo mandatory",
      "minimum-retention mandatory",
      "coverage mandatory",
      "separate-destination mandatory",
      "no-unfinished advisory",
      "chain-depth advisory",
      "undecided advisory",
    ]);
  });

  it("say nothing of what meets them", async () => {
    assert.deepEqual(await reported([plan({}, ready), policy({}, ready)]), []);
  });

  it("report a violation at its resource", async () => {
    const [said, ...more] = await reported([plan({ schedule: "Every Week" }, ready)]);
    assert.match(said!, /^maximum-rpo: plan: .*7 days/);
    assert.deepEqual(more, []);
  });

  it("tell what they cannot decide by the policy undecided, once for what is alike", async () => {
    const said = await reported([open]);
    assert.equal(said.length, 2);
    assert.match(said[0]!, /^undecided: policy: maximum-rpo: whether it is turned off is not known yet/);
    assert.match(said[1]!, /^undecided: policy: minimum-retention: /);
    const many = Array.from({ length: 12 }, (_, index) => ({ ...open, name: `p${index}` }));
    const [first] = await reported(many);
    assert.match(first!, /^undecided: -: maximum-rpo: .*: p0, p1, p10, p11, p2, p3, p4, p5, p6, p7 and 2 more$/);
  });

  it("take it as a violation where their configuration says so, each for itself", async () => {
    const said = await reported([open], { "maximum-rpo": { undecided: "error" } });
    assert.match(said[0]!, /^maximum-rpo: policy: undecided: whether it is turned off/);
    assert.match(said[1]!, /^undecided: policy: minimum-retention: /);
    assert.equal(said.length, 2);
  });

  it("tell nothing of a policy that is disabled, and nothing twice", async () => {
    const said = await reported([open], {}, ["maximum-rpo"]);
    assert.deepEqual(
      said.map((text) => text.slice(0, 36)),
      ["undecided: policy: minimum-retention"],
    );
  });

  it("refuse a key of their configuration that they do not know", async () => {
    const [said] = await reported([plan({}, ready)], { "maximum-rpo": { hour: 4 } });
    assert.match(said!, /^maximum-rpo: -: its configuration says hour, .* knows hours, longestRunHours, undecided/);
  });

  it("are configured by the example's file as they are without one", () => {
    const configured = policies().map(({ name, enforcementLevel, configSchema }) => {
      const defaults = Object.entries(configSchema?.properties ?? {}).map(([key, schema]) => [key, schema.default]);
      return [name, { enforcementLevel, ...Object.fromEntries(defaults) }];
    });
    assert.deepEqual(JSON.parse(textOf("examples/policy-pack/config.json")), Object.fromEntries(configured));
  });

  it("are documented, each with its level, and every key", () => {
    const documented = textOf("docs/policy.md");
    for (const { name, enforcementLevel, configSchema } of policies()) {
      assert.match(documented, new RegExp(`\\| \`${name}\` \\| ${enforcementLevel}`));
      for (const key of Object.keys(configSchema?.properties ?? {}))
        assert.ok(documented.includes(`| \`${key}\` (`), key);
    }
  });
});

function textOf(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}
