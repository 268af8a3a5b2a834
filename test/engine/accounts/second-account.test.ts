import assert from "node:assert/strict";
import { assertDone, assertRefused, assertUnchanged } from "../../with/journeys/assert-outcome";
import { plan } from "../../with/journeys/plans";
import { useJourney } from "../../with/journeys/use-journey";

const european = { organization: 6, server: 16, applicationId: 5246, databaseId: 5223, cloudStorageProviderId: 22 };

describe("a second account in one stack, on a real engine", () => {
  const journey = useJourney({ env: { SERVERAVATAR_TOKEN: "emulator-token" } });

  /** The explicit provider "eu". */
  async function account(keys: Record<string, string>): Promise<void> {
    const serveravatar = { endpoint: journey().emulator.urls.serveravatar, ...keys };
    await journey().stack.setConfig({ "declared:providers": { eu: { serveravatar } } });
  }

  const abroad = plan(european, { provider: "eu" }, "nightly-eu");

  it("that has no token is an error naming it and the key, and takes no other token", async () => {
    await account({});
    journey().declare(abroad);
    const { outcome, requests } = await journey().sent(() => journey().up());
    assertRefused(outcome, "serveravatar.token is missing", 'in the explicit provider "eu"');
    assert.deepEqual(requests, []);
  });

  it("makes its plan where the other one could not", async () => {
    await account({ token: "emulator-token-eu" });
    journey().declare(plan(), abroad);
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertDone(outcome);
    assert.deepEqual(writes.map(({ path, status }) => `${status} ${path}`).sort(), [
      "200 /organizations/5/servers/15/backups",
      "200 /organizations/6/servers/16/backups",
    ]);
    assert.equal((await journey().counts()).plans, 2);
    assertUnchanged(await journey().preview());
  });

  it("takes its token from the variable that tokenEnv names", async () => {
    await account({ tokenEnv: "TOKEN_OF_EU" });
    const env = { TOKEN_OF_EU: "emulator-token-eu" };
    assertDone(await journey().up([], { env }));
    assertDone(await journey().refresh([], { env }));
    assertRefused(await journey().refresh([], { env: { TOKEN_OF_EU: "" } }), "serveravatar.token is missing");
  });
});
