import type { dynamic } from "@pulumi/pulumi";
import type { Consents } from "../plan/losses";
import type { Context } from "./context";
import type { Common, Definition, Outputs } from "./definition";
import { diff } from "./diff";
import { BackupError } from "./errors";
import { interrupted } from "./interrupted";
import { Note } from "./notes";
import type { OpenLosses } from "./open-losses";
import { tell, topic } from "./other-processes";
import { taken } from "./state";
import { thisRunOfRenamed } from "./this-run";

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
  if (refused.length > 0) throw new BackupError(refused.join("\n"));
  const isReplaced = (result.replaces ?? []).length > 0;
  run.compared({ isReplaced, allow: news.allow as Consents | undefined });
  if (!isReplaced && vendorId !== undefined) tell(topic.has(definition.kind, vendorId, context.settings));
  return result;
}

const LOOK_AGAIN = "pulumi up --replace with this resource's URN looks for that one before anything else";
