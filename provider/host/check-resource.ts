import type { dynamic } from "@pulumi/pulumi";
import { check } from "../core/arguments/check";
import { argumentsAmong } from "../core/arguments/inputs";
import type { OpenLosses } from "../core/arguments/open-losses";
import { misspeltNamespaces, probableSlips, unknownKeys } from "../core/configuration/misspelt-keys";
import { hasUnknown } from "../core/ground/unknowns";
import type { Context } from "../core/kind/context";
import type { Common, Definition, Outputs, World } from "../core/kind/definition";
import { type Looked, lookUp } from "../core/online/look-up";
import { idleLines, type Loss } from "../plan/losses";
import { Pages } from "./pages";

/** Returns the inputs, and the failures of arguments, configuration and losses without consent. */
export async function checkResource<A extends Common>(
  definition: Definition<A>,
  consents: OpenLosses,
  context: Context,
  [olds, news]: readonly [Outputs, Outputs],
): Promise<dynamic.CheckResult<Outputs>> {
  const { log, settings, owner, secrets, run } = context;
  const pages = new Pages(definition, context);
  const page = pages.checked(olds, news as Common);
  const clash = (args: A) => {
    const holder = pages.claimed(page, olds, args);
    if (holder) return `${definition.thing.argument}: ${holder} has it already, and only one resource can have it`;
    const twin = pages.repeated(page, args);
    return twin && definition.work?.refused(twin);
  };
  const { inputs: replaced, stored: compared } = page.before ?? {};
  const world: World<A> = { now: new Date(), settings, owner, secrets, clash, replaced, compared };
  const { inputs, ...offline } = check(definition, olds, news, world);
  page.declared!.args = inputs;
  const configured = definition.configured(settings);
  const misconfigured = [...settings.found(unknownKeys), ...settings.wrong, ...configured.failures];
  const isOnline = settings.flag("online") && [...misconfigured, ...offline.failures].length === 0;
  const { failures, losses, warnings }: Looked = isOnline
    ? await lookUp(definition, context, inputs, olds, offline.losses)
    : { ...offline, warnings: [] };
  const slips = [...settings.found(misspeltNamespaces), ...probableSlips(settings, definition.keys)];
  const ofAll = [...settings.stale, ...slips, ...configured.warnings];
  const ofThis = failures.length === 0 ? notCompared(definition, inputs, olds, losses, isOnline) : [];
  const before = Object.keys(olds).length > 0 ? olds : (compared ?? {});
  const { refused, warned } = consents.judge(context, inputs, before, losses, "check");
  const untold = [...run.untold("all", ofAll), ...run.untold(owner, warned)];
  for (const warning of [...offline.doubts, ...warnings, ...ofThis, ...untold]) log.warn(warning);
  const reasons = [...misconfigured, ...failures, ...(refused.length > 0 ? [refused.join("\n")] : [])];
  // With a property name the engine would print its value, secrets too.
  return { inputs, failures: reasons.map((reason) => ({ property: "", reason })) };
}

/** Returns a warning for a takeover that only `up` can compare; otherwise one for each consent that agrees to nothing. */
function notCompared<A extends Common>(
  definition: Definition<A>,
  inputs: Outputs,
  olds: Outputs,
  losses: readonly Loss[],
  isOnline: boolean,
): string[] {
  const [args, stored] = [argumentsAmong(definition, inputs), argumentsAmong(definition, olds)];
  const isStored = Object.keys(olds).length > 0;
  const there = definition.takesOver?.(args, isStored ? stored : undefined);
  if (there !== undefined && isOnline) return [];
  if (there !== undefined) {
    return [
      `this takes over ${there}: pulumi up compares with it, and stops where something would be lost without consent. ` +
        "With backup-plans:online true the preview compares",
    ];
  }
  if (!isStored) return [];
  const allow = hasUnknown(args.allow) ? undefined : args.allow;
  return idleLines({ allow, stored: stored.allow }, losses).map(
    (line) =>
      `allow: ${line} agrees to no loss of this change. Once pulumi up has stored it, it agrees to no later one, either`,
  );
}
