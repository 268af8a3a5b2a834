import type { dynamic } from "@pulumi/pulumi";
import { becomesAdopted, changedArguments } from "../core/arguments/diff";
import { argumentsAmong } from "../core/arguments/inputs";
import { OpenLosses } from "../core/arguments/open-losses";
import { outputsAmong, stored, withoutNulls } from "../core/arguments/state";
import { insist } from "../core/configuration/forms";
import type { ServiceKeys } from "../core/configuration/own-keys";
import { isOurs } from "../core/ground/asked-for";
import { BackupError, UnfinishedError } from "../core/ground/errors";
import type { Call, Lifecycle } from "../core/kind/call";
import type { Context } from "../core/kind/context";
import type { Common, Definition, Outputs } from "../core/kind/definition";
import { noteOf } from "../core/ledger/note";
import { originOf } from "../core/ledger/origin";
import type { Run } from "../core/run/run";
import { accountOf, insistOnAccount } from "./account";
import { checkResource } from "./check-resource";
import { deleteResource } from "./delete-resource";
import { diffResource } from "./diff-resource";
import { type Holders, type Operation, operate } from "./operation";
import { Pages } from "./pages";
import { readResource } from "./read-resource";

/** Returns the engine's calls for one kind of resource. Both forms of the provider use them. */
export function lifecycleOf<A extends Common>(definition: Definition<A>, process: Run, keys: ServiceKeys): Lifecycle {
  const consents = new OpenLosses();
  const { kind, thing } = definition;
  const run = <T>(call: Call, operation: Operation, holders: Holders, act: (context: Context) => Promise<T>) =>
    operate({ ...call, run: process, kind, endpoint: thing.endpoint, operation, holders, keys }, async (context) => {
      // A check lists what is wrong in the configuration among its failures.
      if (operation !== "check") insist(context.settings.wrong);
      if (operation !== "create" && operation !== "update") return act(context);
      const pages = new Pages(definition, context);
      pages.failed(true);
      consents.insist(context);
      const done = await act(context);
      pages.failed(false);
      return done;
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
  const inAccount = { ...context, account };
  const made = (id: string, outputs: object) => {
    const outs: Outputs = { origin: originOf(inputs), ...outputs, account };
    pages.made(id, { ...inputs, ...outs } as A & Outputs);
    return outs;
  };
  try {
    const { id, outputs } = await definition.create(inAccount, args);
    // The page is written before the note, as the next creation must see at once that this resource has the thing.
    const outs = made(id, outputs);
    await noteOf(inAccount).answered();
    return { id, outs: stored(inputs, outs) };
  } catch (error) {
    if (!(error instanceof UnfinishedError)) throw error;
    throw new UnfinishedError(error.message, error.id, made(error.id, error.outputs));
  }
}

async function updateResource<A extends Common>(
  definition: Definition<A>,
  context: Context,
  [id, state, news]: readonly [string, Outputs, Outputs],
): Promise<dynamic.UpdateResult<Outputs>> {
  const { thing } = definition;
  const before = withoutNulls(state) as A & Outputs;
  const pages = new Pages(definition, context);
  pages.show(before);
  const args = argumentsAmong(definition, news);
  // `adopt` tells a resource without an id which thing it has.
  const isSent = (name: string) => !isOurs(name) || (name === "adopt" && thing.id(before) === undefined);
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
    // Otherwise the engine would store the new arguments as if the service had them. What is gone has none.
    const isGone = thing.id(before) !== undefined && context.page.state?.thing === undefined;
    if (changed.length > 0 && !isGone) throw new BackupError(error.message);
    throw new UnfinishedError(error.message, error.id, { ...outputsAmong(definition, state), ...outputs });
  }
}
