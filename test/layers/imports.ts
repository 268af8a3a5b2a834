import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";

const ROOT = resolve(__dirname, "../..");

export interface Import {
  /** From the root of the repository, as `to` is where it is a file of it. */
  from: string;
  /** A file, or the name of a package. */
  to: string;
  /** A path within the package, as it is written. */
  written: string;
  /** Whether something is loaded when the program runs. */
  value: boolean;
  /** Whether it is loaded only when its line is reached. */
  lazy: boolean;
}

export function filesIn(folder: string): string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" });
  const sources = names.filter((name) => name.endsWith(".ts") && !name.includes("node_modules"));
  return sources.map((name) => join(folder, name)).sort();
}

export function linesOf(file: string): string[] {
  return textOf(file).trimEnd().split("\n");
}

export function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (written: string, value: boolean, lazy: boolean) =>
    found.push({ from: file, to: targetOf(file, written), written, value, lazy });
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(nameIn(node.moduleSpecifier), isValue(node.importClause), false);
    if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(nameIn(node.moduleSpecifier), isValueExport(node), false);
    if (ts.isCallExpression(node) && isLoad(node)) add(nameIn(node.arguments[0]!), true, true);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function textOf(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

function nameIn(node: ts.Node): string {
  return (node as ts.StringLiteral).text;
}

/** `import type` and a list of nothing but types load nothing. */
function isValue(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return true;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return false;
  const { namedBindings } = clause;
  if (clause.name || !namedBindings || ts.isNamespaceImport(namedBindings)) return true;
  return namedBindings.elements.some((element) => !element.isTypeOnly);
}

function isValueExport({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  if (isTypeOnly) return false;
  if (!exportClause || !ts.isNamedExports(exportClause)) return true;
  return exportClause.elements.some((element) => !element.isTypeOnly);
}

/** `require("…")` and `import("…")`. */
function isLoad({ expression, arguments: [first] }: ts.CallExpression): boolean {
  const isRequire = ts.isIdentifier(expression) && expression.text === "require";
  const isImport = expression.kind === ts.SyntaxKind.ImportKeyword;
  return (isRequire || isImport) && !!first && ts.isStringLiteral(first);
}

function targetOf(file: string, written: string): string {
  if (!written.startsWith(".")) {
    const [scope, name] = written.split("/");
    return written.startsWith("@") ? `${scope}/${name}` : `${scope}`;
  }
  const base = join(dirname(file), written);
  const target = [`${base}.ts`, join(base, "index.ts"), ...(base.endsWith(".json") ? [base] : [])].find((path) =>
    existsSync(join(ROOT, path)),
  );
  if (!target) throw new Error(`${file}: ${written} is not there`);
  return target;
}
