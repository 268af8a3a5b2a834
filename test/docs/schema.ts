import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { fieldsOf } from "../../provider/core/arguments/inputs";
import { FLAGS, NUMBERS, numberRule } from "../../provider/core/configuration/own-keys";
import type { Common, Definition, Outputs } from "../../provider/core/kind/definition";
import { inner, said } from "../../provider/core/kind/fields";
import { TYPES } from "../../provider/program/types";
import { type Services, services } from "../../provider/services/services";
import { ROOT } from "../with/root";
import { type Declared, declarations, type Member } from "./declared";

type Spec = Record<string, unknown>;

/** What a Pulumi package is called, and what its types begin with. */
const NAME = "backup-plans";

const ANY = { $ref: "pulumi.json#/Any" };

/** The schema of this version, as it is stored. */
export function schemaText(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  return `${JSON.stringify(schema(version), undefined, 1)}\n`;
}

/** The package as Pulumi describes one: for SDKs of other languages, for YAML, and for `pulumi import`. */
function schema(version: string): Spec {
  const types: Record<string, Spec> = {};
  const settings = settingsOf(services, types);
  const { of } = declarations();
  return {
    name: NAME,
    version,
    displayName: "Backup plans",
    description: "Declarative backup plans for ServerAvatar, OpenStack Trove, Rackspace, DDS, GeminiDB and RDS",
    license: "Apache-2.0",
    // SDKs are whole packages, so that one can be installed from its folder.
    meta: { supportPack: true },
    config: { variables: settings },
    provider: { inputProperties: settings },
    types,
    resources: Object.fromEntries(
      services.definitions.map((definition) => [
        `${NAME}:${definition.kind}`,
        resource(definition, of(definition.kind), types),
      ]),
    ),
    language: {
      nodejs: { respectSchemaVersion: true },
      python: { respectSchemaVersion: true },
      // Without it Pulumi writes Go that lacks an import.
      go: { respectSchemaVersion: true, generics: "none" },
    },
  };
}

/** An object for each account, and what is ours. */
function settingsOf({ account, numbers }: Services, types: Record<string, Spec>): Record<string, Spec> {
  const accounts = Object.entries(account).map(([name, keys]) => {
    const token = `${NAME}:index:${capital(name)}Account`;
    const properties = Object.entries(keys).flatMap(([key, { isOpen }]) => [
      [key, { type: "string", ...(!isOpen && { secret: true }) }],
      [`${key}Env`, { type: "string", description: `The environment variable that holds ${key}.` }],
    ]);
    types[token] = { type: "object", properties: Object.fromEntries(properties) };
    return [name, { $ref: `#/types/${token}`, description: `The account of ${name}.` }];
  });
  const own = Object.entries({ ...NUMBERS, ...numbers }).map(([name, limits]) => [
    name,
    { type: "isWhole" in limits ? "integer" : "number", description: `It ${numberRule(limits)}.` },
  ]);
  const flags = FLAGS.map((name) => [name, { type: "boolean" }]);
  const fromEnv = { type: "object", additionalProperties: { type: "string" } };
  return Object.fromEntries([...accounts, ...own, ...flags, ["secretsFromEnv", fromEnv]]);
}

function resource(definition: Definition, declared: Declared, types: Record<string, Spec>): Spec {
  const { text, args, outputs } = declared;
  const fields = fieldsOf(definition);
  const inputProperties = Object.fromEntries(args.map((arg) => [arg.name, input(arg, definition, types)]));
  const shown = Object.fromEntries(outputs.map((output) => [output.name, outputOf(output)]));
  const requiredInputs = args.map(({ name }) => name).filter((name) => !fields[name]!.isOptional());
  return {
    description: text,
    aliases: [{ type: TYPES.dynamic + definition.kind }],
    inputProperties,
    requiredInputs,
    properties: { ...inputProperties, ...shown },
    required: [...requiredInputs, "summary", "state", "origin"],
  };
}

function input({ name, text }: Member, definition: Definition, types: Record<string, Spec>): Spec {
  const field = fieldsOf(definition)[name]!;
  const { rule, words } = said(inner(field));
  const form = words ? { $ref: enumeration(definition, name, words, types) } : typeOf(inner(field));
  const description = words ? text : `${text} It ${rule}.`;
  return { ...form, description, ...(isReplacing(name, definition) && { willReplaceOnChanges: true }) };
}

/** A list of the vendor's words. */
function enumeration(
  definition: Definition,
  name: string,
  words: readonly string[],
  types: Record<string, Spec>,
): string {
  const token = `${NAME}:${definition.kind}${capital(name)}`;
  types[token] = { type: "string", enum: words.map((value) => ({ name: nameOf(value), value })) };
  return `#/types/${token}`;
}

/** What a language can name: `12 Months` is `Months12`, `.tar.gz` is `TarGz`. */
function nameOf(word: string): string {
  const parts = word.split(/[^A-Za-z0-9]+/).filter((part) => part !== "");
  const [digits] = parts.filter((part) => /^\d/.test(part[0]!) && part === parts[0]);
  return [...parts.filter((part) => part !== digits), digits ?? ""].map(capital).join("");
}

function isReplacing(name: string, definition: Definition): boolean {
  const scheduled = { automaticBackup: true } as Common & Outputs;
  return definition.replacedBy(scheduled, scheduled, [name]).length > 0;
}

/** A program may write more (1 for true, digits for a number) than one type of all languages says. */
function typeOf(field: z.ZodType): Spec {
  const forms = (["output", "input"] as const).map((io) => z.toJSONSchema(field, { io, unrepresentable: "any" }));
  const form = forms.find(({ type }) => type !== undefined);
  return form ? specOf(form) : ANY;
}

function specOf({ type, items }: z.core.JSONSchema.BaseSchema): Spec {
  if (type === "object") return { type, additionalProperties: { type: "string" } };
  if (type !== "array") return type === undefined ? ANY : { type };
  return { type, items: items && Object.keys(items).length > 0 ? specOf(items as never) : ANY };
}

/** What an output's type in TypeScript is for all languages. */
function outputOf({ type, text }: Member): Spec {
  const known = /^(string|number|boolean)$/.exec(type)?.[0];
  if (known) return { type: known, description: text };
  if (type.startsWith("{")) return { type: "object", additionalProperties: ANY, description: text };
  return { type: "string", description: `${text} One of ${type.replaceAll(" | ", ", ")}.` };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
