import type { dds, geminidb, serveravatar, trove } from "pulumi-backup-plans";
import type { z } from "zod";
import type { policyFields } from "../../provider/services/otc/policy/policy-schema";
import type { instantFields, planFields } from "../../provider/services/serveravatar/schema";
import type { fields as troveFields } from "../../provider/services/trove/schema";

/** The arguments that the compiler knows are those that the check knows, and the same ones are required. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

type Required<Args> = { [Name in keyof Args]-?: object extends Pick<Args, Name> ? never : Name }[keyof Args];

type RequiredIn<F extends Record<string, z.ZodType>> = {
  [Name in keyof F]: undefined extends z.output<F[Name]> ? never : Name;
}[keyof F];

type Ours = "onDelete" | "allow";
type OfRecoveryPoints = Ours | "adopt" | "triggers" | "keepLast";

type Plan = typeof planFields;
type Instant = typeof instantFields;
type Trove = typeof troveFields;
type Policy = ReturnType<typeof policyFields>;

export const proofs: {
  planNames: Same<keyof serveravatar.BackupPlanArgs, keyof Plan | Ours | "adopt">;
  planRequires: Same<Required<serveravatar.BackupPlanArgs>, RequiredIn<Plan>>;
  instantNames: Same<keyof serveravatar.BackupArgs, keyof Instant | OfRecoveryPoints>;
  instantRequires: Same<Required<serveravatar.BackupArgs>, RequiredIn<Instant>>;
  troveNames: Same<keyof trove.BackupArgs, keyof Trove | OfRecoveryPoints>;
  troveRequires: Same<Required<trove.BackupArgs>, RequiredIn<Trove>>;
  ddsPolicyNames: Same<keyof dds.BackupPolicyArgs, keyof Policy | Ours>;
  ddsPolicyRequires: Same<Required<dds.BackupPolicyArgs>, RequiredIn<Policy>>;
  geminidbPolicyNames: Same<keyof geminidb.BackupPolicyArgs, keyof Policy | Ours>;
} = {
  planNames: true,
  planRequires: true,
  instantNames: true,
  instantRequires: true,
  troveNames: true,
  troveRequires: true,
  ddsPolicyNames: true,
  ddsPolicyRequires: true,
  geminidbPolicyNames: true,
};
