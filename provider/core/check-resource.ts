import type { dynamic } from "@pulumi/pulumi";
import { check } from "./check";
import type { Context } from "./context";
import type { Common, Definition, Outputs } from "./definition";
import { takenBy } from "./exclusive";
import { probableSlips, unknownKeys } from "./misspelt-keys";
import { type Looked, lookUp } from "./online";
import type { OpenLosses } from "./open-losses";
import { thisRunOfRenamed } from "./this-run";

/** What is wrong with the arguments, and with the configuration; what they become; and what is lost by them. */
export async function checkResource<A extends Common>(
  definition: Definition<A>,
  consents: OpenLosses,
  context: Context,
  [olds, news]: readonly [Outputs, Outputs],
): Promise<dynamic.CheckResult<Outputs>> {
  const { log, owner, settings } = context;
  thisRunOfRenamed(owner, olds.__owner).checked(olds);
  const { inputs, ...offline } = check(definition, olds, news, { now: new Date(), settings, besideOthers: takenBy });
  const isOnline = settings.flag("online") && offline.failures.length === 0;
  const { failures, losses, warnings }: Looked = isOnline
    ? await lookUp(definition, context, inputs, olds, offline.losses)
    : { ...offline, warnings: [] };
  for (const warning of [...warnings, ...untold([...settings.stale, ...probableSlips(settings, definition.keys)])])
    log.warn(warning);
  const wrong = [...unknownKeys(settings), ...failures];
  const { refused, warned } = consents.judge(inputs, olds, losses, "check");
  for (const warning of warned) log.warn(warning);
  const reasons = [...wrong, ...refused];
  // A named property makes the engine print its value, secrets too.
  return { inputs, failures: reasons.map((reason) => ({ property: "", reason })) };
}

const told = new Set<string>();

/** What concerns all resources is told once. */
function untold(warnings: readonly string[]): string[] {
  const fresh = warnings.filter((warning) => !told.has(warning));
  for (const warning of fresh) told.add(warning);
  return fresh;
}
