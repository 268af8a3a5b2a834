import assert from "node:assert/strict";
import { keys, signedHeaders } from "../otc-signing";
import { useEmulator } from "../use-emulator";

const project = "0549b4a43100d4f32f51c01c2fe4acdb";
const instance = "a89dab5e39394eccbdb77b19d57b0180in02";
const path = `/v3/${project}/backups`;

describe("emulator: callers of DDS and GeminiDB", () => {
  const { control, to, urls } = useEmulator();
  const dds = to("dds");
  const geminidb = to("geminidb");
  type Options = Omit<Parameters<typeof signedHeaders>[0], "url" | "key">;
  const sign = (key: (typeof keys)[keyof typeof keys], options: Options = {}, at = path) =>
    signedHeaders({ key, url: urls().dds + at, ...options });
  const get = async (headers: Record<string, string>, at = path) => (await dds("GET", at, undefined, headers)).status;

  it("GET …/backups without a token, or with a wrong one, is 401 of the gateway", async () => {
    const wrong: Record<string, string>[] = [{}, { "x-auth-token": "wrong" }];
    for (const headers of wrong) {
      const { status, body, headers: answered } = await dds("GET", path, undefined, headers);
      assert.deepEqual([status, body.error_code], [401, "APIGW.0301"]);
      assert.equal(body.request_id, answered.get("x-request-id"));
    }
  });

  it("GET …/backups can be refused by the service: 401 of DDS, 403 of GeminiDB", async () => {
    await control("POST", "/settings", { dds: { unauthorizedBy: "service" }, geminidb: { unauthorizedBy: "service" } });
    const ofDds = await dds("GET", path, undefined, {});
    const ofGemini = await geminidb("GET", `/v4/${project}/backups`, undefined, {});
    assert.deepEqual([ofDds.status, ofDds.body.error_code], [401, "DBS.280056"]);
    assert.deepEqual([ofGemini.status, ofGemini.body.error_code], [403, "DBS.280056"]);
  });

  it("GET …/backups in another one's project is 403", async () => {
    const { status, body } = await dds("GET", path, undefined, { "x-auth-token": "emulator-token-eu" });
    assert.deepEqual([status, body.error_code], [403, "DBS.280032"]);
    assert.equal(await get(sign(keys.other)), 403);
    assert.equal(await get({ ...sign(keys.tester), "x-project-id": "another" }), 403);
  });

  it("GET …/backups takes a signed request of either flavour", async () => {
    assert.equal(await get(sign(keys.tester)), 200);
    assert.equal(await get(sign(keys.tester, { scope: "eu-de/dds/sdk_request" })), 200);
    assert.equal(await get(sign(keys.tester, { scope: "//sdk_request" })), 200);
  });

  it("GET …/backups reads the signed query in its canonical form", async () => {
    const sorted = `${path}?begin_time=2026-01-01%2000%3A00%3A00&end_time=2027-01-01%2000%3A00%3A00&limit=1`;
    const sent = `${path}?limit=1&end_time=2027-01-01+00:00:00&begin_time=2026-01-01%2000:00:00`;
    assert.equal(await get(sign(keys.tester, {}, sorted), sent), 200);
  });

  it("POST …/backups signed for another body, method, path, query or key is 401 APIGW.0301", async () => {
    const body = JSON.stringify({ backup: { instance_id: instance, name: "signed" } });
    const post = async (headers: Record<string, string>) => dds("POST", path, JSON.parse(body), headers);
    const wrong = [
      sign(keys.tester, { method: "POST", body: `${body} ` }),
      sign(keys.tester, { method: "PUT", body }),
      sign(keys.tester, { method: "POST", body }, `${path}/more`),
      sign(keys.tester, { method: "POST", body }, `${path}?a=b`),
      sign({ ...keys.tester, secret: "wrong" }, { method: "POST", body }),
      sign({ ...keys.tester, access: "NOBODY" }, { method: "POST", body }),
    ];
    for (const headers of wrong) {
      const answer = await post(headers);
      assert.deepEqual([answer.status, answer.body.error_code], [401, "APIGW.0301"]);
    }
    assert.equal((await post(sign(keys.tester, { method: "POST", body }))).status, 200);
  });

  it("GET …/backups signed more than 15 minutes ago is 401, whatever the emulator's clock says", async () => {
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    await control("POST", "/time", { advance: { days: 3 } });
    assert.equal(await get(sign(keys.tester, { time: minutesAgo(14) })), 200);
    assert.equal(await get(sign(keys.tester, { time: minutesAgo(16) })), 401);
    assert.equal(await get(sign(keys.tester, { time: minutesAgo(-16) })), 401);
  });

  it("GET …/backups signed with a temporary key needs its security token", async () => {
    const { "x-security-token": token, ...bare } = sign(keys.temporary) as Record<string, string>;
    assert.equal(await get({ ...bare, "x-security-token": token! }), 200);
    assert.equal(await get(bare), 401);
    assert.equal(await get({ ...bare, "x-security-token": "another" }), 401);
  });

  it("GET /v3/projects?name= of identity takes a signed request, and refuses a wrong one as the gateway", async () => {
    const url = `${urls().identity}/v3/projects?name=eu-de`;
    const ask = (secret: string) =>
      to("identity")(
        "GET",
        "/v3/projects?name=eu-de",
        undefined,
        signedHeaders({ key: { ...keys.tester, secret }, url }),
      );
    assert.equal((await ask(keys.tester.secret)).body.projects[0].id, project);
    const refused = await ask("wrong");
    assert.deepEqual([refused.status, refused.body.error_code], [401, "APIGW.0301"]);
    assert.equal(refused.body.error_msg, "Incorrect IAM authentication information: verify aksk signature fail");
  });

  it("one request too many is 429, of the service or of the gateway", async () => {
    await control("POST", "/settings", { dds: { rateLimitPerMinute: 1 } });
    await dds("GET", path);
    const first = await dds("GET", path);
    assert.deepEqual([first.status, first.body.error_code], [429, "DBS.280443"]);
    await control("POST", "/settings", { dds: { throttledBy: "gateway", retryAfter: false } });
    const second = await dds("GET", path);
    assert.deepEqual([second.body.error_code, second.headers.get("retry-after")], ["APIGW.0308", null]);
  });

  it("an unknown route is 404 APIGW.0101", async () => {
    const { status, body } = await dds("PATCH", path);
    assert.deepEqual([status, body.error_code], [404, "APIGW.0101"]);
  });
});
