import { chmod, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./root";

/** Makes a folder with the plugin of this repository, as it is built, to be put on PATH. Whoever asks for it removes it. */
export async function pluginFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "plugin-bin-"));
  const executable = join(folder, "pulumi-resource-backup-plans");
  const main = join(ROOT, "dist", "plugin", "main.js");
  await writeFile(executable, `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`);
  await chmod(executable, 0o755);
  return folder;
}
