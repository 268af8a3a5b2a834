import type { Context } from "./context";
import type { Common, Definition, Outputs } from "./definition";
import { isHeldByAnother } from "./exclusive";
import { argumentsAmong } from "./inputs";
import { interrupted } from "./interrupted";
import { Note } from "./notes";
import type { OpenLosses } from "./open-losses";
import { taken } from "./state";
import { thisRunOfDeleted } from "./this-run";

/** Leaves the stack, and does in the cloud what the program wrote of that, where it is not needed any more. */
export async function deleteResource<A extends Common>(
  definition: Definition<A>,
  consents: OpenLosses,
  context: Context,
  [id, state]: readonly [string, Outputs],
): Promise<void> {
  const stored = taken(state) as A & Outputs;
  definition.noticed?.(context.owner, stored);
  if (new Note(context.subject).settle(definition.vendorId(stored)) === "open") {
    context.log.warn(`${interrupted(id)}, and which this leaves as it is. Look for it in the service`);
  }
  consents.insist(stored);
  const reason = whyKept(definition, context, id, stored);
  if (reason === undefined) await definition.delete(context, id, stored);
  else context.log.warn(reason);
}

/** Why it is left as it is, whatever the program wrote, where that is so. */
function whyKept<A extends Common>(
  definition: Definition<A>,
  { owner, subject }: Context,
  id: string,
  stored: A & Outputs,
): string | undefined {
  const among = (inputs: Outputs) => argumentsAmong(definition, inputs);
  const run = thisRunOfDeleted(subject, definition.kind, (each) => each.wasStoredWith(among(stored), among));
  const vendorId = definition.vendorId(stored);
  if (isHeldByAnother(definition, among(stored), owner)) {
    return `${id} is managed by another resource of this program now, and is left as it is`;
  }
  if (run.isWhatStateHas(vendorId)) return `${vendorId} is what the state had when this run began, and is kept`;
  if (run.wasMade(id, vendorId)) {
    const usual = `${id} belongs to its replacement in this same run, and is kept`;
    const told = definition.keptByReplacement?.(id, stored) ?? usual;
    return definition.triggers ? `${told}. For a new one, change triggers` : told;
  }
  // `--replace` asks nobody: what no program agreed to is left where it is.
  if (run.isReplacedWithoutConsent(definition.replacementLosses(id, stored, stored))) {
    return `${id} is replaced, and kept all the same: no allow agreed to its deletion`;
  }
  return undefined;
}
