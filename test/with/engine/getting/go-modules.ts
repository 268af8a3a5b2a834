import { chmod, copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { EngineSearch } from "../engine";
import { type ProcessResult, runProcess } from "../run-process";
import { withProgress } from "./progress";

const sdk = "github.com/pulumi/pulumi/sdk/v3";
const launchers = ["pulumi-resource-pulumi-nodejs", "pulumi-analyzer-policy"];

/** Whether there is a Go that accepts the pinned modules; Go itself compares its version with go.mod. */
export async function goIsUsable(search: EngineSearch): Promise<boolean> {
  const result = await go(search, "languages", ["list", "-mod=readonly", "-m"]).catch(() => undefined);
  return result?.code === 0;
}

/** Builds the engine and its companions from the modules pinned in `go/` into `folder`/bin. */
export async function buildFromGoModules(search: EngineSearch, folder: string): Promise<void> {
  const bin = join(folder, "bin");
  await mkdir(bin, { recursive: true });
  search.report(`Building Pulumi ${search.version} from its Go modules: 5 to 10 minutes, and only this once.`);
  const host = "languages";
  await build(search, host, `${sdk}/nodejs/cmd/pulumi-language-nodejs`, join(bin, "pulumi-language-nodejs"));
  const dist = join(await folderOfSdk(search, host), "nodejs", "dist");
  for (const name of launchers) {
    await copyFile(join(dist, name), join(bin, name));
    await chmod(join(bin, name), 0o755);
  }
  const engine = `engine-${search.version}`;
  await build(search, engine, "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi", join(bin, "pulumi"));
}

/** Builds a program of one of these modules into a file. */
export async function build(search: EngineSearch, module: string, name: string, output: string): Promise<void> {
  const { version, report } = search;
  const linkerFlags = `-s -w -X ${sdk}/go/common/version.Version=${version}`;
  const args = ["build", "-v", "-mod=readonly", "-trimpath", "-ldflags", linkerFlags, "-o", output, name];
  let downloaded = 0;
  let compiled = 0;
  // With -v Go names, a line each, the modules that it downloads and the packages that it compiles.
  const count = (text: string) => {
    const lines = text.split("\n").filter((line) => line !== "");
    const downloads = lines.filter((line) => line.startsWith("go: downloading")).length;
    downloaded += downloads;
    compiled += lines.length - downloads;
  };
  const result = await withProgress(
    report,
    (seconds) => `Building ${module}: ${seconds} s, ${downloaded} modules downloaded, ${compiled} packages compiled.`,
    () => go(search, module, args, count),
  );
  if (result.code !== 0) throw new Error(`Go could not build ${module}:\n${result.stderr.slice(-2000)}`);
}

/** Where Go keeps the module of Pulumi's SDK that a module of ours wants. */
export async function folderOfSdk(search: EngineSearch, module: string): Promise<string> {
  const { code, stdout, stderr } = await go(search, module, ["list", "-mod=readonly", "-m", "-f", "{{.Dir}}", sdk]);
  if (code !== 0) throw new Error(`Go could not find ${sdk}: ${stderr}`);
  return stdout.trim();
}

function go(
  search: EngineSearch,
  module: string,
  args: string[],
  onOutput?: (text: string) => void,
): Promise<ProcessResult> {
  // Without cgo the result depends on no C compiler; a workspace around the repository is not ours.
  const env = { ...search.env, CGO_ENABLED: "0", GOWORK: "off" };
  return runProcess("go", args, { cwd: join(__dirname, "..", "go", module), env, onOutput });
}
