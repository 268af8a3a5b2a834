import assert from "node:assert/strict";
import { type Kind, slugOf } from "../kinds/kind";
import { type Host, ownerNamed, type Props } from "../with/host/host";

/** A resource as a state holds it. */
export interface Stored {
  id: string;
  inputs: Props;
  outputs: Props;
}

/** The arguments of a resource of that kind and of that name, among others of its kind. */
export const named = (kind: Kind, name: string, args: Props): Props => ({
  __owner: ownerNamed(`${slugOf(kind)}-${name}`),
  ...args,
});

export async function checked(host: Host, { kind }: Kind, args: Props, olds?: Props): Promise<Props> {
  const { inputs, failures } = await host.check(kind, args, olds);
  assert.deepEqual(failures, []);
  return inputs;
}

export async function created(host: Host, kind: Kind, args: Props): Promise<Stored> {
  const inputs = await checked(host, kind, args);
  const { id, properties } = await host.create(kind.kind, inputs);
  return { id, inputs, outputs: properties };
}

/** As the engine goes from what is stored to other arguments: nothing, an update, or another one and then the old one's deletion. */
export async function changed(host: Host, kind: Kind, stored: Stored, args: Props): Promise<Stored> {
  const inputs = await checked(host, kind, args, stored.inputs);
  const { changes, replaces } = await host.diff(kind.kind, stored.id, stored.outputs, inputs);
  if (replaces.length > 0) {
    const other = await created(host, kind, args);
    await host.delete(kind.kind, stored.id, stored.outputs);
    return other;
  }
  if (changes === "none") return { ...stored, inputs };
  return { id: stored.id, inputs, outputs: await host.update(kind.kind, stored.id, stored.outputs, inputs) };
}
