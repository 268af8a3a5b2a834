import { EngineModel } from "../engine-model";
import { type Subject, slugOf } from "../subjects";
import type { Holdings, World } from "../world";

/** All that the services have, by its id. */
export function idsIn(holdings: Holdings): Set<string> {
  const lists = Object.values(holdings).flatMap((service) => Object.values(service).filter(Array.isArray));
  return new Set(lists.flat().flatMap((row) => (row?.id === undefined ? [] : [`${row.id}`])));
}

/** What another stack has beside the subjects; its ids are told. */
export async function makeForeign(
  world: World,
  stack: string,
  subjects: readonly Subject[],
): Promise<ReadonlySet<string>> {
  const before = idsIn(await world.holdings());
  const declared = subjects
    .filter(({ beside }) => beside !== undefined)
    .map((subject) => ({ kind: subject.kind, name: slugOf(subject), args: { ...subject.args, ...subject.beside } }));
  const { errors } = await new EngineModel(stack, declared).up(world.config(stack));
  if (Object.keys(errors).length > 0) throw new Error(JSON.stringify(errors));
  return new Set([...idsIn(await world.holdings())].filter((id) => !before.has(id)));
}
