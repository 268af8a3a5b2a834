import assert from "node:assert/strict";
import { validOf } from "../../../kinds/asked";
import { otcPolicies } from "../../../kinds/otc/services";
import { ownerNamed } from "../../../with/host/host";
import { configFor, useHost } from "../../../with/host/use-host";
import { withHost } from "../../../with/host/with-host";

describe("--replace of a policy with deleteBeforeReplace", () => {
  const { outside, urls } = useHost();

  for (const kind of otcPolicies) {
    it(`${kind}: restores and disables nothing between the two, as the policy is in the program`, async () => {
      const { instanceId } = validOf(kind);
      const days = { keepDays: 14, startTime: "03:00-04:00", period: [1, 2, 3, 4, 5, 6, 7] };
      const args = { instanceId, ...days, onDelete: "restore", __owner: ownerNamed(kind) };
      const { id, properties } = await withHost({ config: configFor(urls()) }, async (host) =>
        host.create(kind, (await host.check(kind, args)).inputs),
      );
      await withHost({ config: configFor(urls()) }, async (host) => {
        await host.check(kind, args, properties);
        const again = await host.check(kind, args);
        const { writes } = await outside().sent(async () => {
          await host.delete(kind, id, properties);
          await host.create(kind, again.inputs);
        });
        assert.deepEqual(writes, []);
      });
    });
  }
});

describe("--replace of a policy that is to restore what stood there before", () => {
  const { host: maker, urls } = useHost();

  for (const kind of otcPolicies) {
    const { instanceId } = validOf(kind);
    it(`${kind}: tells what that was, as the state does not know it any longer`, async () => {
      const days = { keepDays: 14, startTime: "03:00-04:00", period: [1, 2, 3, 4, 5, 6, 7] };
      const args = { instanceId, ...days, onDelete: "restore", __owner: ownerNamed(kind) };
      const { inputs } = await maker().check(kind, args);
      const before = await maker().create(kind, inputs);
      await withHost({ config: configFor(urls()) }, async (host) => {
        await host.check(kind, args, inputs);
        const again = await host.check(kind, args);
        await host.create(kind, again.inputs);
        await host.delete(kind, before.id, before.properties);
        const told = host.logs.map(({ message }) => message).join("\n");
        assert.match(told, new RegExp(`${instanceId} belongs to its replacement`));
        assert.match(
          told,
          /The state no longer has the one before, which was \{"keepDays":7,.*"startTime":"01:00-02:00"/,
        );
      });
    });
  }
});
