import { COMPILERS, compilerOf } from "../with/compiler";
import { MISTAKES, programOf } from "./mistakes";

/** Prints what each compiler says about each mistake, with the line that it says it of. */
for (const compiler of COMPILERS) {
  const errorsIn = compilerOf(compiler);
  console.log(`TypeScript ${compiler.version}`);
  for (const [what, made] of MISTAKES) {
    console.log(`\n  ${what}`);
    for (const { line, message } of errorsIn(programOf(made))) {
      console.log(`    ${line}\n      ${message.replaceAll("\n", "\n      ")}`);
    }
  }
  console.log("");
}
