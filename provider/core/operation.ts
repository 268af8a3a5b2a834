import type { dynamic } from "@pulumi/pulumi";
import type { Context } from "./context";
import { Deadline, parseTimeout } from "./deadline";
import type { Outputs } from "./definition";
import { BackupError, UnfinishedError } from "./errors";
import { Log } from "./log";
import { urnOf } from "./owned";
import { secretNamesOf, secretsOf } from "./secrets";
import { Settings } from "./settings";
import { stored } from "./state";
import { thisRunOf } from "./this-run";

export type Operation = "create" | "read" | "update" | "delete";

/** What the host hands over of a resource, the newest first. */
export type Holders = readonly [Outputs, ...Outputs[]];

export interface Call {
  kind: string;
  operation: Operation;
  config: dynamic.Config | undefined;
  holders: Holders;
}

/** Runs one operation for one resource: with its settings, time and log, and with errors that a person can read. */
export async function operate<T>(
  { kind, operation, config, holders }: Call,
  act: (context: Context) => Promise<T>,
): Promise<T> {
  const props: Outputs = Object.assign({}, ...[...holders].reverse());
  const secrets = secretNamesOf(...holders);
  const redactor = secretsOf(...holders);
  const owner = `${props.__owner ?? ""}`;
  const log = new Log(urnOf(owner, kind), (text) => redactor.clean(text));
  try {
    const settings = new Settings(config);
    const deadline = new Deadline(timeout(operation, props, settings));
    const pollMilliseconds = settings.number("pollSeconds") * 1000;
    const marked = props.__marked === true;
    const thisRun = thisRunOf(owner);
    const known = { owner, marked, replacing: thisRun.isStoredAs(props.name), storedId: thisRun.shownId };
    return await act({ settings, log, deadline, pollMilliseconds, redactor, secrets, ...known });
  } catch (error) {
    throw readable(error, props, (text) => redactor.clean(text));
  } finally {
    await log.flush();
  }
}

function timeout(operation: Operation, props: Outputs, settings: Settings): number {
  const own = (props.__timeouts as Partial<Record<Operation, string>> | undefined)?.[operation];
  return own ? parseTimeout(own) : settings.number("timeoutMinutes") * 60_000;
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
