import { readFile, writeFile } from "node:fs/promises";
import { parse, stringify } from "yaml";

type PlainValue = string | number | boolean | object;

/** Stack configuration by its full key ("serveravatar:token"). */
export type StackConfig = Record<string, PlainValue | { secret: string }>;

/** Merges the plain values into a stack's configuration file, since the command line of 3.150 takes no objects. */
export async function writePlainConfig(file: string, config: StackConfig): Promise<void> {
  const before = parse(await readFile(file, "utf8"));
  const plain = Object.entries(config).filter(([, value]) => !isSecret(value));
  await writeFile(file, stringify({ ...before, config: { ...before.config, ...Object.fromEntries(plain) } }));
}

/** The arguments for `pulumi config set-all` that store the secret values. */
export function secretArguments(config: StackConfig): string[] {
  return Object.entries(config).flatMap(([key, value]) =>
    isSecret(value) ? ["--secret", `${key}=${value.secret}`] : [],
  );
}

function isSecret(value: StackConfig[string]): value is { secret: string } {
  return typeof value === "object" && "secret" in value;
}
