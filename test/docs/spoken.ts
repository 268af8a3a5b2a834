import ts from "typescript";

/** What a docstring says: its text, and its tags. */
export interface Spoken {
  text: string;
  example?: string;
  errors?: string;
  source?: string;
}

export function spoken(symbol: ts.Symbol, checker: ts.TypeChecker): Spoken {
  const tags = symbol.getJsDocTags(checker);
  const tag = (name: string) => {
    const found = tags.find((each) => each.name === name);
    return found && ts.displayPartsToString(found.text).trim();
  };
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  return { text: unwrapped(text), example: tag("example"), errors: tag("throws"), source: tag("see") };
}

/** A docstring's lines end where the source is full. */
function unwrapped(text: string): string {
  return text.replaceAll(/(?<=\S)\n(?=\S)/g, " ");
}
