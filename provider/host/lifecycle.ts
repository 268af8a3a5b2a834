import type { dynamic } from "@pulumi/pulumi";
import { changedArguments } from "../core/arguments/diff";
import { argumentsAmong, inputsAmong } from "../core/arguments/inputs";
import { OpenLosses } from "../core/arguments/open-losses";
import { outputsAmong, stored, taken } from "../core/arguments/state";
import { insist } from "../core/configuration/forms";
import type { OwnNumbers } from "../core/configuration/own-keys";
import { BackupError, UnfinishedError } from "../core/ground/errors";
import type { Context } from "../core/kind/context";
import type { Common, Definition, Outputs } from "../core/kind/definition";
import { Note } from "../core/ledger/notes";
import { tell, topic } from "../core/ledger/other-processes";
import { thisRunOf } from "../core/ledger/this-run";
import type { Run } from "../core/run/run";
import type { Consents } from "../plan/losses";
import { checkResource } from "./check-resource";
import { deleteResource } from "./delete-resource";
import { diffResource } from "./diff-resource";
import { type Holders, type Operation, operate } from "./operation";

/** The engine side of one kind of resource, as the host of dynamic providers calls it. */
export function lifecycleOf<A extends Common>(
  definition: Definition<A>,
  process: Run,
  numbers: OwnNumbers = {},
): Required<dynamic.ResourceProvider<Outputs, Outputs>> {
  let config: dynamic.Config | undefined;
  const consents = new OpenLosses();

  const attempt = <T>(operation: Operation, holders: Holders, act: (context: Context) => Promise<T>) =>
    operate({ run: process, kind: definition.kind, operation, config, holders, numbers }, act);
  const run = <T>(operation: Operation, holders: Holders, act: (context: Context) => Promise<T>) =>
    attempt(operation, holders, async (context) => {
      insist(context.settings.wrong);
      return act(context);
    });

  return {
    // Only kept: the host does not wait for what happens here.
    configure: async (request) => {
      config = request.config;
    },
    check: (olds, news) =>
      attempt("check", [news, olds], (context) => checkResource(definition, consents, context, [olds, news])),
    diff: (id, olds, news) =>
      run("check", [news, olds], async (context) => diffResource(definition, consents, context, [id, olds, news])),
    create: (inputs) =>
      run("create", [inputs], async (context) => {
        consents.insist(inputs);
        return createResource(definition, context, inputs);
      }),
    read: (id, state = {}) => run("read", [state], (context) => readResource(definition, context, id, state)),
    update: (id, olds, news) =>
      run("update", [news, taken(olds)], async (context) => {
        consents.insist(news);
        return updateResource(definition, context, [id, olds, news]);
      }),
    delete: (id, state) =>
      run("delete", [state], (context) => deleteResource(definition, consents, context, [id, state])),
  };
}

async function createResource<A extends Common>(
  definition: Definition<A>,
  context: Context,
  inputs: Outputs,
): Promise<dynamic.CreateResult<Outputs>> {
  const allow = inputs.allow as Consents | undefined;
  const run = thisRunOf(context.subject);
  run.making();
  const made = (id: string) => {
    run.made(id, allow);
    tell(topic.has(definition.kind, id, context.settings));
  };
  try {
    const { id, outputs } = await definition.create(context, argumentsAmong(definition, inputs));
    made(id);
    return { id, outs: stored(inputs, outputs) };
  } catch (error) {
    if (error instanceof UnfinishedError) made(error.id);
    throw error;
  }
}

async function readResource<A extends Common>(
  definition: Definition<A>,
  context: Context,
  id: string,
  state: Outputs,
): Promise<dynamic.ReadResult<Outputs>> {
  const props = taken(state) as A & Outputs;
  definition.noticed?.(context.owner, props);
  new Note(context.subject).settle(definition.vendorId(props));
  const live = await definition.read(context, id, props);
  if (!live) return { id: "" };
  const inputs = { ...inputsAmong(definition, props), ...live.drifted };
  return { id: live.id, props: stored(inputs, live.outputs), inputs: stored(inputs) };
}

async function updateResource<A extends Common>(
  definition: Definition<A>,
  context: Context,
  [id, state, news]: readonly [string, Outputs, Outputs],
): Promise<dynamic.UpdateResult<Outputs>> {
  const before = taken(state) as A & Outputs;
  definition.noticed?.(context.owner, before);
  const args = argumentsAmong(definition, news);
  const changed = changedArguments(definition, before, news).filter((name) => !OURS.has(name));
  if (changed.length === 0 && !definition.isUnfinished(before)) {
    return { outs: stored(news, outputsAmong(definition, state)) };
  }
  const keep = (outputs: object) => thisRunOf(context.subject).found(definition.vendorId({ ...before, ...outputs }));
  try {
    const outputs = await definition.update(context, { id, stored: before, args, changed });
    keep(outputs);
    return { outs: stored(news, outputs) };
  } catch (error) {
    if (!(error instanceof UnfinishedError)) throw error;
    keep(error.outputs);
    // The engine would store the new arguments as if the service had them.
    if (changed.length > 0) throw new BackupError(error.message);
    throw new UnfinishedError(error.message, error.id, { ...outputsAmong(definition, state), ...error.outputs });
  }
}

/** Changed alone, these are stored without a call to the service. */
const OURS = new Set(["allow", "onDelete"]);
