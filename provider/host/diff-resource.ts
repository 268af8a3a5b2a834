import type { dynamic } from "@pulumi/pulumi";
import { diff } from "../core/arguments/diff";
import type { OpenLosses } from "../core/arguments/open-losses";
import { taken } from "../core/arguments/state";
import { RefusalsError } from "../core/ground/errors";
import type { Context } from "../core/kind/context";
import type { Common, Definition, Outputs } from "../core/kind/definition";
import { interrupted } from "../core/ledger/interrupted";
import { Note } from "../core/ledger/notes";
import { tell, topic } from "../core/ledger/other-processes";
import { thisRunOfRenamed } from "../core/ledger/this-run";
import type { Consents } from "../plan/losses";

/** What of the stored resource changes, and whether it is replaced by that. */
export function diffResource<A extends Common>(
  definition: Definition<A>,
  consents: OpenLosses,
  context: Context,
  [id, state, news]: readonly [string, Outputs, Outputs],
): dynamic.DiffResult {
  const { log, subject } = context;
  const olds = taken(state);
  const run = thisRunOfRenamed(definition.kind, context, olds);
  definition.noticed?.(context.owner, olds as A & Outputs);
  const vendorId = definition.vendorId(olds as A & Outputs);
  run.seen(vendorId, olds.startedAt);
  if (new Note(subject).settle(vendorId) === "open") log.warn(`${interrupted(id)}. ${LOOK_AGAIN}`);
  const { result, losses } = diff(definition, id, olds, news);
  const { refused, warned } = consents.judge(news, olds, losses, "diff");
  for (const warning of warned) log.warn(warning);
  if (refused.length > 0) throw new RefusalsError(refused);
  const isReplaced = (result.replaces ?? []).length > 0;
  run.compared({ isReplaced, allow: news.allow as Consents | undefined });
  if (!isReplaced && vendorId !== undefined) tell(topic.has(definition.kind, vendorId, context.settings));
  return result;
}

const LOOK_AGAIN = "pulumi up --replace with this resource's URN looks for that one before anything else";
