import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "mocha";
import { instances, type RealTrove } from "./real-trove";
import { backup, itOnTrove, wide } from "./use-trove";

const [one, other, third] = instances.active;

wide("the ways into Trove", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "clouds-"));
  });
  after(() => rm(folder, { recursive: true }));

  /** Without its password, which stands in the file beside it. */
  async function writeClouds({
    authUrl,
    username,
    password,
    region,
    projectId,
  }: RealTrove): Promise<NodeJS.ProcessEnv> {
    const auth = { auth_url: authUrl, username, user_domain_name: "Default", project_name: "demo" };
    const cloud = { auth, region_name: region };
    const files = { clouds: join(folder, `${projectId}.yaml`), secure: join(folder, `${projectId}-secure.yaml`) };
    await writeFile(files.clouds, JSON.stringify({ clouds: { mine: cloud } }));
    await writeFile(files.secure, JSON.stringify({ clouds: { mine: { auth: { password } } } }));
    return { OS_CLOUD: "mine", OS_CLIENT_CONFIG_FILE: files.clouds, OS_CLIENT_SECURE_FILE: files.secure };
  }

  itOnTrove(
    "are clouds.yaml, an application credential and a ready token; a wrong password is said, not told",
    async ({ program, rows, trove }) => {
      const { authUrl, region, applicationCredential, token, username } = trove;
      const { id, secret } = applicationCredential;
      const wrong = "a-wrong-password-never-printed";
      const user = { userName: username, userDomainName: "Default", tenantName: "demo", projectDomainName: "Default" };
      const providers = {
        credential: {
          openstack: { authUrl, region, applicationCredentialId: id, applicationCredentialSecret: secret },
        },
        token: { openstack: { authUrl, region, token } },
        wrong: { openstack: { authUrl, region, ...user, password: wrong } },
      };
      const stack = await program({ env: await writeClouds(trove) });
      await stack.declare(
        [
          backup("by-cloud", { instance: one }),
          backup("by-credential", { instance: other }, { provider: "credential" }),
          backup("by-token", { instance: third }, { provider: "token" }),
          backup("by-nothing", { instance: one }, { provider: "wrong" }),
        ],
        { "declared:providers": providers },
      );
      const run = await stack.up("--continue-on-error");
      assert.notEqual(run.code, 0);
      assert.match(run.text, /Keystone rejected the login \(401\)/);
      for (const word of [wrong, secret, token, trove.password]) assert.ok(!run.text.includes(word), run.text);
      const state = await stack.state();
      assert.deepEqual(Object.keys(state).sort(), ["by-cloud", "by-credential", "by-token"]);
      assert.deepEqual(
        (await rows()).map((row) => row.id).sort(),
        Object.values(state)
          .map((each) => each.id)
          .sort(),
      );
    },
  );
});
