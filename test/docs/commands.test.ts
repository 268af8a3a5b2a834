import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../with/root";
import { blocksOf, commandsAt, PAGES, programAt } from "./markdown";
import { FIRST_PLAN, Reader } from "./reader";

/** Blocks in the order in which a reader comes to them, in one folder, with what stands on standard input. */
const RUN: readonly [place: string, input?: string][] = [
  ["README.md: In a pull request"],
  ["docs/review.md: What a pull request means for backups"],
  ["docs/status.md: Does every backup run?"],
  ["docs/configuration.md: The keys of a real account", "emulator-token"],
  ["docs/configuration.md: The emulator"],
  ["docs/configuration.md: Secrets from the environment"],
  ["docs/configuration.md: A preview that asks the services"],
];

/** Blocks of commands that no test runs as they stand, each with the reason. */
const NOT_RUN: { readonly [place: string]: string } = {
  "README.md: Try it without an account": "npm test would run itself; npm start shows what test/engine tests",
  "docs/coming-from.md: From Terraform, or a provider bridged from it": "there is no Terraform here",
  "docs/discover.md: What does an account have?":
    "it needs an account of each service: test/engine/discover has one of each",
  "docs/plugin.md: Configuration": "Pulumi asks for the token: test/provider/core/configuration reads such an object",
  "docs/plugin.md: How a program gets it":
    "the language hosts that build here write no SDK: test/languages/schema asks for what an SDK is made of",
  "docs/plugin.md: Without npm": "npm has no release: test/engine/package/plugin.test.ts installs what is in one",
  "docs/policy.md: The policy pack":
    "an engine from Go modules starts no packs; test/provider/policy uses its launcher",
};

/** The services beside README's, and where the keys of each stand. */
const KEYS = { trove: "openstack", dds: "opentelekomcloud", geminidb: "opentelekomcloud", rds: "opentelekomcloud" };

/** The keys of Rackspace, which rule out those of OpenStack. */
const RACKSPACE = "docs/configuration.md: Rackspace on the emulator";

/** The text of a picture, on one line. */
function wordsOf(picture: string): string {
  const svg = readFileSync(join(ROOT, "docs/pictures", `${picture}.svg`), "utf8");
  return svg
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&gt;", ">")
    .replaceAll(/\s+/g, " ");
}

describe("newcomer 11: the commands of README and docs, on a real engine", () => {
  let reader: Reader;
  let summary: string;

  before(async () => {
    reader = await Reader.create();
  });
  after(() => reader?.leaves());

  it("each is run here, or it is said why not", () => {
    const there = PAGES.flatMap(blocksOf).filter(({ language }) => language === "sh");
    const known = [FIRST_PLAN, RACKSPACE, ...RUN.map(([place]) => place), ...Object.keys(NOT_RUN)];
    assert.deepEqual(there.map(({ place }) => place).sort(), known.sort());
  });

  it("eight lead from an empty folder to a plan", async () => {
    const { stdout } = await reader.makesFirstPlan();
    summary = /Every Day from now, gap ≤ 24 h: files and database 4223 of application 4246[^"]+/.exec(stdout)![0];
    const { serveravatar } = await reader.counts();
    assert.equal(serveravatar!.plans, 1);
  });

  it("the pictures show what Pulumi says today: npm run pictures", async () => {
    assert.ok(wordsOf("preview").includes(summary), summary);
    await reader.edits("12 Months", "1 Month");
    const [refusal] = /retentionPeriod: 12 Months => .+/.exec((await reader.types("pulumi preview")).stdout)!;
    await reader.edits("1 Month", "12 Months");
    assert.ok(wordsOf("refusal").includes(refusal.trim()), refusal);
  });

  for (const [place, input] of RUN) {
    it(place, async () => {
      await reader.succeeds(commandsAt(place), input);
    });
  }

  it("the emulator's keys do for every service", async () => {
    await reader.writes(await readFile(join(ROOT, "examples/all-services/index.ts"), "utf8"));
    const { stdout } = await reader.succeeds("pulumi up");
    assert.match(stdout, /\+ 5 created/);
    const counts = await reader.counts();
    for (const service of Object.keys(KEYS)) assert.ok(counts[service]!.writes > 0, service);
  });

  for (const [service, namespace] of Object.entries(KEYS)) {
    // Each takes half a minute: `EVERY_SERVICE=1 mocha test/docs/commands.test.ts` runs all.
    if (!process.env.EVERY_SERVICE) continue;
    it(`the eight lead from an empty folder to a backup of ${service}, with its keys and the example of its page`, async () => {
      const all = commandsAt("docs/configuration.md: The emulator").trim().split("\n");
      const keys = all.filter((command) => command.includes(` ${namespace}:`));
      const there = await reader.in(service);
      const { stdout } = await there.makesFirstPlan(programAt(`docs/reference/${service}-backup.md: Example`), keys);
      assert.match(stdout, /\+ [23] created/);
    });
  }

  it("they lead to a schedule of Rackspace, too", async () => {
    const there = await reader.in("rackspace");
    const example = programAt("docs/reference/rackspace-backupschedule.md: Example");
    const { stdout } = await there.makesFirstPlan(example, commandsAt(RACKSPACE).trim().split("\n"));
    assert.match(stdout, /\+ 2 created/);
  });
});
