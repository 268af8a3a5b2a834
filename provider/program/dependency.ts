import { createRequire } from "node:module";
import * as pulumi from "@pulumi/pulumi";

const NAME = "pulumi-backup-plans";

/** Set where Pulumi runs a program; a unit test and an inline program run in folders of their own. */
const ENGINE = "PULUMI_NODEJS_ENGINE";

/**
 * Insists that the program itself depends on this package: the provider process loads the engine side from the program's
 * folder. A package manager that keeps a component library's dependencies apart, as pnpm does, does not put them there.
 * @throws RunError with the line that adds it
 */
export function insistOnDependency(resource: string, program = process.cwd()): void {
  if (!process.env[ENGINE]) return;
  try {
    createRequire(`${program}/`).resolve(`${NAME}/provider`);
  } catch {
    throw new pulumi.RunError(
      `${resource}: Pulumi loads ${NAME} from the program's own folder, ${program}, and it is not installed there: add it ` +
        `to the program's dependencies too: pnpm add ${NAME} (or npm install ${NAME}, yarn add ${NAME})`,
    );
  }
}
