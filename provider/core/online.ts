import { isDeepStrictEqual } from "node:util";
import { type Consents, isAgreed, type Loss } from "../plan/losses";
import type { Context } from "./context";
import type { Common, Definition, Outputs } from "./definition";
import { argumentsAmong } from "./inputs";
import { lookUpsAt } from "./look-ups";
import { given } from "./parse-arguments";
import { guarded, whenDecided, whenKnown } from "./unknowns";

/** What a service tells about an argument. */
export interface Finding {
  /** As in a refusal: behind the property, before what was given. */
  rule: string;
  mend: string;
  /** It can only fail, so it is refused; what is not sure is told. */
  isWrong: boolean;
}

export function wrong(rule: string, mend: string): Finding {
  return { rule, mend, isWrong: true };
}

export function doubtful(rule: string, mend: string): Finding {
  return { rule, mend, isWrong: false };
}

/** A rule that only the service can decide. It sends nothing but GET; what it reads that is not known yet leaves it open. */
export type OnlineRule<A> = readonly [
  property: string,
  look: (context: Context, args: A) => Promise<Finding | undefined>,
];

export interface Online<A> {
  /** As a person calls it. */
  readonly service: string;
  /** Whether there is anything to look up: of a recovery point that is there nothing hangs on its source any more. */
  concerns(args: A, stored: A | undefined): boolean;
  readonly rules: readonly OnlineRule<A>[];
  /** Which recovery points a loss of this change may remove, in words that continue its text. */
  endangered?(context: Context, stored: A, args: A, loss: Loss): Promise<string | undefined>;
}

export interface Looked {
  failures: string[];
  warnings: string[];
  losses: Loss[];
}

/** Asks the service about arguments that keep to every rule that can be decided without it. */
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
  const asking = { ...context, marked: inputs.__marked === true };
  if (whenDecided(() => online.concerns(known, stored), false)) {
    for (const [property, look] of online.rules) {
      const finding = await ask(online.service, asking, property, (bounded) => look(bounded, known));
      if (!finding) continue;
      const value = args[property as keyof A];
      const text = `${property}: ${finding.rule}${given(value, context.secrets.has(property))}; ${finding.mend}`;
      // What is there and stays as it is does not stop the others.
      const stays = stored !== undefined && isDeepStrictEqual(value, stored[property as keyof A]);
      (finding.isWrong && !stays ? looked.failures : looked.warnings).push(context.redactor.clean(text));
    }
  }
  if (stored) await addEndangered(online, asking, { stored, args: known, allow: inputs.allow }, looked);
  return looked;
}

interface ChangeTo<A> {
  stored: A;
  args: A;
  allow: unknown;
}

/** What a loss may remove is told with its refusal; of one that is agreed to as a warning. */
async function addEndangered<A>(
  online: Online<A>,
  context: Context,
  { stored, args, allow }: ChangeTo<A>,
  looked: Looked,
): Promise<void> {
  for (const [index, loss] of looked.losses.entries()) {
    const words = await ask(online.service, context, "recovery points", async (bounded) =>
      online.endangered?.(bounded, stored, args, loss),
    );
    if (words === undefined) continue;
    if (isAgreed(loss, allow as Consents)) looked.warnings.push(`${loss.property}: ${context.redactor.clean(words)}`);
    else looked.losses[index] = { ...loss, text: `${loss.text}. ${words}` };
  }
}

function ask<T>(service: string, context: Context, what: string, look: (bounded: Context) => Promise<T>) {
  return lookUpsAt(service).look(context, what, (bounded) => whenKnown(() => look(bounded)));
}
