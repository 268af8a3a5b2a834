import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { marked, type Token, type Tokens } from "marked";
import { ROOT } from "../with/root";

/** A block of code in a page, with the heading above it. */
interface Block {
  language: string;
  text: string;
  /** `README.md: Your first plan`. */
  place: string;
}

/** README and every page of docs, from the root of the repository. */
export const PAGES = [
  "README.md",
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file))
    .sort(),
];

export function textOf(page: string): string {
  return readFileSync(join(ROOT, page), "utf8");
}

export function blocksOf(page: string): Block[] {
  let heading = "";
  return marked.lexer(textOf(page)).flatMap((token) => {
    if (token.type === "heading") heading = token.text;
    if (token.type !== "code") return [];
    return [{ language: token.lang ?? "", text: token.text, place: `${page}: ${heading}` }];
  });
}

/** The commands under a heading, and the first program there. */
export function commandsAt(place: string): string {
  return blockAt(place, "sh");
}

export function programAt(place: string): string {
  return blockAt(place, "ts");
}

function blockAt(place: string, wanted: string): string {
  const block = blocksOf(place.slice(0, place.indexOf(":"))).find(
    (each) => each.place === place && each.language === wanted,
  );
  if (block === undefined) throw new Error(`${place} has no block of ${wanted}`);
  return `${block.text}\n`;
}

/** Where the links and pictures of a page lead. */
export function linksOf(page: string): string[] {
  const links: string[] = [];
  marked.walkTokens(marked.lexer(textOf(page)), (token: Token) => {
    if (token.type === "link" || token.type === "image") links.push(token.href);
  });
  return links;
}

/** The anchors that GitHub makes of a page's headings. */
export function anchorsOf(page: string): string[] {
  const headings = marked.lexer(textOf(page)).filter((token): token is Tokens.Heading => token.type === "heading");
  return headings.map(({ text }) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
