import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { EngineSearch } from "../engine";
import { runProcess } from "../run-process";
import { completeEngine } from "./complete-engine";
import { withProgress } from "./progress";

const timeoutSeconds = 120;

/** Has Pulumi's own installer put the engine into `folder`; false when it can't, mostly for want of a network. */
export async function installOfficially(search: EngineSearch, folder: string): Promise<boolean> {
  const { version, env, report } = search;
  await mkdir(folder, { recursive: true });
  report(`Downloading Pulumi ${version} with the official installer (once, at most ${timeoutSeconds} s).`);
  // In a process of its own, since the Automation API's installer can't be stopped.
  const script = join(__dirname, "run-official-installer.ts");
  const args = ["-r", require.resolve("ts-node/register/transpile-only"), script, folder, version];
  const result = await withProgress(
    report,
    (seconds) => `Still downloading, ${seconds} s.`,
    () => runProcess(process.execPath, args, { cwd: __dirname, env, timeoutSeconds }),
  ).catch((error: Error) => ({ code: 1, stderr: error.message }));
  const installed = result.code === 0 && completeEngine(join(folder, "bin")) !== undefined;
  if (!installed) report(`The official installer did not succeed: ${firstLine(result.stderr) ?? "no engine there"}`);
  return installed;
}

function firstLine(text: string): string | undefined {
  return text.split("\n").find((line) => line.trim() !== "");
}
