import { join } from "node:path";
import ts from "typescript";
import { type Spoken, spoken } from "./spoken";

/** An argument or an output, as its interface declares it. */
export interface Member extends Spoken {
  name: string;
  type: string;
  optional: boolean;
}

/** A kind of resource as the program side declares it. */
export interface Declared extends Spoken {
  args: Member[];
  outputs: Member[];
}

const root = join(__dirname, "..", "..");

interface Declarations {
  /** Of a kind, such as `serveravatar:BackupPlan`. */
  of(kind: string): Declared;
  /** What a consent to each loss names. */
  losses: ReadonlyMap<string, string>;
}

/** Reads what the public types and their docstrings say. */
export function declarations(file = join(root, "provider", "index.ts")): Declarations {
  const losses = join(root, "provider", "plan", "losses.ts");
  const { config } = ts.readConfigFile(join(root, "provider", "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, "provider"));
  const program = ts.createProgram([file, losses], { ...options, rootDir: root });
  const checker = program.getTypeChecker();
  const exported = (module: ts.Symbol, name: string) => {
    const found = checker.getExportsOfModule(module).find((each) => each.name === name);
    if (!found) throw new Error(`${module.name} exports no ${name}`);
    return found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
  };
  const main = checker.getSymbolAtLocation(program.getSourceFile(file)!)!;
  const membersOf = (symbol: ts.Symbol) => checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol));
  const consents = exported(checker.getSymbolAtLocation(program.getSourceFile(losses)!)!, "Consents");
  const of = (kind: string): Declared => {
    const [service, type] = kind.split(":") as [string, string];
    const module = exported(main, service);
    const resource = exported(module, type);
    const ofPulumi = (each: ts.Symbol) => each.declarations![0]!.getSourceFile().fileName.includes("/node_modules/");
    return {
      ...spoken(resource, checker),
      args: membersOf(exported(module, `${type}Args`)).map((each) => member(each, checker)),
      outputs: membersOf(resource)
        .filter((each) => !ofPulumi(each))
        .map((each) => member(each, checker)),
    };
  };
  return { of, losses: new Map(membersOf(consents).map((each) => [each.name, spoken(each, checker).text])) };
}

function member(symbol: ts.Symbol, checker: ts.TypeChecker): Member {
  const declared = (symbol.valueDeclaration as ts.PropertySignature).type!;
  return {
    ...spoken(symbol, checker),
    name: symbol.name,
    type: typeText(declared, checker),
    optional: (symbol.flags & ts.SymbolFlags.Optional) !== 0,
  };
}

const GENERIC = new Set(["Input", "Output", "Word"]);

/** Without `Input` and `Output`, which every one is; a list of words by its words. */
function typeText(node: ts.TypeNode, checker: ts.TypeChecker): string {
  const [inner] = ts.isTypeReferenceNode(node) ? (node.typeArguments ?? []) : [];
  const name = ts.isTypeReferenceNode(node) ? node.typeName.getText().replace("pulumi.", "") : "";
  if (inner && GENERIC.has(name)) return typeText(inner, checker);
  if (ts.isMappedTypeNode(node)) return node.getText();
  const type = checker.getTypeFromTypeNode(node);
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias;
  return checker.typeToString(type, undefined, flags).replace(" | undefined", "");
}
