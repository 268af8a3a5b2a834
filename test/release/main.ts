import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateSdk } from "../languages/languages";
import { languageTools } from "../languages/tools";
import { ROOT } from "../with/root";
import { pack, packPlugin } from "./pack";

const { version } = require("../../package.json");
const RELEASE = join(ROOT, "release");

/** Writes the files of a release that npm does not offer: the plugin for `pulumi plugin install`, its schema and SDKs. */
async function main(): Promise<void> {
  await rm(RELEASE, { recursive: true, force: true });
  await mkdir(RELEASE);
  await packPlugin(tarballOf("pulumi-resource-backup-plans"));
  await copyFile(join(ROOT, "provider", "plugin", "schema.json"), join(RELEASE, "schema.json"));
  const tools = await languageTools();
  if (tools === undefined) return console.error("No Go was found, so the SDKs are not written.");
  for (const language of ["python", "go"]) {
    const folder = await mkdtemp(join(tmpdir(), "sdk-"));
    await generateSdk(tools, language, folder);
    await pack(tarballOf(`backup-plans-sdk-${language}`), folder, ".");
    await rm(folder, { recursive: true });
  }
}

/** Returns the path of a tarball of this version, and prints where it is. */
function tarballOf(name: string): string {
  const file = `${name}-v${version}.tar.gz`;
  console.log(`release/${file}`);
  return join(RELEASE, file);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
