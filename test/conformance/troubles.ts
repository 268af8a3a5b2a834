import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { after, before } from "mocha";
import { services } from "../../provider/services/services";
import { World } from "../faults/world";
import type { Kind } from "../kinds/kind";
import { ownAccounts } from "../with/host/own-accounts";
import { useHost } from "../with/host/use-host";
import { useRuns } from "../with/host/use-runs";
import { created, named, type Stored } from "./stored";

/** Nothing in between is taken for the service's word. */
export function gateways(kinds: readonly Kind[]): void {
  const { run } = useRuns();
  const made = new Map<Kind, Stored>();
  let world: World;
  before(async () => {
    world = await World.open();
  });
  after(() => world?.close());
  const way = () => ({
    config: { ...world.config(), "backup-plans:requestTimeoutSeconds": "2" },
    accounts: ownAccounts(world.urls),
  });

  run(
    ({ kind }) => `${kind}: is made through a gateway`,
    kinds,
    async (host, kind) => void made.set(kind, await created(host, kind, named(kind, "gateway", kind.valid))),
    way,
  );

  run(
    (status) => `a gateway's ${status} during refresh is an error of every kind, and it stays in state`,
    [403, 404, 500],
    async (host, status) => {
      world.refuseReads(status);
      const refused = new RegExp(`was refused: .*HTTP ${status}`, "s");
      // A 500 is asked again after a pause.
      await Promise.all(
        [...made].map(([{ kind }, { id, outputs }]) => assert.rejects(host.read(kind, id, outputs), refused, kind)),
      );
    },
    way,
  );
}

/** A token that is revoked while backups run. */
export function renewal(kinds: readonly Kind[]): void {
  const { host, control, requests } = useHost({ settings: { buildSeconds: 1.5 } });

  it("a token that is refused in the middle of a wait is renewed once by each account, without a failure", async () => {
    const waiting = kinds.filter(({ kind, service }) => kind.endsWith(":Backup") && service !== "serveravatar");
    const made: Promise<Stored>[] = waiting.map((kind) => created(host(), kind, kind.valid));
    const posts = async () =>
      (await requests()).filter(({ method, service }) => method === "POST" && service !== "identity").length;
    while ((await posts()) < waiting.length) await delay(50);
    await control("POST", "/settings", { identity: { tokenGeneration: 1 } });
    for (const { outputs } of await Promise.all(made)) assert.equal(outputs.state, "ready");
    const logins = (await requests()).filter(({ method, service }) => service === "identity" && method === "POST");
    const accounts = 2;
    assert.equal(logins.length, 2 * accounts, "OpenStack's, and the one that DDS, GeminiDB and RDS share");
  });
}

/** Several resources that look alike to the service. */
export function neighbours(kinds: readonly Kind[]): void {
  const { host, outside } = useHost();
  // A policy and a schedule are one an instance, and a plan is one of its kind.
  const isAlone = ({ kind }: Kind) => {
    const { thing, work } = services.definitionOf(kind)!;
    return thing.argument !== "adopt" || work !== undefined;
  };

  for (const kind of kinds) {
    it(`${kind.kind}: two with the same arguments are ${isAlone(kind) ? "refused" : "two"}`, async () => {
      const [one, another] = ["one", "another"].map((name) => named(kind, name, kind.valid));
      const there = Object.keys(await kind.stands(outside())).length;
      await created(host(), kind, one!);
      if (isAlone(kind)) {
        const { failures } = await host().check(kind.kind, another!);
        assert.match(
          failures.map(({ reason }) => reason).join(),
          /has it already, and only one|declares the same plan/,
        );
      } else {
        await created(host(), kind, another!);
        assert.equal(Object.keys(await kind.stands(outside())).length - there, 2);
      }
    });
  }
}
