import assert from "node:assert/strict";
import { assertDone } from "../../with/journeys/assert-outcome";
import { assertUntold } from "../../with/journeys/canaries";
import { instant, plan } from "../../with/journeys/plans";
import type { Declaration } from "../../with/programs/declaration";
import { useStage } from "../../with/stage";

/** Its quotes, slashes and letters change when it is escaped or encoded. */
const CONFIGURED = 'kanári "conf/ig+2"';
const NAME = 'kanári "na/me+3"';
const TRIGGER = 'kanári "trig/ger+4"';
const START = "2099-03-17 04:05";

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

function secret({ args, ...others }: Declaration, argument: string): Declaration {
  const { [argument]: value } = args as Record<string, unknown>;
  return { ...others, name: `secret-${argument}`, args: { ...args, [argument]: { secret: value } } };
}

describe("secrets, on a real engine", () => {
  const config = { "serveravatar:token": { secret: "emulator-token" }, "declared:canary": { secret: CONFIGURED } };
  const stage = useStage({ config });
  const all = [...unique, "emulator-token"];
  /** Everything that was told so far, by what told it. */
  const told: Record<string, string> = {};

  /** Of the program's resources, which its configuration does not name: it is stored in plain text. */
  async function tell(name: string, ...command: string[]): Promise<void> {
    const { stdout, stderr } = await stage().program.json(command, secretive);
    told[name] = stdout + stderr;
  }

  it("go through the life of a stack", async () => {
    for (const form of ["--diff", "--json"]) await tell(`preview ${form}`, "preview", form);
    await tell("up", "up", "--yes", "--skip-preview", "--diff");
    assertDone({ code: told.up!.includes("error:") ? 1 : 0, text: told.up! });
    await tell("refresh", "refresh", "--yes", "--skip-preview", "--diff");
    await tell("state", "stack", "export");
  });

  it("are told by no output", () => {
    for (const [where, text] of Object.entries(told)) assertUntold(where, text, all);
  });

  it("are encrypted in state, and in no summary", async () => {
    const resources = Object.entries(await stage().program.state());
    assert.equal(resources.length, secretive.length);
    for (const [name, { inputs, outputs }] of resources) {
      const argument = name === "configured" ? "name" : name.replace("secret-", "");
      for (const stored of [inputs, outputs]) {
        assert.ok(stored[argument].ciphertext, `${name} is stored as ${JSON.stringify(stored[argument])}`);
      }
    }
  });

  it("are told by no destroy", async () => {
    await tell("destroy", "destroy", "--yes", "--skip-preview");
    assertUntold("destroy", told.destroy!, all);
  });
});
