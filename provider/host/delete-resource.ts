import { argumentsAmong } from "../core/arguments/inputs";
import type { OpenLosses } from "../core/arguments/open-losses";
import { taken } from "../core/arguments/state";
import type { Context } from "../core/kind/context";
import type { Common, Definition, Outputs } from "../core/kind/definition";
import { isHeldByAnother } from "../core/ledger/exclusive";
import { interrupted } from "../core/ledger/interrupted";
import { Note } from "../core/ledger/notes";
import { isToldByAnother, topic } from "../core/ledger/other-processes";
import { isAnothers, type ThisRun, thisRunOfDeleted } from "../core/ledger/this-run";
import { isAgreed } from "../plan/losses";

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
  const among = (inputs: Outputs) => argumentsAmong(definition, inputs);
  const run = thisRunOfDeleted(context.subject, definition.kind, (each) => each.wasStoredWith(among(stored), among));
  const reason = whyKept(definition, context, run, [id, stored]);
  if (reason === undefined) await deleteAsDeclared(definition, context, run, [id, stored]);
  else context.log.warn(reason);
}

/**
 * A deletion that was refused stays to be done, with the arguments that were stored when it was put off. What the program
 * says since then leads out of that.
 */
async function deleteAsDeclared<A extends Common>(
  definition: Definition<A>,
  context: Context,
  { program }: ThisRun,
  [id, stored]: readonly [string, A & Outputs],
): Promise<void> {
  const agreed: A & Outputs = Object.assign({}, stored, { allow: program?.allow ?? stored.allow });
  try {
    await definition.delete(context, id, agreed);
  } catch (error) {
    if (!program?.keeps || stored.onDelete === undefined || stored.onDelete === "keep") throw error;
    context.log.warn(`${(error as Error).message}. The program says onDelete "keep" by now: ${id} is left as it is`);
  }
}

/** Why it is left as it is, whatever the program wrote, where that is so. */
function whyKept<A extends Common>(
  definition: Definition<A>,
  context: Context,
  run: ThisRun,
  [id, stored]: readonly [string, A & Outputs],
): string | undefined {
  const { owner, subject } = context;
  const vendorId = definition.vendorId(stored);
  const withWhatGoes = (text: string) => [text, definition.goesWithState?.(stored)].filter(Boolean).join(". ");
  if (isHeldByAnother(definition, argumentsAmong(definition, stored), owner) || isAnothers(context, run, vendorId)) {
    return withWhatGoes(`${id} is managed by another resource of this program now, and is left as it is`);
  }
  if (run.isWhatStateHas(vendorId)) return `${vendorId} is what the state had when this run began, and is kept`;
  if (run.wasMade(id, vendorId)) {
    const told = withWhatGoes(`${id} belongs to its replacement in this same run, and is kept`);
    return definition.triggers ? `${told}. For a new one, change triggers` : told;
  }
  // `--replace` asks nobody: what no program agreed to is left where it is.
  const losses = definition.replacementLosses(id, stored, stored);
  const wasMoved =
    isToldByAnother(topic.inProgram(subject)) && losses.some((loss) => !isAgreed(loss, { allow: stored.allow }));
  if (wasMoved || run.isReplacedWithoutConsent(losses)) {
    return `${id} is replaced, and kept all the same: no allow agreed to its deletion`;
  }
  return undefined;
}
