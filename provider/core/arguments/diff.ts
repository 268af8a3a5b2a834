import { isDeepStrictEqual } from "node:util";
import type { dynamic } from "@pulumi/pulumi";
import { ifDiffering, type Loss } from "../../plan/losses";
import { BackupError } from "../ground/errors";
import { isSameId } from "../ground/same-id";
import { surelyDiffer } from "../ground/unknowns";
import type { Common, Definition, Outputs } from "../kind/definition";
import { originOf } from "../ledger/origin";
import { argumentsAmong, isHidden } from "./inputs";

/** Returns the arguments that differ. The summary and hidden inputs do not count. */
export function changedArguments<A extends Common>(definition: Definition<A>, olds: Outputs, news: Outputs): string[] {
  const names = Object.keys({ ...argumentsAmong(definition, olds), ...argumentsAmong(definition, news) });
  const changed = names.filter((name) => name !== "adopt" && !isDeepStrictEqual(olds[name], news[name]));
  const isAdoption = givesMissingId(definition, olds, news) || becomesAdopted(definition, olds, news);
  return isAdoption ? [...changed, "adopt"] : changed;
}

/** Returns whether the program now adopts what was only found by its mark. That needs no request. */
export function becomesAdopted<A extends Common>(definition: Definition<A>, olds: Outputs, news: Outputs): boolean {
  const id = definition.thing.id(olds as A & Outputs);
  return id !== undefined && originOf(olds) === "found" && isSameId(id, news.adopt as string | undefined);
}

/** Returns whether inputs differ that no person is to see. An owner that nobody sends is no difference. */
function isHiddenChanged(olds: Outputs, news: Outputs): boolean {
  const hiddenAmong = (all: Outputs) => Object.fromEntries(Object.entries(all).filter(([name]) => isHidden(name)));
  return !isDeepStrictEqual(
    hiddenAmong(olds),
    hiddenAmong({ ...("__owner" in olds && { __owner: olds.__owner }), ...news }),
  );
}

/** Returns whether a change of `adopt` has an effect: only where the state has no id yet. */
function givesMissingId<A extends Common>(definition: Definition<A>, olds: Outputs, news: Outputs): boolean {
  return (
    news.adopt !== undefined && news.adopt !== olds.adopt && definition.thing.id(olds as A & Outputs) === undefined
  );
}

export interface Difference {
  result: dynamic.DiffResult;
  losses: Loss[];
}

export function diff<A extends Common>(
  definition: Definition<A>,
  id: string,
  olds: Outputs,
  news: Outputs,
): Difference {
  const stored = olds as A & Outputs;
  const changed = changedArguments(definition, olds, news);
  const args = argumentsAmong(definition, news);
  const replaces = [...definition.replacedBy(stored, args, changed)];
  const losses = definition.replacementLosses?.(id, stored, args) ?? [];
  if (definition.isToBeRedone?.(stored)) {
    // Its arguments are the same, so the engine would see no change. The failed one may hold the name of its successor, unless
    // it has a list: then each name differs, and a creation that is refused must not take the list out of the state.
    const deleteBeforeReplace = stored.keepLast === undefined;
    return { result: { changes: true, replaces: ["state", ...replaces], deleteBeforeReplace }, losses };
  }
  // After a refresh the engine no longer knows that it is unfinished, so the diff says it.
  if (changed.length === 0) return { result: { changes: definition.isUnfinished(stored) }, losses: [] };
  const own = [id, definition.thing.id(stored)];
  const adopted = news.adopt !== undefined && own.some((each) => isSameId(each, `${news.adopt}`));
  if (replaces.length > 0 && adopted) {
    throw new BackupError(
      `adopt: names "${news.adopt}", which is in state and would be replaced because of ${replaces.join(", ")}: ` +
        "the replacement would take over what it replaces. Remove adopt, or undo the change",
    );
  }
  // Without `changes` the engine compares the inputs itself, shows the changed fields alone, and applies the option
  // replaceOnChanges.
  if (replaces.length === 0) return { result: { replaces }, losses: [] };
  const isSure = replaces.some((name) => surelyDiffer(olds[name], news[name]));
  // A generated name is unknown only because another argument is.
  const written = replaces.filter((name) => name !== "name" || news.__marked !== true);
  return {
    // The engine would show hidden inputs, too. For a replacement it needs no list of fields.
    result: isHiddenChanged(olds, news) ? { changes: true, replaces } : { replaces },
    losses: isSure ? losses : losses.map((loss) => (loss.hangsOn ? loss : ifDiffering(written, loss))),
  };
}
