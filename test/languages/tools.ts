import { chmod, copyFile, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { EngineSearch } from "../with/engine/engine";
import { cacheFolder } from "../with/engine/getting/cache";
import { findExecutable } from "../with/engine/getting/executable";
import { build, folderOfSdk, goIsUsable } from "../with/engine/getting/go-modules";

const SDK = "github.com/pulumi/pulumi/sdk/v3";

/** The programs that are built, by the module of `test/with/engine/go` that has them. */
const BUILT = {
  "language-yaml": {
    "pulumi-language-yaml": "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml",
  },
  "engine-3.250.0": { "generate-sdk": "engine/generate-sdk" },
  languages: {
    "pulumi-language-python": `${SDK}/python/cmd/pulumi-language-python`,
    "pulumi-language-go": `${SDK}/go/pulumi-language-go`,
  },
};

/** Beside the host of Python stands the script that it runs. */
const SCRIPT = "pulumi-language-python-exec";

/** The folder of the language hosts and of `generate-sdk`; they are built once. Nothing where the machine has no Go. */
export async function languageTools(): Promise<string | undefined> {
  const report = (line: string) => console.error(line);
  const search: EngineSearch = { version: "3.250.0", env: process.env, report };
  const folder = join(cacheFolder(process.env), `languages-${process.platform}-${process.arch}`);
  if (findExecutable(SCRIPT, [folder])) return folder;
  if (!(await goIsUsable(search))) return undefined;
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  for (const [module, programs] of Object.entries(BUILT)) {
    for (const [name, source] of Object.entries(programs)) await build(search, module, source, join(partial, name));
  }
  await copyFile(join(await folderOfSdk(search, "languages"), "python", "cmd", SCRIPT), join(partial, SCRIPT));
  await chmod(join(partial, SCRIPT), 0o755);
  await rename(partial, folder);
  return folder;
}
