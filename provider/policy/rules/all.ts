import type { Rule } from "../rule";
import { chainDepth } from "./chain-depth";
import { coverage } from "./coverage";
import { maximumRpo } from "./maximum-rpo";
import { minimumRetention } from "./minimum-retention";
import { noUnfinished } from "./no-unfinished";
import { separateDestination } from "./separate-destination";

/** The rules of this package, in the order in which a pack shows them. */
// biome-ignore lint/suspicious/noExplicitAny: each has a configuration of its own.
export const rules: readonly Rule<any>[] = [
  maximumRpo,
  minimumRetention,
  coverage,
  separateDestination,
  noUnfinished,
  chainDepth,
];
