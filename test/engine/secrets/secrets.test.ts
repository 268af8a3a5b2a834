import assert from "node:assert/strict";
import { assertDone } from "../../with/journeys/assert-outcome";
import { assertUntold } from "../../with/journeys/canaries";
import { instant, plan } from "../../with/journeys/plans";
import { useJourney } from "../../with/journeys/use-journey";
import type { Declaration } from "../../with/programs/declaration";

/** Its quotes, slashes and letters change when it is escaped or encoded. */
const TOKEN = 'kanári "tok/en+1"';
const CONFIGURED = 'kanári "conf/ig+2"';
const NAME = 'kanári "na/me+3"';
const TRIGGER = 'kanári "trig/ger+4"';
const START = "2099-03-17 04:05";
const ADOPT = "918273646";

/** Every string argument in turn, with a value that nothing else in the program has. */
const secretive: Declaration[] = [
  secret(plan({ schedule: "Every 3 Months" }), "schedule"),
  secret(plan({ retentionPeriod: "24 Months" }), "retentionPeriod"),
  secret(plan({ provider: "amazon_s3", cloudStorageProviderId: 11 }), "provider"),
  secret(plan({ type: "database", applicationExtension: undefined }), "type"),
  secret(plan({ applicationExtension: ".tar" }), "applicationExtension"),
  secret(plan({ databaseExtension: ".sql" }), "databaseExtension"),
  secret(plan({ startBackup: START }), "startBackup"),
  secret(plan({ schedule: "Every 6 Hours", onDelete: "delete" }), "onDelete"),
  secret(plan({ schedule: "Every 12 Hours", allow: { "less-frequent": CONFIGURED } }), "allow"),
  secret(instant({ name: NAME }), "name"),
  secret(instant({ triggers: [TRIGGER, { deep: TRIGGER }] }), "triggers"),
  instant({ name: { secretOf: "canary" } }, undefined, "configured"),
];

const unique = [CONFIGURED, NAME, TRIGGER, START, "Every 3 Months", "24 Months", "amazon_s3"];

function secret(declared: Declaration, argument: string): Declaration {
  return { ...allSecret(declared, argument), name: `secret-${argument}` };
}

function allSecret(declared: Declaration, ...names: string[]): Declaration {
  const isSecret = (name: string) => names.includes(name);
  const args = Object.entries(declared.args ?? {}).map(([name, value]) => [
    name,
    isSecret(name) ? { secret: value } : value,
  ]);
  return { ...declared, args: Object.fromEntries(args) };
}

describe("secrets, on a real engine", () => {
  const config = { "serveravatar:token": { secret: TOKEN }, "declared:canary": { secret: CONFIGURED } };
  const journey = useJourney({ config });
  const all = [TOKEN, ...unique];
  /** Everything that was told so far, by what told it. */
  const told: Record<string, string> = {};

  async function tell(name: string, run: () => Promise<{ text: string }>): Promise<void> {
    told[name] = (await run()).text;
  }

  it("of an argument are told by no refusal", async () => {
    const canaries = Object.fromEntries(
      ["type", "provider", "schedule", "retentionPeriod", "startBackup", "onDelete", "adopt", "organization", "shedule"]
        .concat("applicationExtension", "databaseExtension", "server", "applicationId", "allow")
        .map((name) => [name, `${NAME} ${name}`]),
    );
    journey().declare(allSecret(plan(canaries), ...Object.keys(canaries)));
    const { code, text } = await journey().preview(["--diff"]);
    assert.notEqual(code, 0);
    assert.match(text, /schedule: must be .*given \[secret\]/);
    assertUntold("the refusal", text, [NAME]);
  });

  it("of the configuration are told by no error of the service, which does not know this token", async () => {
    journey().declare(...secretive);
    const { code, text } = await journey().up();
    assert.notEqual(code, 0);
    assertUntold("the error", text, all);
    const adopting = secret(plan({ adopt: ADOPT }), "adopt");
    await journey().stack.setConfig({ "serveravatar:token": { secret: "emulator-token" } });
    journey().declare(adopting);
    const refused = await journey().up();
    assert.match(refused.text, /adopt: cannot be secret/);
    assertUntold("the refusal to adopt", refused.text, [ADOPT, "emulator-token"]);
  });

  it("go through the life of a stack", async () => {
    journey().declare(...secretive);
    for (const form of [["--diff"], ["--json"]]) await tell(`preview ${form}`, () => journey().preview(form));
    await tell("up", () => journey().up(["--diff"]));
    assertDone({ code: told.up!.includes("error:") ? 1 : 0, text: told.up! });
    await tell("refresh", () => journey().refresh(["--diff"]));
    told.state = (await journey().stack.export()).stdout;
  });

  it("are told by no output", () => {
    for (const [where, text] of Object.entries(told)) assertUntold(where, text, [...all, "emulator-token"]);
  });

  it("are encrypted in state, and in no summary", async () => {
    const resources = await journey().state();
    assert.equal(resources.length, secretive.length);
    for (const { urn, inputs, outputs } of resources) {
      const name = urn.slice(urn.lastIndexOf("::") + 2);
      const argument = name === "configured" ? "name" : name.replace("secret-", "");
      for (const stored of [inputs, outputs]) {
        assert.ok(stored[argument].ciphertext, `${name} is stored as ${JSON.stringify(stored[argument])}`);
      }
    }
  });

  it("are told by no destroy", async () => {
    await tell("destroy", () => journey().destroy());
    assertUntold("destroy", told.destroy!, [...all, "emulator-token"]);
  });
});
