import { join } from "node:path";
import { runProcess } from "../with/engine/run-process";
import { ROOT } from "../with/root";

/** Packs the plugin as `pulumi plugin install --file` takes it. */
export function packPlugin(tarball: string): Promise<void> {
  return pack(tarball, join(ROOT, "dist", "bin"), "pulumi-resource-backup-plans");
}

/** Packs a file or a folder of `from`. */
export async function pack(tarball: string, from: string, entry: string): Promise<void> {
  const { code, stderr } = await runProcess("tar", ["-czf", tarball, "-C", from, entry]);
  if (code !== 0) throw new Error(`tar: ${stderr}`);
}
