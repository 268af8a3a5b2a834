import type { Described } from "../plan/described";
import type { Common, Definition, Outputs } from "./definition";
import { argumentsAmong } from "./inputs";
import { secretNamesOf } from "./secrets";
import { View } from "./view";

/** What Pulumi shows in place of a secret. */
const HIDDEN = '"[secret]"';

/** What a resource declares, by its inputs as `check` left them: stored, or of a preview. */
export function describe<A extends Common>(definition: Definition<A>, inputs: Outputs): Described {
  const given = Object.entries(argumentsAmong(definition, inputs)).filter(([, value]) => value !== null);
  const hidden = given.filter(([, value]) => JSON.stringify(value)?.includes(HIDDEN));
  const secrets = new Set([...secretNamesOf(inputs), ...hidden.map(([name]) => name)]);
  return definition.describe(new View(Object.fromEntries(given) as unknown as A, secrets));
}
