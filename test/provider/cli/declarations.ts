import assert from "node:assert/strict";
import ts from "typescript";

/** A resource that a program declares: its type, its logical name, and those of its arguments that are texts. */
export interface Declared {
  kind: string;
  name: string;
  texts: Record<string, string>;
}

/** What a program declares, read without running it. Anything but literals in it is an error. */
export function declarationsIn(source: string): Declared[] {
  const file = ts.createSourceFile("index.ts", source, ts.ScriptTarget.ES2022, true);
  return file.statements.flatMap((statement) => {
    if (!ts.isExpressionStatement(statement) || !ts.isNewExpression(statement.expression)) return [];
    const [name, args] = statement.expression.arguments as unknown as [ts.StringLiteral, ts.ObjectLiteralExpression];
    const given = args.properties as unknown as readonly ts.PropertyAssignment[];
    assert.ok(
      given.every(({ initializer }) => isLiteral(initializer)),
      statement.getText(),
    );
    const texts = given.flatMap(({ name: of, initializer }) =>
      ts.isStringLiteral(initializer) ? [[of.getText(), initializer.text]] : [],
    );
    return [{ kind: statement.expression.expression.getText(), name: name.text, texts: Object.fromEntries(texts) }];
  });
}

function isLiteral(value: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(value)) return value.elements.every(isLiteral);
  const isTruth = value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword;
  return isTruth || ts.isStringLiteral(value) || ts.isNumericLiteral(value);
}
