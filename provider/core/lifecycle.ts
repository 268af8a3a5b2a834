import type { dynamic } from "@pulumi/pulumi";
import { type Consents, isAgreed } from "../plan/losses";
import { check } from "./check";
import type { Context } from "./context";
import { Deadline, parseTimeout } from "./deadline";
import type { Common, Definition, Outputs } from "./definition";
import { changedArguments, diff } from "./diff";
import { BackupError, UnfinishedError } from "./errors";
import { isHeldByAnother } from "./exclusive";
import { argumentsAmong, inputsAmong } from "./inputs";
import { Log } from "./log";
import { interrupted, Note } from "./notes";
import { OpenLosses } from "./open-losses";
import { urnOf } from "./owned";
import { secretNamesOf, secretsOf } from "./secrets";
import { Settings } from "./settings";

type Operation = "create" | "read" | "update" | "delete";

/** What `create` returned in this process, and what was agreed to then, by whose it is. */
const created = new Map<string, { id: string; allow: Consents | undefined }>();

/** The names in the stored inputs that this process was shown, by whose they are. */
const seen = new Map<string, unknown>();

/** The vendor's ids in the stored outputs that this process was shown. */
const storedIds = new Map<string, string | undefined>();

/** The engine side of one kind of resource, as the host of dynamic providers calls it. */
export function lifecycleOf<A extends Common>(
  definition: Definition<A>,
): Required<dynamic.ResourceProvider<Outputs, Outputs>> {
  let config: dynamic.Config | undefined;
  const consents = new OpenLosses();

  async function run<T>(
    operation: Operation,
    holders: readonly [Outputs, ...Outputs[]],
    act: (context: Context) => Promise<T>,
  ): Promise<T> {
    const props: Outputs = Object.assign({}, ...[...holders].reverse());
    const secrets = secretNamesOf(...holders);
    const redactor = secretsOf(...holders);
    const owner = `${props.__owner ?? ""}`;
    const log = new Log(urnOf(owner, definition.kind), (text) => redactor.clean(text));
    try {
      const settings = new Settings(config);
      const deadline = new Deadline(timeout(operation, props, settings));
      const pollMilliseconds = settings.number("pollSeconds", 10) * 1000;
      const marked = props.__marked === true;
      const replacing = props.name !== undefined && seen.get(owner) === props.name;
      const storedId = storedIds.get(owner);
      const known = { owner, marked, replacing, storedId };
      return await act({ settings, log, deadline, pollMilliseconds, redactor, secrets, ...known });
    } catch (error) {
      throw readable(error, props, (text) => redactor.clean(text));
    } finally {
      await log.flush();
    }
  }

  return {
    // Only kept: the host does not wait for what happens here.
    async configure(request) {
      config = request.config;
    },
    check: (olds, news) =>
      run("read", [news, olds], async ({ log, settings }) => {
        if (Object.keys(olds).length > 0) seen.set(`${news.__owner}`, olds.name);
        const { inputs, failures, losses } = check(definition, olds, news, { now: new Date(), settings });
        const refusals = consents.refusals(inputs, olds, losses, "check");
        if (consents.reports) for (const refusal of refusals) log.warn(refusal);
        const reasons = consents.reports ? failures : [...failures, ...refusals];
        // A named property makes the engine print its value, secrets too.
        return { inputs, failures: reasons.map((reason) => ({ property: "", reason })) };
      }),
    diff: (id, state, news) =>
      run("read", [news, state], async ({ log }) => {
        const olds = taken(state);
        const vendorId = definition.vendorId(olds as A & Outputs);
        storedIds.set(`${news.__owner}`, vendorId);
        if (new Note(`${news.__owner}`).settle(vendorId) === "open") {
          log.warn(
            `${interrupted("the service")}: a replacement of ${id} may exist that no state knows. ${LOOK_AGAIN}`,
          );
        }
        // What never got an id may not exist: its replacement looks for it, and takes it over.
        if (vendorId === undefined) seen.delete(`${news.__owner}`);
        const { result, losses } = diff(definition, id, olds, news);
        const refusals = consents.refusals(news, olds, losses, "diff");
        if (consents.reports) for (const refusal of refusals) log.warn(refusal);
        else if (refusals.length > 0) throw new BackupError(refusals.join("\n"));
        return result;
      }),
    create: (inputs) =>
      run("create", [inputs], async (context) => {
        consents.insist(inputs);
        const { id, outputs } = await definition.create(context, argumentsAmong(definition, inputs));
        created.set(context.owner, { id, allow: inputs.allow as Consents | undefined });
        return { id, outs: stored(inputs, outputs) };
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
        new Note(context.owner).settle(definition.vendorId(props as A & Outputs));
        consents.insist(props);
        if (isHeldByAnother(definition, argumentsAmong(definition, props), context.owner)) {
          context.log.warn(`${id} is managed by another resource of this program now, and is left as it is`);
          return;
        }
        const successor = created.get(context.owner);
        if (successor?.id === id) {
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

const LOOK_AGAIN = "pulumi up --replace with this resource's URN looks for it before anything else";

/** Changed alone, these are stored without a call to the service. */
const OURS = new Set(["allow", "onDelete"]);

function outputsAmong<A extends Common>(definition: Definition<A>, stored: Outputs): Outputs {
  const inputs = inputsAmong(definition, stored);
  return Object.fromEntries(Object.entries(stored).filter(([name]) => !(name in inputs)));
}

/**
 * What goes into the state: JSON, as anything else would fail on its way there, after the backup was made. An output
 * that has no value is null: of one that is left out a preview says that it is not known yet.
 */
function stored(inputs: Outputs, outputs: object = {}): Outputs {
  const values = Object.entries(outputs).map(([name, value]) => [name, value ?? null]);
  return JSON.parse(JSON.stringify({ ...inputs, ...Object.fromEntries(values) }));
}

/** What comes out of it. */
function taken<T extends Outputs>(state: T): T {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== null)) as T;
}

function timeout(operation: Operation, props: Outputs, settings: Settings): number {
  const own = (props.__timeouts as Partial<Record<Operation, string>> | undefined)?.[operation];
  return own ? parseTimeout(own) : settings.number("timeoutMinutes", 30) * 60_000;
}

/** An error for a person; with an id, the host keeps the resource in state as unfinished. */
function readable(error: unknown, props: Outputs, clean: (text: string) => string): Error {
  const { message, stack } = error as Error;
  if (!(error instanceof BackupError)) {
    return new BackupError(clean(`a defect of pulumi-backup-plans, please report it: ${stack ?? message}`));
  }
  const plain = new BackupError(clean(message));
  if (!(error instanceof UnfinishedError)) return plain;
  return Object.assign(plain, {
    id: error.id,
    properties: stored(props, error.outputs),
    reasons: [plain.message],
  });
}
