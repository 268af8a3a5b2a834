import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { commandsAt } from "../docs/markdown";
import { FIRST_PLAN } from "../docs/reader";
import { installBy } from "./install";

/** Nothing but what README tells somebody who has no program yet. */
export async function setUpByReadme(
  folder: string,
  tarball: string,
  program: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const commands = commandsAt(FIRST_PLAN);
  const [, project] = /^echo '([^']+)' > Pulumi\.yaml$/m.exec(commands) ?? [];
  const [, install, others] = /^(npm install )\S*pulumi-backup-plans-\S+\.tgz(.*)$/m.exec(commands) ?? [];
  if (project === undefined || install === undefined) throw new Error("README.md has no lines that set up a program");
  await writeFile(join(folder, "Pulumi.yaml"), project);
  await writeFile(join(folder, "index.ts"), program);
  await installBy(`${install}${tarball}${others}`, folder, env);
}
