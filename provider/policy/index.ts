import type { StackValidationPolicy } from "@pulumi/policy";
import { services } from "../services/services";
import { enforced } from "./enforced";
import { chainDepth } from "./rules/chain-depth";
import { coverage } from "./rules/coverage";
import { maximumRpo } from "./rules/maximum-rpo";
import { minimumRetention } from "./rules/minimum-retention";
import { noUnfinished } from "./rules/no-unfinished";
import { separateDestination } from "./rules/separate-destination";

/**
 * Returns the policies for a pack: `new PolicyPack("backup-plans", { policies: policies() })`, with `@pulumi/policy` 1.12 or
 * newer. Levels and thresholds are the pack's configuration. Mandatory where it says nothing: `maximum-rpo` (25 h),
 * `minimum-retention` (7 days), `coverage`, `separate-destination`; advisory: `no-unfinished`, `chain-depth` (6), and
 * `undecided`, which tells what the others could not decide.
 */
export function policies(): StackValidationPolicy[] {
  const rules = [maximumRpo, minimumRetention, coverage, separateDestination, noUnfinished, chainDepth];
  return enforced(rules, services);
}
