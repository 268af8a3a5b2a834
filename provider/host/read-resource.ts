import { isDeepStrictEqual } from "node:util";
import type { dynamic } from "@pulumi/pulumi";
import { summaryOf } from "../core/arguments/check";
import { driftOf } from "../core/arguments/drift";
import { argumentsAmong, inputsAmong } from "../core/arguments/inputs";
import { outputsAmong, stored, withoutNulls } from "../core/arguments/state";
import type { Context } from "../core/kind/context";
import type { Common, Definition, Outputs } from "../core/kind/definition";
import { noteOf } from "../core/ledger/note";
import { originOf } from "../core/ledger/origin";
import { type Compared, compareAccounts, type Held, isOfState, isSeen, notShown } from "./account";
import { importResource } from "./import-resource";
import { Pages } from "./pages";

/** Returns the state as a refresh or an import finds it; without an id where the thing is gone. */
export async function readResource<A extends Common>(
  definition: Definition<A>,
  context: Context,
  id: string,
  state: Outputs,
): Promise<dynamic.ReadResult<Outputs>> {
  // A program that reads by id may name arguments beside it, and no output.
  const isImport = Object.keys(outputsAmong(definition, state)).length === 0;
  const before = isImport ? await importResource(definition, context, id) : (withoutNulls(state) as A & Outputs);
  if (before === undefined) return { id: "" };
  const pages = new Pages(definition, context);
  pages.show(before);
  noteOf(context).settle(definition.thing.id(before));
  const held = [id, before] as const;
  const compared = await compareAccounts(definition, context, held);
  const live = await definition.read(context, id, before);
  if (!live && (await isOfState(definition, context, held, compared))) return { id: "" };
  if (!live) return unknownToAccount(definition, context, held, compared);
  const inputs = withDrift(definition, context.secrets, inputsAmong(definition, before), live.drifted ?? {});
  const isKnown = compared.isNamed || isSeen(definition, before, live);
  const outputs = { origin: originOf(before), ...live.outputs, account: isKnown ? compared.account : undefined };
  pages.show(Object.assign({}, before, outputs));
  // The engine has what is imported checked as if a program had written it.
  const { summary: _, ...written } = inputs;
  return { id: live.id, props: stored(inputs, outputs), inputs: stored(isImport ? written : inputs) };
}

/** Keeps the resource in the state as `unknown`: without its account it is not known whether it is gone. */
function unknownToAccount<A extends Common>(
  definition: Definition<A>,
  context: Context,
  [id, before]: Held<A>,
  { account }: Compared,
): dynamic.ReadResult<Outputs> {
  context.log.warn(notShown(context, id, account));
  const inputs = inputsAmong(definition, before);
  return {
    id,
    props: stored(inputs, { ...outputsAmong(definition, before), state: "unknown" }),
    inputs: stored(inputs),
  };
}

/** Returns the inputs with the values that a refresh saw, and a new summary. */
function withDrift<A extends Common>(
  definition: Definition<A>,
  secrets: ReadonlySet<string>,
  inputs: Outputs,
  drifted: Outputs,
): Outputs {
  const names = Object.keys(drifted).filter((name) => !isDeepStrictEqual(drifted[name], inputs[name]));
  if (names.length === 0) return inputs;
  const live = withoutNulls({ ...inputs, ...drifted });
  const __drifted = driftOf(inputs, Object.fromEntries(names.map((name) => [name, drifted[name]])));
  return { ...live, summary: summaryOf(definition, argumentsAmong(definition, live), secrets, live), __drifted };
}
