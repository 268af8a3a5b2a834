import assert from "node:assert/strict";
import { faultOf, one, project, useTrove } from "../use-trove";

const other = "8e2c1d4f5b6a47938d7c6b5a49382716";
const unauthorized = {
  error: { code: 401, title: "Unauthorized", message: "The request you have made requires authentication." },
};

describe("emulator: Trove's refusals", () => {
  const { urls, call, control, settings, advance, create, send, base } = useTrove();
  const list = (token: string, path = base) => send("GET", `${path}/backups`, undefined, { "x-auth-token": token });
  const login = async (name: string) => {
    const domain = { name: "Default" };
    const user = { name: "tester", domain, password: "not-a-real-password" };
    const auth = { identity: { methods: ["password"], password: { user } }, scope: { project: { name, domain } } };
    const headers = { "content-type": "application/json" };
    const url = `${urls().identity}/v3/auth/tokens`;
    const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify({ auth }) });
    return answer.headers.get("x-subject-token")!;
  };

  it("401 in Keystone's words, with its address, for no token, a bad one and an expired one", async () => {
    await control("POST", "/settings", { identity: { tokenSeconds: 60 } });
    const token = await login("demo");
    assert.equal((await list(token)).status, 200);
    await advance(61);
    for (const bad of ["", "nonsense", token]) {
      const { status, headers, body } = await list(bad);
      assert.deepEqual([status, body], [401, unauthorized]);
      assert.equal(headers.get("www-authenticate"), `Keystone uri="${urls().identity}/v3"`);
    }
  });

  it("403 of the framework for another project's address: JSON with HTML inside, or HTML", async () => {
    const token = await login("demo");
    const path = `/v1.0/${other}/backups`;
    const headers = { "x-auth-token": token, accept: "application/json" };
    const { status, body } = await send("GET", path, undefined, headers);
    const words = `User with tenant id ${project} cannot access this resource.`;
    const message = `Access was denied to this resource.<br /><br />\n${words}\n\n`;
    assert.deepEqual([status, body], [403, { message, code: "403 Forbidden", title: "Forbidden" }]);
    const html = await send("GET", path, undefined, { "x-auth-token": token });
    assert.equal(html.headers.get("content-type"), "text/html; charset=UTF-8");
  });

  it("400 of the framework for malformed JSON, 415 for another media type", async () => {
    const post = async (body: string, type: string) => {
      const headers = { "x-auth-token": "emulator-token", accept: "application/json", "content-type": type };
      const answer = await fetch(`${urls().trove}${base}/backups`, { method: "POST", headers, body });
      return ((await answer.json()) as { code: string }).code;
    };
    assert.equal(await post("{", "application/json"), "400 Bad Request");
    assert.equal(await post("name=x", "text/plain"), "415 Unsupported Media Type");
  });

  it("404 for PUT, PATCH, /schedules and everything else that is no route", async () => {
    for (const [method, path] of [
      ["PUT", "/backups/x"],
      ["PATCH", "/backups/x"],
      ["GET", "/schedules"],
      ["GET", "/backups/"],
    ] as const) {
      const answer = await call(method, path, method === "GET" ? undefined : {});
      assert.deepEqual(faultOf(answer), [404, "itemNotFound", "The resource could not be found."], path);
    }
  });

  it("413 with Retry-After for one request too many, by verb", async () => {
    await settings({ rateLimitPerMinute: 2 });
    await call("GET", "/backups");
    await call("GET", "/backups");
    const { status, headers, body } = await call("GET", "/backups");
    assert.deepEqual([status, headers.get("retry-after")], [413, body.overLimit.retryAfter]);
    assert.match(body.overLimit.retryAfter, /^(29|30)$/);
    assert.equal(body.overLimit.details, "Only 2 GET request(s) can be made to * every minute.");
    assert.equal((await create({})).status, 202);
    await advance(30);
    assert.equal((await call("GET", "/backups")).status, 200);
    assert.equal((await call("GET", "/backups")).status, 413);
  });

  it("swift: 401, 404 and 500 that look like something else; not for another storage driver", async () => {
    await settings({ swift: "denied" });
    const denied = await create({});
    const words = `Swift account not accessible for tenant ${project}.`;
    assert.deepEqual(faultOf(denied), [401, "unauthorized", words]);
    assert.ok(denied.headers.has("www-authenticate"));
    await settings({ swift: "nocatalog" });
    assert.deepEqual(faultOf(await create({})), [404, "itemNotFound", `Swift is disabled for tenant ${project}.`]);
    await settings({ swift: "down" });
    assert.deepEqual(faultOf(await create({})), [500, "serverError", "Cannot connect to Swift."]);
    assert.equal((await create({ storage_driver: "cinder" })).status, 202);
  });

  it("faults that the control port asks for come in Trove's words", async () => {
    for (const [fault, status, name] of [
      ["error-500", 500, "instanceFault"],
      ["unavailable-503", 503, "serviceUnavailable"],
      ["too-many-429", 429, "overLimit"],
    ] as const) {
      await control("POST", "/faults", { service: "trove", method: "POST", fault });
      assert.deepEqual(faultOf(await create({ instance: one })).slice(0, 2), [status, name]);
    }
    await control("POST", "/faults", { service: "trove", fault: "unauthorized-401" });
    assert.deepEqual((await call("GET", "/backups")).body, unauthorized);
  });

  it("GET /: the version, without a token", async () => {
    const { status, body } = await send("GET", "/", undefined, {});
    assert.deepEqual([status, body.versions[0].id], [200, "v1.0"]);
  });
});
