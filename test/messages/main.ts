import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { filesIn } from "../layers/imports";
import { ROOT } from "../with/root";

/** A text of three words or more is said to somebody. */
const SAID = /\p{L}[^ ]* [^ ]+ [^ ]*\p{L}/u;

/** Prints every text of the code that users read, with `…` where a value stands. */
for (const file of filesIn("provider")) {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), "utf8"), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text === undefined || !SAID.test(text)) ts.forEachChild(node, visit);
    else {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      console.log(`${file}:${line + 1}\n  ${text.replaceAll("\n", "\n  ")}`);
    }
  };
  visit(source);
}

/** A literal, or a sum of them; nothing where a node is neither. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return (
      node.head.text +
      node.templateSpans.map(({ expression, literal }) => placeholderOf(expression) + literal.text).join("")
    );
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === undefined && right === undefined ? undefined : (left ?? "…") + (right ?? "…");
}

/** A value is `…`, with the texts that may stand in its place. */
function placeholderOf(expression: ts.Expression): string {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text === undefined) ts.forEachChild(node, visit);
    else if (SAID.test(text)) texts.push(text);
  };
  visit(expression);
  return texts.length === 0 ? "…" : `[${texts.join(" | ")}]`;
}
