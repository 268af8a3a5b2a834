import { summaryOf } from "../core/arguments/check";
import { argumentsAmong } from "../core/arguments/inputs";
import { BackupError } from "../core/ground/errors";
import type { Context } from "../core/kind/context";
import type { Common, Definition, Outputs } from "../core/kind/definition";
import { said } from "../core/kind/fields";

/** Returns the state for `pulumi import` of an id; nothing where it does not exist. */
export async function importResource<A extends Common>(
  definition: Definition<A>,
  context: Context,
  id: string,
): Promise<(A & Outputs) | undefined> {
  if (!definition.imported) {
    throw new BackupError(
      `${definition.kind} cannot be imported, as its id alone does not lead to all that it was made of; declare it, ` +
        `with adopt: ${JSON.stringify(id)}`,
    );
  }
  const form = definition.adopt ?? definition.fields[definition.thing.argument]!;
  if (!form.safeParse(id).success) throw new BackupError(`import: the id ${said(form).rule}; given "${id}"`);
  const found = await definition.imported(context, id);
  if (!found) return undefined;
  const summary = summaryOf(definition, argumentsAmong(definition, found), context.secrets, found);
  return Object.assign({}, found, { summary, origin: "adopted" });
}
