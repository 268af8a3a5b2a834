import { EngineModel } from "../engine-model";
import type { Declared } from "../resource-run";
import { type Subject, slugOf } from "../subjects";
import type { Holdings, World } from "../world";
import type { FaultPlan } from "./fault-plan";
import { declarationOf, forgetNotes, isMarked } from "./program";

/** All that the services have, by its id. */
export function idsIn(holdings: Holdings): Set<string> {
  const lists = Object.values(holdings).flatMap((service) => Object.values(service).filter(Array.isArray));
  return new Set(lists.flat().flatMap((row) => (row?.id === undefined ? [] : [`${row.id}`])));
}

/** What another stack has beside the subjects; its ids are told. */
export function makeForeign(world: World, stack: string, subjects: readonly Subject[]): Promise<string[]> {
  const besides = subjects.filter(({ beside }) => beside !== undefined);
  return make(
    world,
    stack,
    besides.map((each) => ({ kind: each.kind, name: slugOf(each), args: { ...each.args, ...each.beside } })),
  );
}

/** What a stack of the same name, whose state and machine are elsewhere, made of what a mark finds; its ids are told. */
export async function makeTwins(world: World, stack: string, plan: FaultPlan): Promise<string[]> {
  const marked = plan.subjects.filter(isMarked);
  const ids = await make(
    world,
    stack,
    marked.map((subject) => declarationOf(subject, plan)),
  );
  forgetNotes(stack, marked);
  return ids;
}

async function make(world: World, stack: string, declared: Declared[]): Promise<string[]> {
  const before = idsIn(await world.holdings());
  const { errors } = await new EngineModel(stack, declared).up(world.config(stack));
  if (Object.keys(errors).length > 0) throw new Error(JSON.stringify(errors));
  return [...idsIn(await world.holdings())].filter((id) => !before.has(id));
}
