import assert from "node:assert/strict";
import { fill, isAddress } from "../../../../provider/core/http/endpoint";
import { validOf } from "../../../kinds/asked";
import { otcBackups, otcPolicies } from "../../../kinds/otc/services";
import { useHost } from "../../../with/host/use-host";

/** Texts that a client, a proxy or a server could take for another path than that of one id. */
const HOSTILE = [
  ...[
    ".",
    "..",
    "../5",
    "5/..",
    "/5",
    "5/",
    "a/b",
    "a\\b",
    "%2e%2e",
    "%2E",
    "%2f",
    "%252e%252e",
    "..%2f5",
    "..;",
    ".%00",
  ],
  ...[
    "",
    " ",
    "5 ",
    "5\n",
    "5\r\nhost: evil",
    "\u0000",
    "5\u0007",
    "\u202e5",
    "５",
    "．．",
    "\ud800",
    "5?x=1",
    "5#x",
    "*",
  ],
  ...["__proto__/x", "a".repeat(256), "x".repeat(1_000_000)],
];

/** Every argument that names something at the service, by kind. */
const IDS: Record<string, readonly string[]> = {
  "serveravatar:BackupPlan": [
    ...["adopt", "organization", "server", "applicationId", "databaseId", "cloudStorageProviderId"],
  ],
  "serveravatar:Backup": [
    ...["adopt", "organization", "server", "applicationId", "databaseId", "cloudStorageProviderId"],
  ],
  "trove:Backup": ["adopt", "instance", "parentId"],
  ...Object.fromEntries(otcBackups.map((kind) => [kind, ["adopt", "instanceId"]])),
  ...Object.fromEntries(otcPolicies.map((kind) => [kind, ["instanceId"]])),
};

describe("ownership 8: an id is never a path", () => {
  const { host, requests } = useHost();

  for (const [kind, names] of Object.entries(IDS)) {
    for (const name of names) {
      it(`${kind}: ${name} is refused in check, whatever path it could be`, async () => {
        for (const value of HOSTILE) {
          const { failures } = await host().check(kind, { ...validOf(kind), [name]: value });
          const reasons = failures.map(({ reason }) => reason).join("\n");
          assert.ok(reasons.includes(`${name}: `), `${JSON.stringify(value.slice(0, 40))} passed: ${reasons}`);
        }
      });
    }
  }

  it("no request was sent meanwhile", async () => assert.deepEqual(await requests(), []));

  it("a path takes no id that is more than one segment", () => {
    for (const value of HOSTILE) assert.throws(() => fill("/backups/{id}", { id: value }), /id: .* is no id/);
    assert.equal(fill("/backups/{id}", { id: "a4d8ea25-84e0:x@y~z_1.2" }), "/backups/a4d8ea25-84e0%3Ax%40y~z_1.2");
  });

  it("an address names the path that it seems to name", () => {
    const wrong = ["/v1/..", "/v1/../5", "/v1/.", "/v1/%2e%2e/5", "/v1/a%2fb", "/v1?a=b", "/v1#a", "/v1\\a", "/v1/a b"];
    for (const path of wrong) assert.equal(isAddress(`https://api.example.com${path}`), false, path);
    for (const path of ["", "/v1.0/123456", "/v3", "/a//b"])
      assert.ok(isAddress(`https://api.example.com${path}`), path);
  });
});
