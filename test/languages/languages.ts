import { join } from "node:path";
import type { EngineVersion } from "../with/engine/engine";
import { runProcess } from "../with/engine/run-process";
import { ROOT } from "../with/root";

/** The engines that each program runs on. */
export const ENGINES: readonly EngineVersion[] = ["3.250.0", "3.150.0"];

/** A program that uses the plugin, in one language. */
interface Language {
  /** The file that has the plan. */
  readonly file: string;
  /** How it writes the plan's retention, a shorter one, and one that is agreed to. */
  readonly long: string;
  readonly shorter: string;
  readonly agreed: string;
  /** Gets from registries what the language needs; fails where the machine cannot. */
  fetch?(folder: string): Promise<void>;
  /** Gives the program the SDK in its folder `sdks/backup-plans`, as `pulumi package add` does. */
  link?(folder: string): Promise<void>;
  /** The folder of the project that comes first on PATH. */
  readonly path?: string;
}

/** Where `pulumi package add` writes an SDK. */
const SDK = "./sdks/backup-plans";

const python = (folder: string) => join(folder, "venv", "bin", "python");

/** By the folders of the examples. */
export const LANGUAGES: Readonly<Record<string, Language>> = {
  yaml: {
    file: "Pulumi.yaml",
    long: "retentionPeriod: 12 Months",
    shorter: "retentionPeriod: 1 Month",
    agreed: "retentionPeriod: 1 Month\n      allow: { shorter-retention: 1 Month }",
  },
  typescript: {
    file: "index.ts",
    long: 'retentionPeriod: "12 Months"',
    shorter: 'retentionPeriod: "1 Month"',
    agreed: 'retentionPeriod: "1 Month", allow: { "shorter-retention": "1 Month" }',
  },
  python: {
    file: "__main__.py",
    long: 'retention_period="12 Months"',
    shorter: 'retention_period="1 Month"',
    agreed: 'retention_period="1 Month", allow={"shorter-retention": "1 Month"}',
    path: "venv/bin",
    fetch: async (folder) => {
      await run(folder, "python3", "-m", "venv", "venv");
      await run(
        folder,
        python(folder),
        "-m",
        "pip",
        "install",
        "--quiet",
        "-r",
        "requirements.txt",
        "setuptools",
        "wheel",
      );
    },
    link: (folder) => run(folder, python(folder), "-m", "pip", "install", "--quiet", "--no-build-isolation", SDK),
  },
  go: {
    file: "main.go",
    long: "serveravatar.BackupPlanRetentionPeriodMonths12",
    shorter: "serveravatar.BackupPlanRetentionPeriodMonth1",
    agreed:
      'serveravatar.BackupPlanRetentionPeriodMonth1,\nAllow: pulumi.StringMap{"shorter-retention": pulumi.String("1 Month")}',
    fetch: (folder) => run(folder, "go", "mod", "download"),
    link: async (folder) => {
      await run(folder, "go", "mod", "edit", `-replace=example.com/pulumi-backup-plans/sdk/go=${SDK}`);
      await run(folder, "go", "mod", "tidy");
    },
  },
};

/** Writes the SDK of a language from the schema, with `generate-sdk` of this folder. */
export async function generateSdk(tools: string, language: string, to: string): Promise<void> {
  await run(ROOT, join(tools, "generate-sdk"), join(ROOT, "provider", "plugin", "schema.json"), language, to);
}

async function run(cwd: string, command: string, ...args: string[]): Promise<void> {
  const env = { ...process.env, GOWORK: "off" };
  const { code, stdout, stderr } = await runProcess(command, args, { cwd, env, timeoutSeconds: 300 });
  if (code !== 0) throw new Error(`${command} ${args.join(" ")}: ${stdout}${stderr}`);
}
