import { isDeepStrictEqual } from "node:util";
import { type Consents, isAgreed, type Lines, type Loss } from "../../plan/losses";
import { argumentsAmong } from "../arguments/inputs";
import { given } from "../arguments/parse-arguments";
import { guarded, whenDecided, whenKnown } from "../ground/unknowns";
import type { Context } from "../kind/context";
import type { Common, Definition, Outputs } from "../kind/definition";
import type { Online } from "../kind/online";
import { lookUpsAt } from "./look-ups";

export interface Looked {
  failures: string[];
  warnings: string[];
  losses: Loss[];
}

/** Asks the service about arguments that meet every offline rule. */
export async function lookUp<A extends Common>(
  definition: Definition<A>,
  context: Context,
  inputs: Outputs,
  olds: Outputs,
  losses: readonly Loss[],
): Promise<Looked> {
  const looked: Looked = { failures: [], warnings: [], losses: [...losses] };
  const { online } = definition;
  if (!online) return looked;
  const args = argumentsAmong(definition, inputs);
  const stored = Object.keys(olds).length > 0 ? argumentsAmong(definition, olds) : undefined;
  const known = guarded(args, () => false);
  const within = { ...context, marked: inputs.__marked === true };
  if (whenDecided(() => online.concerns(known, stored), false)) {
    for (const [property, look] of online.rules) {
      const finding = await ask(online.service, within, property, (bounded) => look(bounded, known, stored));
      if (!finding) continue;
      const value = args[property as keyof A];
      const text = `${property}: ${finding.rule}${given(value, context.secrets.has(property))}; ${decapitalized(finding.mend)}`;
      // A resource that exists and does not change must not stop the others.
      const stays = stored !== undefined && isDeepStrictEqual(value, stored[property as keyof A]);
      (finding.isWrong && !stays ? looked.failures : looked.warnings).push(context.redactor.clean(text));
    }
  }
  const { standing } = online;
  if (standing && looked.failures.length === 0) {
    const there = await ask(online.service, within, "what stands there", (bounded) => standing(bounded, known, stored));
    const isReplaced = ({ kind }: Loss) => there?.some((loss) => loss.kind === kind);
    looked.losses = [...losses.filter((loss) => !isReplaced(loss)), ...(there ?? [])];
  }
  const lines = { allow: inputs.allow as Consents | undefined, stored: stored?.allow };
  await addEndangered(online, within, { stored: stored ?? args, args: known, lines }, looked);
  return looked;
}

function decapitalized(sentence: string): string {
  return sentence.replace(/^./, (first) => first.toLowerCase());
}

interface ChangeTo<A> {
  stored: A;
  args: A;
  lines: Lines;
}

/** Adds to each loss the recovery points that it may remove. For a loss with consent that is a warning. */
async function addEndangered<A extends Common>(
  online: Online<A>,
  context: Context,
  { stored, args, lines }: ChangeTo<A>,
  looked: Looked,
): Promise<void> {
  for (const [index, loss] of looked.losses.entries()) {
    const words = await ask(online.service, context, "recovery points", async (bounded) =>
      online.endangered?.(bounded, stored, args, loss),
    );
    if (words === undefined) continue;
    if (isAgreed(loss, lines)) looked.warnings.push(`${loss.property}: ${context.redactor.clean(words)}`);
    else looked.losses[index] = { ...loss, text: `${loss.text}. ${words}` };
  }
}

function ask<T>(service: string, context: Context, what: string, look: (bounded: Context) => Promise<T>) {
  return lookUpsAt(service, context.run).look(context, what, (bounded) => whenKnown(() => look(bounded)));
}
