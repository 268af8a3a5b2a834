import { WORD } from "./canaries";
import type { Case } from "./case";
import type { Found } from "./findings";
import type { Kind } from "./kind";
import type { Losses } from "./losses";
import { otcKinds } from "./otc";
import { rackspaceKinds } from "./rackspace/kinds";
import { rdsKinds } from "./rds";
import { serveravatarKinds } from "./serveravatar";
import { troveKinds } from "./trove";

/** Every kind of resource. */
export const kinds: readonly Kind[] = [
  ...serveravatarKinds,
  ...troveKinds,
  ...otcKinds,
  ...rdsKinds,
  ...rackspaceKinds,
];

/** The kinds that one stack can have without an explicit provider. */
export const inOneStack = kinds.filter(({ service }) => service !== "rackspace");

export const cases: readonly Case[] = kinds.map(({ kind, rules }) => ({ kind, ...rules }));

/** The first plan, the first recovery point and the first policy among them. */
export function oneOfEachSort<Each extends { kind: string }>(those: readonly Each[]): Each[] {
  const sortOf = ({ kind }: Each) => kind.slice(kind.indexOf(":"));
  return those.filter((each, index) => those.findIndex((other) => sortOf(other) === sortOf(each)) === index);
}

export const lossesOfAll: readonly Losses[] = kinds.flatMap(({ kind, losses }) =>
  losses ? [{ resource: kind, ...losses }] : [],
);

export const findings: readonly Found[] = kinds.flatMap(({ kind, findings: all }) =>
  all.map((found) => ({ kind, ...found })),
);

/** A value of the argument that passes its rule. */
export function validCanary(kind: string, argument: string): unknown {
  if (argument === "triggers") return [WORD, { deep: WORD }];
  return kinds.find((each) => each.kind === kind)!.canaries[argument];
}
