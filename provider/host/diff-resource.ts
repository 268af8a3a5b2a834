import type { dynamic } from "@pulumi/pulumi";
import { diff } from "../core/arguments/diff";
import type { OpenLosses } from "../core/arguments/open-losses";
import { withoutNulls } from "../core/arguments/state";
import { BackupError, RefusalsError } from "../core/ground/errors";
import type { Context } from "../core/kind/context";
import type { Common, Definition, Outputs } from "../core/kind/definition";
import { interrupted, noteOf } from "../core/ledger/note";
import { Pages } from "./pages";

/** Returns the changes of a stored resource, and whether they replace it. */
export function diffResource<A extends Common>(
  definition: Definition<A>,
  consents: OpenLosses,
  context: Context,
  [id, state, news]: readonly [string, Outputs, Outputs],
): dynamic.DiffResult {
  const { log, run } = context;
  const olds = withoutNulls(state) as A & Outputs;
  const pages = new Pages(definition, context);
  const page = pages.shown(olds);
  const note = noteOf(context);
  if (note.settle(page.before?.id) === "open") log.warn(`${interrupted(id, note)}. ${LOOK_AGAIN}`);
  const { result, losses } = diff(definition, id, olds, news);
  const { refused, warned } = consents.judge(context, news, olds, losses, "diff");
  for (const warning of run.untold(context.owner, warned)) log.warn(warning);
  if (refused.length > 0) throw new RefusalsError(refused);
  const isReplaced = (result.replaces ?? []).length > 0;
  const holder = pages.compared(page, olds, news, isReplaced);
  if (holder) {
    const what = page.before?.id ?? `adopt: ${news.adopt}`;
    throw new BackupError(`${what}: ${holder} has it, too, and only one resource can have it. ${ONE}`);
  }
  return result;
}

const ONE = "Take one of the two out of the program: what the other one has is left as it is";

const LOOK_AGAIN = "pulumi up --replace with this resource's URN looks for that one before anything else";
