import { argumentsAmong } from "../core/arguments/inputs";
import type { OpenLosses } from "../core/arguments/open-losses";
import { withoutNulls } from "../core/arguments/state";
import { BackupError } from "../core/ground/errors";
import type { Context } from "../core/kind/context";
import type { Common, Definition, Outputs, Succession } from "../core/kind/definition";
import type { Page } from "../core/kind/page";
import { type Fate, fateOf, isInProgram } from "../core/ledger/fate";
import { ledgerOf, thingOf } from "../core/ledger/ledger";
import { interrupted, noteOf } from "../core/ledger/note";
import { originOf } from "../core/ledger/origin";
import { type Held, insistOnAccount } from "./account";

/** Deletes a resource: decides what becomes of its thing, and does in the cloud what `onDelete` says, or warns why not. */
export async function deleteResource<A extends Common>(
  definition: Definition<A>,
  consents: OpenLosses,
  context: Context,
  [id, state]: readonly [string, Outputs],
): Promise<void> {
  const stored = withoutNulls(state) as A & Outputs;
  const note = noteOf(context);
  if (note.settle(definition.thing.id(stored)) === "open") {
    context.log.warn(`${interrupted(id, note)}, and which this leaves as it is. Look for it in the service`);
  }
  consents.insist(context);
  const argumentsIn = (inputs: Outputs) => argumentsAmong(definition, inputs);
  const ledger = ledgerOf(context);
  const page = ledger.pageOfDeleted(definition.kind, context.owner, argumentsIn(stored), argumentsIn);
  const { declared, before, made, state: current } = page;
  const successor = made?.stored ?? (current?.stays ? current.stored : undefined);
  const next = successor === undefined && before?.stored !== undefined ? (declared?.args ?? stored) : undefined;
  const losses = definition.replacementLosses?.(id, stored, (successor ?? next ?? stored) as A) ?? [];
  const thing = thingOf(definition, stored);
  const elsewhere = {
    hasThing: ledger.hasAnother(page, thing),
    isInProgram: ledger.isInProgramElsewhere(context.page),
  };
  const fate = fateOf(page, { id, thing, losses, allow: stored.allow }, elsewhere);
  if (fate !== "goes") return context.log.warn(whyKept(definition, fate, [id, stored]));
  const succession = { isInProgram: elsewhere.isInProgram || isInProgram(page), successor, next };
  await deleteAsDeclared(definition, context, page, [id, stored, succession]);
}

/** Returns why a thing is kept, whatever `onDelete` says. */
function whyKept<A extends Common>(
  definition: Definition<A>,
  fate: Exclude<Fate, "goes">,
  [id, stored]: Held<A>,
): string {
  const goes = definition.goesWithState?.(stored);
  const along = goes ? `. ${goes}` : "";
  const anew = definition.triggers ? ". For a new one, change triggers" : "";
  switch (fate) {
    case "another's":
      return `${id} is managed by another resource of this program now, and is left as it is${along}`;
    case "the state's":
      return `${definition.thing.id(stored)} is what the state had when this run began, and is kept`;
    case "its successor's":
      return `${id} belongs to its replacement in this same run, and is kept${along}${anew}`;
    case "not agreed to":
      return `${id} is replaced, and kept all the same: no allow agreed to its deletion${along}`;
  }
}

/** Returns whether a deletion sends a request. One that only keeps needs no login. */
function maySend<A extends Common>(definition: Definition<A>, stored: A & Outputs, by: Succession): boolean {
  const { onDelete = "keep" } = stored;
  if (definition.thing.id(stored) === undefined) return false;
  if (stored.keepLast !== undefined && (by.successor ?? by.next) !== undefined) return true;
  return definition.isUnfinished(stored) || (onDelete !== "keep" && originOf(stored) !== "found");
}

/**
 * Deletes with the program's present consents. After a refusal the engine tries again with the arguments of that time, so the
 * program's newer `allow` and `onDelete` count where it has them.
 */
async function deleteAsDeclared<A extends Common>(
  definition: Definition<A>,
  context: Context,
  { declared, failed }: Page,
  [id, stored, succession]: readonly [string, A & Outputs, Succession],
): Promise<void> {
  const agreed: A & Outputs = Object.assign({}, stored, { allow: declared?.allow ?? stored.allow });
  try {
    const sends = maySend(definition, stored, succession);
    if (sends) await insistOnAccount(definition, context, [id, stored]);
    // With --continue-on-error the engine deletes also what could not be replaced. What never completed may go.
    if (failed && sends && !definition.isUnfinished(stored)) {
      throw new BackupError(`${id} is not deleted yet, as what replaces it failed. The next pulumi up goes on with it`);
    }
    await definition.delete(context, id, agreed, succession);
  } catch (error) {
    if (!declared?.keeps || stored.onDelete === undefined || stored.onDelete === "keep") throw error;
    context.log.warn(`${(error as Error).message}. The program now says onDelete "keep": ${id} is left as it is`);
  }
}
