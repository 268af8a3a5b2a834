import { isDeepStrictEqual } from "node:util";
import type { dynamic } from "@pulumi/pulumi";
import { summaryOf } from "../core/arguments/check";
import { becomesAdopted, changedArguments } from "../core/arguments/diff";
import { driftOf } from "../core/arguments/drift";
import { argumentsAmong, inputsAmong, isHidden } from "../core/arguments/inputs";
import { OpenLosses } from "../core/arguments/open-losses";
import { outputsAmong, stored, withoutNulls } from "../core/arguments/state";
import { insist } from "../core/configuration/forms";
import type { ServiceKeys } from "../core/configuration/own-keys";
import { isOurs } from "../core/ground/asked-for";
import { BackupError, UnfinishedError } from "../core/ground/errors";
import type { Call, Lifecycle } from "../core/kind/call";
import type { Context } from "../core/kind/context";
import type { Common, Definition, Outputs } from "../core/kind/definition";
import { noteOf } from "../core/ledger/asked";
import { originOf } from "../core/ledger/origin";
import type { Run } from "../core/run/run";
import { accountOf, type Compared, compareAccounts, insistOnAccount, isOfState, isSeen, notShown } from "./account";
import { checkResource } from "./check-resource";
import { deleteResource } from "./delete-resource";
import { diffResource } from "./diff-resource";
import { importResource } from "./import-resource";
import { type Holders, type Operation, operate } from "./operation";
import { Pages } from "./pages";

/** Returns the engine's calls for one kind of resource. Both forms of the provider use them. */
export function lifecycleOf<A extends Common>(definition: Definition<A>, process: Run, keys: ServiceKeys): Lifecycle {
  const consents = new OpenLosses();
  const { kind, thing } = definition;
  const run = <T>(call: Call, operation: Operation, holders: Holders, act: (context: Context) => Promise<T>) =>
    operate({ ...call, run: process, kind, endpoint: thing.endpoint, operation, holders, keys }, async (context) => {
      // A check lists what is wrong in the configuration among its failures.
      if (operation !== "check") insist(context.settings.wrong);
      if (operation === "create" || operation === "update") consents.insist(context);
      return act(context);
    });

  return {
    check: (call, olds, news) =>
      run(call, "check", [news, olds], (context) => checkResource(definition, consents, context, [olds, news])),
    diff: (call, id, olds, news) =>
      run(call, "diff", [news, olds], async (context) => diffResource(definition, consents, context, [id, olds, news])),
    create: (call, inputs) => run(call, "create", [inputs], (context) => createResource(definition, context, inputs)),
    read: (call, id, state) => run(call, "read", [state], (context) => readResource(definition, context, id, state)),
    update: (call, id, olds, news) =>
      run(call, "update", [news, withoutNulls(olds)], (context) =>
        updateResource(definition, context, [id, olds, news]),
      ),
    delete: (call, id, state) =>
      run(call, "delete", [state], (context) => deleteResource(definition, consents, context, [id, state])),
  };
}

async function createResource<A extends Common>(
  definition: Definition<A>,
  context: Context,
  inputs: Outputs,
): Promise<dynamic.CreateResult<Outputs>> {
  const pages = new Pages(definition, context);
  pages.creating();
  const args = argumentsAmong(definition, inputs);
  const account = await accountOf(definition, context, args);
  const asking = { ...context, account };
  const made = (id: string, outputs: object) => {
    const outs: Outputs = { origin: originOf(inputs), ...outputs, account };
    pages.made(id, { ...inputs, ...outs } as A & Outputs);
    return outs;
  };
  try {
    const { id, outputs } = await definition.create(asking, args);
    // The page is written before the note, as the next creation must see at once that this resource has the thing.
    const outs = made(id, outputs);
    await noteOf(asking).answered();
    return { id, outs: stored(inputs, outs) };
  } catch (error) {
    if (!(error instanceof UnfinishedError)) throw error;
    throw new UnfinishedError(error.message, error.id, made(error.id, error.outputs));
  }
}

async function readResource<A extends Common>(
  definition: Definition<A>,
  context: Context,
  id: string,
  state: Outputs,
): Promise<dynamic.ReadResult<Outputs>> {
  const isImport = Object.keys(state).every(isHidden);
  const before = isImport ? await importResource(definition, context, id) : (withoutNulls(state) as A & Outputs);
  if (before === undefined) return { id: "" };
  const pages = new Pages(definition, context);
  pages.show(before);
  noteOf(context).settle(definition.thing.id(before));
  const compared = await compareAccounts(definition, context, [id, before]);
  const live = await definition.read(context, id, before);
  if (!live && (await isOfState(definition, context, [id, before], compared))) return { id: "" };
  if (!live) return unknownToAccount(definition, context, [id, before], compared);
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
  [id, before]: readonly [string, A & Outputs],
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

async function updateResource<A extends Common>(
  definition: Definition<A>,
  context: Context,
  [id, state, news]: readonly [string, Outputs, Outputs],
): Promise<dynamic.UpdateResult<Outputs>> {
  const before = withoutNulls(state) as A & Outputs;
  const pages = new Pages(definition, context);
  pages.show(before);
  const args = argumentsAmong(definition, news);
  // `adopt` tells a resource without an id which thing it has.
  const isSent = (name: string) => !isOurs(name) || (name === "adopt" && definition.thing.id(before) === undefined);
  const changed = changedArguments(definition, before, news).filter(isSent);
  const origin = becomesAdopted(definition, before, news) ? "adopted" : originOf(before);
  if (changed.length === 0 && !definition.isUnfinished(before)) {
    const restated = definition.restated?.(context, Object.assign({}, before, { origin }), args);
    return { outs: stored(news, { ...outputsAmong(definition, state), origin, ...restated }) };
  }
  const account = await insistOnAccount(definition, context, [id, before]);
  const keep = (outputs: object) => {
    pages.updated({ ...before, ...outputs } as A & Outputs);
    return { origin, ...outputs, account };
  };
  try {
    const change = { id, stored: before, args, changed };
    return { outs: stored(news, keep(await definition.update({ ...context, account }, change))) };
  } catch (error) {
    if (!(error instanceof UnfinishedError)) throw error;
    const outputs = keep(error.outputs);
    // Otherwise the engine would store the new arguments as if the service had them.
    if (changed.length > 0) throw new BackupError(error.message);
    throw new UnfinishedError(error.message, error.id, { ...outputsAmong(definition, state), ...outputs });
  }
}
