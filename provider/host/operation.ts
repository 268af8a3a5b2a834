import { secretsOf } from "../core/arguments/secrets";
import { stored } from "../core/arguments/state";
import type { ServiceKeys } from "../core/configuration/own-keys";
import { Settings } from "../core/configuration/settings";
import { BackupError, RefusalsError, UnfinishedError } from "../core/ground/errors";
import type { Call } from "../core/kind/call";
import type { Context } from "../core/kind/context";
import type { Outputs } from "../core/kind/definition";
import { ledgerOf } from "../core/ledger/ledger";
import { subjectOf } from "../core/ledger/owned";
import { Deadline, parseTimeout } from "../core/run/deadline";
import { Log } from "../core/run/log";
import type { Run } from "../core/run/run";

export type Operation = "check" | "diff" | "create" | "read" | "update" | "delete";

/** The values of the resource in this call, the newest first. */
export type Holders = readonly [Outputs, ...Outputs[]];

export interface Operated extends Call {
  run: Run;
  kind: string;
  /** The configuration key of the service's address. */
  endpoint: string;
  operation: Operation;
  holders: Holders;
  /** The configuration keys that the services add to those of this package. */
  keys?: ServiceKeys;
}

/** Runs one operation on one resource with its settings, deadline and log. Its errors are readable and without secrets. */
export async function operate<T>(
  { run, urn, owner, kind, endpoint, operation, config, secrets, timeout, holders, keys }: Operated,
  act: (context: Context) => Promise<T>,
): Promise<T> {
  const props: Outputs = Object.assign({}, ...[...holders].reverse());
  const redactor = secretsOf(secrets, ...holders);
  const log = new Log(run.engine, urn, (text) => redactor.clean(text));
  try {
    const settings = settingsOf(run, config, keys);
    const deadline = new Deadline(milliseconds(timeout, settings), undefined, run.longestLook, run.cancelled);
    const pollMilliseconds = settings.number("pollSeconds") * 1000;
    const marked = props.__marked === true;
    const subject = subjectOf(kind, owner);
    const page = ledgerOf({ run }).page(kind, owner);
    page.address = withoutPath(settings.get(endpoint));
    const replacing = props.name !== undefined && props.name === page.before?.name;
    const usesStored = operation === "read" || operation === "delete";
    const known = { usesStored, owner, subject, marked, replacing, page };
    return await act({ run, settings, log, deadline, pollMilliseconds, redactor, secrets, ...known });
  } catch (error) {
    throw readable(error, holders[0], (text) => redactor.clean(text));
  } finally {
    await log.flush();
  }
}

/** Returns the settings of a configuration, which the engine hands over with every call. */
function settingsOf(run: Run, config: Call["config"], keys: ServiceKeys | undefined): Settings {
  if (config === undefined) return new Settings(config, undefined, keys);
  const known = run.of("settings", () => new WeakMap<object, Settings>());
  const settings = known.get(config) ?? new Settings(config, undefined, keys);
  known.set(config, settings);
  return settings;
}

/** Returns scheme, host and port of an address, so that two ways of writing it are equal. */
function withoutPath(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).origin : address;
}

function milliseconds(timeout: string | undefined, settings: Settings): number {
  return timeout ? parseTimeout(timeout) : settings.number("timeoutMinutes") * 60_000;
}

/** Returns the error for the user. With an id, Pulumi's host keeps the resource in the state as unfinished. */
function readable(error: unknown, inputs: Outputs, clean: (text: string) => string): Error {
  const { message, stack } = error as Error;
  if (!(error instanceof BackupError)) {
    return new BackupError(clean(`a defect of pulumi-backup-plans, please report it: ${stack ?? message}`));
  }
  if (error instanceof RefusalsError) return new RefusalsError(error.refusals.map(clean));
  const plain = new BackupError(clean(message));
  if (!(error instanceof UnfinishedError)) return plain;
  return Object.assign(plain, {
    id: error.id,
    properties: stored(inputs, error.outputs),
    reasons: [plain.message],
  });
}
