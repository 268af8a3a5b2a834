import type { dynamic } from "@pulumi/pulumi";
import { type Consents, isAgreed } from "../plan/losses";
import { check } from "./check";
import type { Context } from "./context";
import type { Common, Definition, Outputs } from "./definition";
import { changedArguments, diff } from "./diff";
import { BackupError, UnfinishedError } from "./errors";
import { isHeldByAnother, takenBy } from "./exclusive";
import { argumentsAmong, inputsAmong } from "./inputs";
import { Note } from "./notes";
import { lookUp } from "./online";
import { OpenLosses } from "./open-losses";
import { type Holders, type Operation, operate } from "./operation";
import { remembered } from "./remembered";
import { outputsAmong, stored, taken } from "./state";

/** The engine side of one kind of resource, as the host of dynamic providers calls it. */
export function lifecycleOf<A extends Common>(
  definition: Definition<A>,
): Required<dynamic.ResourceProvider<Outputs, Outputs>> {
  let config: dynamic.Config | undefined;
  const consents = new OpenLosses();

  const run = <T>(operation: Operation, holders: Holders, act: (context: Context) => Promise<T>) =>
    operate({ kind: definition.kind, operation, config, holders }, act);

  return {
    // Only kept: the host does not wait for what happens here.
    async configure(request) {
      config = request.config;
    },
    check: (olds, news) =>
      run("read", [news, olds], async (context) => {
        const { log, settings, owner } = context;
        if (Object.keys(olds).length > 0) remembered(owner).storedName = olds.name;
        const { inputs, ...offline } = check(definition, olds, news, {
          now: new Date(),
          settings,
          besideOthers: takenBy,
        });
        const isOnline = settings.flag("online") && offline.failures.length === 0;
        const { failures, losses, warnings } = isOnline
          ? await lookUp(definition, context, inputs, olds, offline.losses)
          : { ...offline, warnings: [] };
        for (const warning of warnings) log.warn(warning);
        const refusals = consents.refusals(inputs, olds, losses, "check");
        if (consents.reports) for (const refusal of refusals) log.warn(refusal);
        const reasons = consents.reports ? failures : [...failures, ...refusals];
        // A named property makes the engine print its value, secrets too.
        return { inputs, failures: reasons.map((reason) => ({ property: "", reason })) };
      }),
    diff: (id, state, news) =>
      run("read", [news, state], async ({ log, owner }) => {
        const olds = taken(state);
        const storedId = definition.vendorId(olds as A & Outputs);
        const resource = remembered(owner);
        resource.storedId = storedId;
        // What never got an id may not exist: its replacement looks for it, and takes it over.
        if (storedId === undefined) resource.storedName = undefined;
        if (new Note(owner).settle(storedId) === "open") log.warn(`${interrupted(id)}. ${LOOK_AGAIN}`);
        const { result, losses } = diff(definition, id, olds, news);
        const refusals = consents.refusals(news, olds, losses, "diff");
        if (consents.reports) for (const refusal of refusals) log.warn(refusal);
        else if (refusals.length > 0) throw new BackupError(refusals.join("\n"));
        resource.kept = result.replaces?.length ? undefined : storedId;
        return result;
      }),
    create: (inputs) =>
      run("create", [inputs], async (context) => {
        consents.insist(inputs);
        const allow = inputs.allow as Consents | undefined;
        const resource = remembered(context.owner);
        resource.kept = undefined;
        try {
          const { id, outputs } = await definition.create(context, argumentsAmong(definition, inputs));
          resource.created = { id, allow };
          return { id, outs: stored(inputs, outputs) };
        } catch (error) {
          if (error instanceof UnfinishedError) resource.created = { id: error.id, allow };
          throw error;
        }
      }),
    read: (id, state = {}) =>
      run("read", [state], async (context) => {
        const props = taken(state);
        new Note(context.owner).settle(definition.vendorId(props as A & Outputs));
        const live = await definition.read(context, id, props as A & Outputs);
        if (!live) return { id: "" };
        const inputs = { ...inputsAmong(definition, props), ...live.drifted };
        return { id: live.id, props: stored(inputs, live.outputs), inputs: stored(inputs) };
      }),
    update: (id, state, news) =>
      run("update", [news, taken(state)], async (context) => {
        const olds = taken(state);
        consents.insist(news);
        const args = argumentsAmong(definition, news);
        const changed = changedArguments(definition, olds, news).filter((name) => !OURS.has(name));
        const before = olds as A & Outputs;
        if (changed.length === 0 && !definition.isUnfinished(before)) {
          return { outs: stored(news, outputsAmong(definition, state)) };
        }
        const outputs = await definition.update(context, { id, stored: before, args, changed });
        return { outs: stored(news, outputs) };
      }),
    delete: (id, state) =>
      run("delete", [state], async (context) => {
        const props = taken(state);
        const vendorId = definition.vendorId(props as A & Outputs);
        new Note(context.owner).settle(vendorId);
        consents.insist(props);
        if (isHeldByAnother(definition, argumentsAmong(definition, props), context.owner)) {
          context.log.warn(`${id} is managed by another resource of this program now, and is left as it is`);
          return;
        }
        const { created: successor, kept } = remembered(context.owner);
        if (kept !== undefined && kept === vendorId) {
          context.log.warn(`${vendorId} is what the state has now, and is kept`);
          return;
        }
        if (successor && (successor.id === id || successor.id === vendorId)) {
          const again = definition.triggers ? ". For a new one, change triggers" : "";
          context.log.warn(`${id} was made in this same run and is kept${again}`);
          return;
        }
        // `--replace` asks nobody: what no program agreed to is left where it is.
        const losses = successor ? definition.replacementLosses(id, props as A & Outputs, props as A & Outputs) : [];
        if (losses.some((loss) => !isAgreed(loss, successor?.allow))) {
          context.log.warn(`${id} is replaced, and kept all the same: no allow agreed to its deletion`);
          return;
        }
        await definition.delete(context, id, props as A & Outputs);
      }),
  };
}

const LOOK_AGAIN = "pulumi up --replace with this resource's URN looks for that one before anything else";

function interrupted(id: string): string {
  return `a run that was interrupted may have made a replacement of ${id}, which no state knows`;
}

/** Changed alone, these are stored without a call to the service. */
const OURS = new Set(["allow", "onDelete"]);
