import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "./root";

/** Compilers that a program may have. */
export const COMPILERS: readonly (typeof ts)[] = [
  ts,
  createRequire(join(ROOT, "test/types/typescript-6", "package.json"))("typescript"),
];

interface CompilerError {
  line: string;
  message: string;
}

/** Returns the errors of a program beside the package, by the strict options of this repository. */
type Compile = (source: string) => CompilerError[];

/** One program after another: what does not change is read once. */
export function compilerOf(compiler: typeof ts): Compile {
  const file = join(ROOT, "test/types/written.ts");
  let previous: ts.Program | undefined;
  return (source) => {
    const { config } = compiler.readConfigFile(join(ROOT, "tsconfig.json"), compiler.sys.readFile);
    const files = { ...config, include: [], files: [file] };
    const { options } = compiler.parseJsonConfigFileContent(files, compiler.sys, ROOT);
    const host = compiler.createCompilerHost(options);
    const { readFile, fileExists, getSourceFile } = host;
    host.fileExists = (name) => name === file || fileExists(name);
    host.readFile = (name) => (name === file ? source : readFile(name));
    host.getSourceFile = (name, ...rest) =>
      name === file
        ? compiler.createSourceFile(name, source, rest[0])
        : (previous?.getSourceFile(name) ?? getSourceFile(name, ...rest));
    previous = compiler.createProgram([file], { ...options, noEmit: true }, host, previous);
    return compiler.getPreEmitDiagnostics(previous, previous.getSourceFile(file)).map((found) => ({
      line: source.slice(source.lastIndexOf("\n", found.start) + 1, source.indexOf("\n", found.start)).trim(),
      message: compiler.flattenDiagnosticMessageText(found.messageText, "\n"),
    }));
  };
}
