import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "../with/root";
import { declarations } from "./declared";
import { blocksOf, PAGES } from "./markdown";
import { pages } from "./pages";
import { schemaText } from "./schema";

const root = ROOT;
const reference = join(root, "docs", "reference");

describe("the documentation", () => {
  const written = pages();

  it("holds for each kind the page that npm run docs writes", () => {
    assert.deepEqual(readdirSync(reference).sort(), Object.keys(written).sort());
    for (const [name, text] of Object.entries(written)) {
      assert.equal(readFileSync(join(reference, name), "utf8"), text, `${name} is stale: npm run docs`);
    }
  });

  it("holds the schema that npm run docs writes", () => {
    const schema = readFileSync(join(root, "provider", "plugin", "schema.json"), "utf8");
    assert.equal(schema, schemaText(), "it is stale: npm run docs");
  });

  it("says of every argument what it is, and of an optional one what leaving it out does", () => {
    const { of } = declarations();
    for (const kind of Object.values(written).map((text) => /^# (.+)$/m.exec(text)![1]!.replace(".", ":"))) {
      const { args, outputs } = of(kind);
      for (const { name, text } of [...args, ...outputs]) assert.notEqual(text, "", `${kind} ${name}`);
      for (const { name, text } of args.filter(({ optional }) => optional)) {
        assert.match(text, /[Ll]eft out|Required/, `${kind} ${name}`);
      }
    }
  });

  it("has examples that compile", () => {
    const examples = PAGES.flatMap(examplesIn);
    assert.ok(examples.length > Object.keys(written).length);
    assert.deepEqual(problemsOf(examples), []);
  });

  it("says of every block of code in which language it is", () => {
    const languages = ["sh", "ts", "typescript", "yaml", "markdown"];
    const others = PAGES.flatMap(blocksOf).filter(({ language }) => !languages.includes(language));
    assert.deepEqual(others, []);
  });
});

interface Example {
  /** A path that does not exist, beside the examples. */
  file: string;
  text: string;
}

/** The TypeScript in a page; a part of a program goes without its import. */
function examplesIn(page: string): Example[] {
  const blocks = blocksOf(page).filter(({ language }) => language === "ts");
  return blocks.map(({ text }, index) => ({
    file: join(root, "examples", `${page.replaceAll(/\W/g, "-")}-${index}.ts`),
    text: text.includes("import ") ? text : `import * as backup from "pulumi-backup-plans";\n${text}`,
  }));
}

function problemsOf(examples: Example[]): string[] {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const texts = new Map(examples.map(({ file, text }) => [file, text]));
  const { readFile, fileExists } = host;
  host.readFile = (file) => texts.get(file) ?? readFile.call(host, file);
  host.fileExists = (file) => texts.has(file) || fileExists.call(host, file);
  const program = ts.createProgram([...texts.keys()], { ...options, noUnusedLocals: false }, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
}
