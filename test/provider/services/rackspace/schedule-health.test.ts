import assert from "node:assert/strict";
import { beforeEach } from "mocha";
import { owned, validOf } from "../../../kinds/asked";
import type { Props } from "../../../with/host/host";
import { ownAccounts } from "../../../with/host/own-accounts";
import { configFor, useHost } from "../../../with/host/use-host";
import { withHost } from "../../../with/host/with-host";
import { KIND, sourceOf } from "./use-schedules";

describe("the health of a Rackspace schedule", () => {
  const rackspace = { scheduledBackups: true, moreInstances: 10 };
  const { host, urls, control } = useHost({ settings: { buildSeconds: 1, rackspace } });
  let source: string;
  let last = 0;

  beforeEach(async () => {
    await control("POST", "/reset");
    source = sourceOf(++last);
  });

  const create = async () => {
    const { inputs, failures } = await host().check(KIND, owned({ ...validOf(KIND), sourceId: source, dayOfWeek: 7 }));
    assert.deepEqual(failures, []);
    return host().create(KIND, inputs);
  };
  const pass = async (advance: object) => control("POST", "/time", { advance });
  /** In another run: what one lists it does not ask for within a minute again. */
  const read = (id: string, properties: Props): Promise<Props> =>
    withHost(
      { config: configFor(urls()), accounts: ownAccounts(urls()) },
      async (host) => (await host.read(KIND, id, properties)).properties,
    );

  for (const [what, act, health] of [
    ["before its first run", async () => undefined, "not-due-yet"],
    ["with a backup of the last day", async () => pass({ days: 2 }), "ok"],
    [
      "whose newest backup failed",
      async () => {
        await control("POST", "/settings", { rackspace: { failNext: { backup: 1 } } });
        // At any hour one run falls due within a day.
        await pass({ hours: 24 });
      },
      "failed",
    ],
    [
      "that makes none any more",
      async () => {
        await control("POST", "/settings", { rackspace: { scheduledBackups: false } });
        await pass({ days: 3 });
      },
      "overdue",
    ],
  ] as const) {
    it(`${what} is ${health}`, async () => {
      const { id, properties } = await create();
      await act();
      assert.equal((await read(id, properties)).health, health);
    });
  }
});
