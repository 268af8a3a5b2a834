import { spawnSync } from "node:child_process";
import * as z from "zod";
import { parsedJson } from "../../core/configuration/nested";

/** The configuration as Pulumi's host hands it to a provider. */
export interface Config {
  get(key: string): string | undefined;
  readonly rawConfig: Readonly<Record<string, string>>;
}

const form = z.record(z.string(), z.object({ value: z.string().nullish() }));

/** Pulumi's messages where there is no stack. Then the environment is the configuration. */
const NO_STACK = /no Pulumi\.yaml project file found|no stack selected|no current stack/i;

/** Returns the configuration of a stack, the current one unless it is named; without a stack it is empty. */
export function configuration(stack: string | undefined): Config {
  const args = [
    "config",
    "--json",
    "--show-secrets",
    "--non-interactive",
    ...(stack === undefined ? [] : ["--stack", stack]),
  ];
  const { status, stdout, stderr, error } = spawnSync("pulumi", args, { encoding: "utf8" });
  const isAbsent =
    stack === undefined && ((error as NodeJS.ErrnoException)?.code === "ENOENT" || NO_STACK.test(stderr ?? ""));
  if (isAbsent) {
    console.error("no current stack of Pulumi: the account is that of the environment; --stack names another one");
    return configOf({});
  }
  const why = error?.message ?? (stderr.trim() || `exit code ${status}`);
  if (error || status !== 0) {
    throw new Error(
      `pulumi ${args.join(" ")} failed: ${why}. Correct the stack, or run this in a folder without a project`,
    );
  }
  return configOf(valuesIn(stdout));
}

/** Returns the values by their keys. A text that cannot be read is not shown, as it may hold secrets. */
function valuesIn(text: string): Record<string, string> {
  const { data } = form.safeParse(parsedJson(text));
  if (!data)
    throw new Error("pulumi config --json wrote no configuration that this version can read; upgrade the package");
  return Object.fromEntries(Object.entries(data).flatMap(([key, { value }]) => (value == null ? [] : [[key, value]])));
}

function configOf(rawConfig: Record<string, string>): Config {
  return { rawConfig, get: (key) => (Object.hasOwn(rawConfig, key) ? rawConfig[key] : undefined) };
}
