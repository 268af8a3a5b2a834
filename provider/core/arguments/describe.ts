import type { Described } from "../../plan/described";
import type { Common, Definition, Outputs } from "../kind/definition";
import { View } from "../kind/view";
import { argumentsAmong } from "./inputs";
import { secretNamesShown } from "./secrets";

/** Returns a resource's declaration by its inputs as `check` left them: stored, or of a preview. */
export function describe<A extends Common>(definition: Definition<A>, inputs: Outputs): Described {
  const given = Object.entries(argumentsAmong(definition, inputs)).filter(([, value]) => value !== null);
  return definition.describe(new View(Object.fromEntries(given) as unknown as A, secretNamesShown(inputs)));
}
