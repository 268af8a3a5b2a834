import assert from "node:assert/strict";
import { useEmulator } from "../use-emulator";

const otc = "OTC00000000001000000000";
const euDe = "0549b4a43100d4f32f51c01c2fe4acdb";
const password = (name: string, domain: string, scope?: unknown, secret = "not-a-real-password") => ({
  auth: {
    identity: { methods: ["password"], password: { user: { name, domain: { name: domain }, password: secret } } },
    ...(scope !== undefined && { scope }),
  },
});
const inEuDe = password("tester", otc, { project: { name: "eu-de" } });

describe("emulator: identity", () => {
  const { control, to, urls } = useEmulator();
  const identity = to("identity");
  const login = (body: unknown, path = "/v3/auth/tokens") => identity("POST", path, body, {});
  const tokenOf = async (body: unknown) => (await login(body)).headers.get("x-subject-token")!;
  const statusOf = async (token: string) =>
    (await identity("GET", "/v3/auth/tokens", undefined, { "x-auth-token": token, "x-subject-token": token })).status;
  const settings = (values: object) => control("POST", "/settings", { identity: values });

  it("GET / and GET /v3 have the version documents", async () => {
    const root = await identity("GET", "/");
    assert.deepEqual([root.status, root.body.versions.values[0].id], [300, "v3.14"]);
    for (const path of ["/v3", "/v3/"]) assert.equal((await identity("GET", path)).body.version.status, "stable");
  });

  it("POST /v3/auth/tokens, password: 201, X-Subject-Token, project and catalog", async () => {
    const { status, headers, body } = await login(inEuDe);
    assert.equal(status, 201);
    assert.match(headers.get("x-subject-token")!, /^gAAAAAB/);
    assert.deepEqual([body.token.project.id, body.token.user.domain.name], [euDe, otc]);
    assert.equal(Date.parse(body.token.expires_at) - Date.parse(body.token.issued_at), 86_400_000);
    const urlOf = (type: string) =>
      body.token.catalog.find((one: { type: string }) => one.type === type).endpoints[0].url;
    assert.equal(urlOf("database"), `${urls().trove}/v1.0/${euDe}`);
    assert.equal(urlOf("ddsv3"), `${urls().dds}/v3/${euDe}`);
  });

  it("POST /v3/auth/tokens takes user, project and domain by id, and a domain beside the project", async () => {
    const user = { id: "6e3a2f1d0c9b48879605b4c3d2e1f0a9", password: "not-a-real-password" };
    const scope = { project: { name: "demo", domain: { id: "default" } } };
    const { status, body } = await login({ auth: { identity: { methods: ["password"], password: { user } }, scope } });
    assert.deepEqual([status, body.token.project.name, body.token.user.name], [201, "demo", "tester"]);
    const byId = await login(password("tester", otc, { project: { id: euDe } }));
    assert.equal(byId.body.token.project.id, euDe);
  });

  it("POST /v3/auth/tokens?nocatalog=1 leaves the catalog out", async () => {
    const { body } = await login(inEuDe, "/v3/auth/tokens?nocatalog=1");
    assert.equal("catalog" in body.token, false);
  });

  it("POST /v3/auth/tokens without a scope gives a token without a project", async () => {
    const { status, body } = await login(password("tester", otc));
    assert.deepEqual([status, "project" in body.token], [201, false]);
  });

  it("POST /v3/auth/tokens, application_credential: by id or by name and user, never with a scope", async () => {
    const secret = "fake-application-credential-secret";
    const byId = { id: "fa4e0000000000000000000000000001", secret };
    const byName = { name: "backup-plans", secret, user: { name: "tester", domain: { name: "Default" } } };
    const body = (application_credential: object, more = {}) => ({
      auth: { identity: { methods: ["application_credential"], application_credential }, ...more },
    });
    for (const given of [byId, byName]) assert.equal((await login(body(given))).body.token.project.name, "demo");
    const scoped = await login(body(byId, { scope: { project: { name: "demo", domain: { name: "Default" } } } }));
    assert.deepEqual([scoped.status, scoped.body.error.title], [401, "Unauthorized"]);
    assert.equal((await login(body({ ...byId, secret: "wrong" }))).status, 401);
  });

  it("POST /v3/auth/tokens, token: changes the scope", async () => {
    const token = { id: await tokenOf(password("tester", otc)) };
    const scope = { project: { id: euDe } };
    const { status, body } = await login({ auth: { identity: { methods: ["token"], token }, scope } });
    assert.deepEqual([status, body.token.project.id, body.token.methods], [201, euDe, ["password", "token"]]);
  });

  it("POST /v3/auth/tokens refuses in Keystone's words", async () => {
    const wrong = await login(password("tester", otc, undefined, "wrong"));
    const message = "The request you have made requires authentication.";
    assert.deepEqual([wrong.status, wrong.body], [401, { error: { code: 401, message, title: "Unauthorized" } }]);
    assert.equal(wrong.headers.get("www-authenticate"), `Keystone uri="${urls().identity}/v3"`);
    assert.equal((await login(password("tester", otc, { project: { name: "elsewhere" } }))).status, 401);
    assert.equal((await login({ auth: {} })).body.error.title, "Bad Request");
  });

  it("GET, HEAD and DELETE /v3/auth/tokens tell of a token and revoke it", async () => {
    const token = await tokenOf(inEuDe);
    const headers = { "x-auth-token": "emulator-token", "x-subject-token": token };
    const shown = await identity("GET", "/v3/auth/tokens", undefined, headers);
    assert.deepEqual([shown.status, shown.headers.get("x-subject-token")], [200, token]);
    assert.equal((await identity("HEAD", "/v3/auth/tokens", undefined, headers)).status, 200);
    assert.equal((await identity("DELETE", "/v3/auth/tokens", undefined, headers)).status, 204);
    assert.equal((await identity("GET", "/v3/auth/tokens", undefined, headers)).status, 404);
  });

  it("a token expires by the clock of the emulator", async () => {
    await settings({ tokenSeconds: 60 });
    const token = await tokenOf(inEuDe);
    assert.equal(await statusOf(token), 200);
    await control("POST", "/time", { advance: 61 });
    assert.equal(await statusOf(token), 401);
    assert.equal(await statusOf("emulator-token"), 200);
  });

  it("a new tokenGeneration revokes all tokens, and stillbornToken those to come", async () => {
    const token = await tokenOf(inEuDe);
    await settings({ tokenGeneration: 1, failNext: { stillbornToken: 1 } });
    assert.deepEqual([await statusOf(token), await statusOf("emulator-token")], [401, 401]);
    assert.equal(await statusOf(await tokenOf(inEuDe)), 401);
    assert.equal(await statusOf(await tokenOf(inEuDe)), 200);
  });

  it("GET /v3/projects?name= and /v3/auth/projects have the caller's own", async () => {
    const named = await identity("GET", "/v3/projects?name=eu-de");
    assert.deepEqual(
      named.body.projects.map((project: { id: string }) => project.id),
      [euDe],
    );
    assert.equal((await identity("GET", "/v3/auth/projects")).body.projects.length, 3);
    const other = await identity("GET", "/v3/projects?name=eu-de", undefined, { "x-auth-token": "emulator-token-eu" });
    assert.notEqual(other.body.projects[0].id, euDe);
    assert.equal((await identity("GET", "/v3/projects", undefined, {})).status, 401);
  });

  it("missingFromCatalog leaves a service out", async () => {
    await settings({ missingFromCatalog: ["database"] });
    const types = (await login(inEuDe)).body.token.catalog.map((one: { type: string }) => one.type);
    assert.ok(types.includes("identity") && !types.includes("database"), types.join());
  });

  it("POST /v2.0/tokens takes Rackspace's API key and has a catalog by region", async () => {
    const body = (apiKey: string) => ({
      auth: { "RAX-KSKEY:apiKeyCredentials": { username: "rax-tester", apiKey } },
    });
    const { status, body: answer } = await login(body("fake-rackspace-api-key-for-tests"), "/v2.0/tokens");
    assert.deepEqual([status, answer.access.token.tenant.id], [200, "1234"]);
    const [entry] = answer.access.serviceCatalog;
    assert.equal(entry.name, "cloudDatabases");
    assert.deepEqual(entry.endpoints[1], { region: "DFW", tenantId: "1234", publicURL: `${urls().trove}/v1.0/1234` });
    assert.equal((await login(body("wrong"), "/v2.0/tokens")).body.unauthorized.code, 401);
  });

  it("GET /requests of the control port tells of a login without its credentials", async () => {
    const token = await tokenOf(inEuDe);
    await login({ auth: { identity: { methods: ["token"], token: { id: token } } } });
    const { body } = await control("GET", "/requests");
    assert.equal(body[0].body.auth.identity.password.user.name, "tester");
    assert.equal(JSON.stringify(body).includes("not-a-real-password"), false);
    assert.equal(JSON.stringify(body).includes(token), false);
  });

  it("an unknown route is 404 in Keystone's words", async () => {
    assert.equal((await identity("GET", "/v3/nowhere")).body.error.title, "Not Found");
  });
});
