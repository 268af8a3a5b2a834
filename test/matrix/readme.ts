import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { installBy } from "./install";

const README = join(__dirname, "..", "..", "README.md");
const INSTALL = /^ {4}(npm install )\S*pulumi-backup-plans-\S+\.tgz(.*)$/m;
const PROJECT = /^ {4}echo '([^']+)' > Pulumi\.yaml$/m;

/** Nothing but what README tells somebody who has no program yet. */
export async function setUpByReadme(
  folder: string,
  tarball: string,
  program: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const readme = await readFile(README, "utf8");
  const [, project] = PROJECT.exec(readme) ?? [];
  const [, install, others] = INSTALL.exec(readme) ?? [];
  if (project === undefined || install === undefined) throw new Error("README.md has no lines that set up a program");
  await writeFile(join(folder, "Pulumi.yaml"), project);
  await writeFile(join(folder, "index.ts"), program);
  await installBy(`${install}${tarball}${others}`, folder, env);
}
