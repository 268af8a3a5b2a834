import assert from "node:assert/strict";
import type { Args } from "../kinds/case";
import { isSupported, type Kind } from "../kinds/kind";
import type { FormName } from "../with/host/form";
import { Host, type Props } from "../with/host/host";
import { ownAccounts } from "../with/host/own-accounts";
import { configFor } from "../with/host/use-host";
import { Outside } from "../with/outside";
import { HERE, type Where } from "../with/where";

interface Stored {
  id: string;
  inputs: Props;
  outputs: Props;
}

/** The calls of the engine, one after the other; each run of it has a process of its own. */
export function lifeThroughHost(kinds: readonly Kind[], form: FormName, where: Where = HERE): void {
  for (const kind of kinds) {
    it(`${kind.kind}: check, create, diff, update or replace by each argument, read, delete`, async () => {
      const outside = await Outside.start(where.services && { services: where.services });
      const inOneRun = async <T>(act: (host: Host) => Promise<T>): Promise<T> => {
        const host = await Host.start({
          config: configFor(outside.urls, where),
          accounts: ownAccounts(outside.urls),
          program: where.root,
          form,
        });
        try {
          return await act(host);
        } finally {
          await host.stop();
        }
      };
      try {
        const first = await inOneRun((host) => created(host, kind, kind.valid));
        const last = await inOneRun((host) => turned(host, kind, first, outside));
        await inOneRun((host) => assertLive(host, kind, last));
        const before = await kind.stands(outside);
        await inOneRun((host) => host.delete(kind.kind, last.id, last.outputs));
        assert.deepEqual(await kind.stands(outside), before, "all is kept");
        await assertGone(inOneRun, kind, last, outside);
      } finally {
        await outside.close();
      }
    });
  }
}

async function checked(host: Host, { kind }: Kind, args: Args, olds?: Props): Promise<Props> {
  const { inputs, failures } = await host.check(kind, args, olds);
  assert.deepEqual(failures, []);
  return inputs;
}

async function created(host: Host, kind: Kind, args: Args): Promise<Stored> {
  const inputs = await checked(host, kind, args);
  const { id, properties } = await host.create(kind.kind, inputs);
  assert.equal(properties.state, kind.state);
  return { id, inputs, outputs: properties };
}

/** Each argument's change, one on top of the other, as the engine makes it. */
async function turned(host: Host, kind: Kind, first: Stored, outside: Outside): Promise<Stored> {
  let stored = first;
  const unchanged = await checked(host, kind, kind.valid, stored.inputs);
  assert.equal((await host.diff(kind.kind, stored.id, stored.outputs, unchanged)).changes, "none");
  let args = kind.valid;
  for (const { argument, to, effect } of kind.turns) {
    args = { ...args, ...to };
    const inputs = await checked(host, kind, args, stored.inputs);
    const { replaces } = await host.diff(kind.kind, stored.id, stored.outputs, inputs);
    assert.equal(replaces.length > 0, effect === "replace", argument);
    stored =
      effect === "replace" ? await replaced(host, kind, stored, args) : await updated(host, kind, stored, inputs);
    assert.ok(stored.id in (await kind.stands(outside)), argument);
  }
  return stored;
}

async function updated(host: Host, { kind }: Kind, { id, outputs }: Stored, inputs: Props): Promise<Stored> {
  return { id, inputs, outputs: await host.update(kind, id, outputs, inputs) };
}

async function replaced(host: Host, kind: Kind, old: Stored, args: Args): Promise<Stored> {
  const inputs = await checked(host, kind, args);
  const { id, properties } = await host.create(kind.kind, inputs);
  assert.notEqual(id, old.id);
  await host.delete(kind.kind, old.id, old.outputs);
  return { id, inputs, outputs: properties };
}

async function assertLive(host: Host, { kind }: Kind, { id, outputs, inputs }: Stored): Promise<void> {
  const live = await host.read(kind, id, outputs);
  assert.equal(live.id, id);
  assert.deepEqual(live.inputs, inputs, "no drift");
}

/** What was deleted outside is gone, as far as the vendor tells. */
async function assertGone(
  inOneRun: <T>(act: (host: Host) => Promise<T>) => Promise<T>,
  kind: Kind,
  { id, outputs }: Stored,
  outside: Outside,
): Promise<void> {
  if (isSupported(kind.remove)) await kind.remove(outside, id);
  const live = await inOneRun((host) => host.read(kind.kind, id, outputs));
  assert.equal(live.id, isSupported(kind.remove) ? "" : id);
}
