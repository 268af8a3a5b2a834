import assert from "node:assert/strict";
import { validOf } from "../../../kinds/asked";
import { useHost } from "../../../with/host/use-host";
import { KIND } from "./use-schedules";

describe("a schedule without an account of Rackspace", () => {
  for (const [what, config] of [
    ["a password", {}],
    ["a cloud", { "openstack:userName": "", "openstack:password": "", "openstack:cloud": "main" }],
    ["a token", { "openstack:userName": "", "openstack:password": "", "openstack:token": "t" }],
  ] as const) {
    describe(`with ${what} of OpenStack`, () => {
      const { host, requests } = useHost({ config, accounts: {}, form: "dynamic" });

      it("is refused in preview, with why and what to do", async () => {
        const { failures } = await host().check(KIND, validOf(KIND));
        assert.equal(failures.length, 1);
        assert.match(failures[0]!.reason, /needs an account of Rackspace, and openstack:… is what is configured/);
        assert.match(failures[0]!.reason, /Configure rackspace:username, rackspace:apiKey and rackspace:region/);
        assert.deepEqual(await requests(), []);
      });
    });
  }

  describe("without any", () => {
    const none = { "openstack:userName": "", "openstack:password": "", "openstack:authUrl": "" };
    const { host } = useHost({ config: none, accounts: {}, form: "dynamic" });

    it("passes a preview, and up tells all that is missing", async () => {
      const { inputs, failures } = await host().check(KIND, validOf(KIND));
      assert.deepEqual(failures, []);
      await assert.rejects(
        host().create(KIND, inputs),
        /rackspace.BackupSchedule needs 3 keys.*rackspace:username is missing.*rackspace:apiKey.*rackspace:region/s,
      );
    });
  });

  for (const [region, isRefused] of [
    ["SYD", true],
    ["hkg", true],
    ["LON", false],
  ] as const) {
    describe(`in ${region}`, () => {
      const rackspace = { "rackspace:username": "u", "rackspace:apiKey": "k", "rackspace:region": region };
      const { host } = useHost({ accounts: { rackspace }, form: "dynamic" });

      it(isRefused ? "is refused, as Rackspace makes no scheduled backups there" : "passes", async () => {
        const { failures } = await host().check(KIND, validOf(KIND));
        const reasons = failures.map(({ reason }) => reason);
        if (isRefused)
          assert.match(reasons.join(), /rackspace:region .* and Rackspace makes no scheduled backups in SYD/);
        else assert.deepEqual(reasons, []);
      });
    });
  }
});
