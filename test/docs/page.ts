import { fieldsOf } from "../../provider/core/arguments/inputs";
import type { Common, Definition, Outputs } from "../../provider/core/kind/definition";
import { inner, said } from "../../provider/core/kind/fields";
import type { Declared, Member } from "./declared";

/** One resource's page: what its types, its docstrings and its definition say. */
export function page(definition: Definition, declared: Declared, losses: ReadonlyMap<string, string>): string {
  const { kind } = definition;
  const sections = [
    `# ${kind.replace(":", ".")}`,
    declared.text,
    `Type in Pulumi: \`pulumi-nodejs:dynamic/${kind}\`. Source: ${declared.source}.`,
    "## Example",
    `\`\`\`ts\n${declared.example}\n\`\`\``,
    "## Arguments",
    "Each may be a value or an output. A value that is refused is refused in `pulumi preview`, before any request.",
    ...declared.args.map((arg) => argument(arg, definition, declared)),
    "## Outputs",
    table(["output", "type", "meaning"], declared.outputs.map(output)),
    "## Losses",
    "A change that takes one of these away is refused until `allow` names it.",
    table(
      ["loss", "what `allow` names"],
      definition.lossKinds.map((loss) => [code(loss), losses.get(loss) as string]),
    ),
  ];
  return `<!-- Written by "npm run docs" from the types, docstrings and rules in provider/: edit those. -->\n\n${sections.join("\n\n")}\n`;
}

function argument(arg: Member, definition: Definition, declared: Declared): string {
  const facts: [string, string | undefined][] = [
    ["Type", `${code(arg.type)}${arg.optional ? "" : ", required"}`],
    ["Limits", limits(arg, definition)],
    ["Errors", arg.errors],
    ["A change", change(arg, definition)],
    ["Source", isOurs(arg, definition) ? undefined : (arg.source ?? declared.source)],
  ];
  const list = facts.filter(([, fact]) => fact).map(([name, fact]) => `- ${name}: ${fact}`);
  return `### ${arg.name}\n\n${arg.text}\n\n${list.join("\n")}`;
}

/** Nothing for a list of words, which is the type. */
function limits({ name }: Member, definition: Definition): string | undefined {
  const { rule, words } = said(inner(fieldsOf(definition)[name]!));
  return words ? undefined : rule;
}

/** Nothing where the docstring tells it, as it differs from what all others do. */
function change(arg: Member, definition: Definition): string | undefined {
  if (isOurs(arg, definition) || /change/i.test(arg.text)) return undefined;
  const scheduled = { automaticBackup: true } as Common & Outputs;
  const replaced = definition.replacedBy(scheduled, scheduled, [arg.name]).length > 0;
  return replaced ? "makes a new one, before the old one leaves" : "is updated in place";
}

function isOurs({ name }: Member, definition: Definition): boolean {
  return !(name in definition.fields);
}

function output({ name, type, text }: Member): string[] {
  return [code(name), code(type), text];
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function code(text: string): string {
  return `\`${text}\``;
}
