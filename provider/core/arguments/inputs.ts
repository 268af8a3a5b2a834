import * as z from "zod";
import type { Common, Definition, Outputs } from "../kind/definition";
import { alike, type Fields, numberFrom, oneOf, said } from "../kind/fields";

/** Returns the fields of a resource's arguments: the vendor's and this package's. */
export function fieldsOf<A extends Common>(definition: Definition<A>): Fields {
  const made = fields.get(definition) ?? makeFields(definition);
  fields.set(definition, made);
  return made;
}

const fields = new WeakMap<object, Fields>();

function makeFields<A extends Common>(definition: Definition<A>): Fields {
  const consents = z.partialRecord(
    z.enum(definition.lossKinds as [string, ...string[]]),
    z.preprocess(asText, z.string()),
  );
  const kinds = definition.lossKinds.map((kind) => `"${kind}"`).join(", ");
  return {
    ...definition.fields,
    onDelete: oneOf(definition.onDelete).optional(),
    allow: consents.meta({ rule: `must be an object of consents, each a text; their names here: ${kinds}` }).optional(),
    ...(definition.adopt && { adopt: z.preprocess(asText, definition.adopt).meta(said(definition.adopt)).optional() }),
    ...(definition.triggers && {
      triggers: alike(z.array(z.unknown()).meta({ rule: "must be a list" }), orNone).optional(),
      keepLast: numberFrom(1, MOST_GENERATIONS).optional(),
    }),
  };
}

/** The most recovery points that one resource keeps. */
const MOST_GENERATIONS = 20;

/** An empty list triggers as little as none. */
function orNone(list: unknown[] | undefined): unknown[] | undefined {
  return list?.length === 0 ? undefined : list;
}

function asText(value: unknown): unknown {
  return typeof value === "number" ? `${value}` : value;
}

/** Inputs that the program side adds. They are stored, and neither checked nor compared. */
export function isHidden(name: string): boolean {
  return name.startsWith("__");
}

/** Returns the inputs among the stored values, as `check` left them. */
export function inputsAmong<A extends Common>(definition: Definition<A>, stored: Outputs): Outputs {
  const isInput = (name: string) => isArgument(definition, name) || name === "summary" || isHidden(name);
  return Object.fromEntries(Object.entries(stored).filter(([name]) => isInput(name)));
}

/** Returns the arguments among the stored inputs and outputs. */
export function argumentsAmong<A extends Common>(definition: Definition<A>, stored: Outputs): A {
  return Object.fromEntries(Object.entries(stored).filter(([name]) => isArgument(definition, name))) as unknown as A;
}

function isArgument<A extends Common>(definition: Definition<A>, name: string): boolean {
  return Object.hasOwn(fieldsOf(definition), name);
}
