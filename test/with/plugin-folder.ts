import { mkdtemp, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./root";

/** Makes a folder with the plugin of this repository, as it is built, to be put on PATH. Whoever asks for it removes it. */
export async function pluginFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "plugin-bin-"));
  const name = "pulumi-resource-backup-plans";
  await symlink(join(ROOT, "dist", "bin", name), join(folder, name));
  return folder;
}
