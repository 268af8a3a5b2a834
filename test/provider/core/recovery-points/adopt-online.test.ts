import assert from "node:assert/strict";
import { checked, owned, validOf } from "../../../kinds/asked";
import { otcBackups } from "../../../kinds/otc/services";
import { ownerNamed } from "../../../with/host/host";
import { configFor, useHost } from "../../../with/host/use-host";
import { useRun } from "../../../with/host/with-host";

const NOWHERE = {
  "serveravatar:Backup": "999",
  "trove:Backup": "2e351a71-dd28-4bcb-a7d6-d36a5b487170",
  ...Object.fromEntries(otcBackups.map((kind) => [kind, "00000000000000000000000000000000br00"])),
};

describe("consent 4: an online preview of adopt", () => {
  const online = { "backup-plans:online": "true" };
  const { host, urls } = useHost({ settings: { buildSeconds: 0 } });
  // A run of its own: in that of the creation, the resource that made it has it.
  const later = useRun(() => ({ config: { ...configFor(urls()), ...online } }));

  for (const [kind, nowhere] of Object.entries(NOWHERE)) {
    it(`${kind}: refuses what does not exist or does not match, as up would`, async () => {
      const { inputs } = await host().check(kind, owned({ ...validOf(kind), name: "before-upgrade" }));
      const { id } = await host().create(kind, inputs);
      const told = async (adopt: string, name: string) =>
        (await checked(later(), kind, { adopt, name, __owner: ownerNamed(kind) })).reasons;
      assert.deepEqual(await told(id, "before-upgrade"), []);
      const [mismatch, ...others] = await told(id, "after-upgrade");
      assert.deepEqual(others, []);
      if (kind === "serveravatar:Backup") return assert.equal(mismatch, undefined, "a run shows no name of its own");
      assert.match(
        mismatch!,
        new RegExp(
          `^adopt: backup ${id} does not match what is declared: name \\(there: before-upgrade\\).*declare what`,
        ),
      );
      assert.match(
        (await told(nowhere, "before-upgrade")).join(),
        /^adopt: \w+ (has|lists) no backup .*; correct the id/,
      );
    });
  }
});
