import assert from "node:assert/strict";
import { inspect } from "node:util";
import { BackupError } from "../../../provider/core/ground/errors";
import type { Context } from "../../../provider/core/kind/context";
import { Run } from "../../../provider/core/run/run";
import { operate } from "../../../provider/host/operation";
import { assertUntold } from "../../with/journeys/canaries";

const CANARY = { argument: "kanari-secret-argument/7", before: "kanari-old-argument+8", token: 'kanari-"token"/9' };

const holders = [{ description: CANARY.argument }, { description: CANARY.before }] as const;

/** What is thrown by an operation that throws this. */
async function thrown(act: (context: Context) => Promise<never>): Promise<Error> {
  const call = {
    run: new Run(),
    kind: "trove:Backup",
    endpoint: "trove:endpoint",
    operation: "create",
    urn: "urn:pulumi:dev::shop::trove:Backup::nightly",
    owner: "dev::shop::::nightly",
    secrets: new Set(["description"]),
    config: undefined,
    holders,
  } as const;
  return operate(call, act).then(
    () => assert.fail("no error"),
    (error: Error) => error,
  );
}

describe("core: operate", () => {
  it("tells a defect as one, and none of the secrets that are in it", async () => {
    const told = await thrown(async ({ redactor }) => {
      redactor.add(CANARY.token);
      const cause = new Error(CANARY.token);
      const text = Object.values(CANARY).join(" ");
      throw Object.assign(
        new TypeError(`${text} ${JSON.stringify(text)} ${encodeURIComponent(CANARY.token)}`, { cause }),
        {
          options: { headers: { "x-auth-token": CANARY.token } },
        },
      );
    });
    assert.match(told.message, /a defect of pulumi-backup-plans, please report it: TypeError: .*operation\.test/s);
    const printed = [told.message, told.stack, `${told}`, inspect(told, { depth: 9 }), JSON.stringify(told)].join("\n");
    assertUntold("a defect", printed, Object.values(CANARY));
  });

  it("passes on what is for a person, without its place in the program", async () => {
    const told = await thrown(async () => {
      throw new BackupError(`description: "${CANARY.argument}" is too long`);
    });
    assert.deepEqual([told.message, told.stack], ['description: "[secret]" is too long', ""]);
  });
});
