import type { Config } from "../core/configuration/nested";
import type { Call } from "../core/kind/call";
import type { Outputs } from "../core/kind/definition";
import { kindOfType } from "../program/types";

/** Returns the kind in a URN. The type in a URN begins with the types of its parents, separated by `$`. */
export function kindOfUrn(urn: string): string {
  const type = typeOfUrn(urn);
  return kindOfType(type) ?? type;
}

/** Returns the call of a request. `seconds` is 0 where the program gives no time. */
export function callOf(urn: string, secrets: readonly string[], config: Config | undefined, seconds = 0): Call {
  const owner = urn.slice("urn:pulumi:".length).replace(`${typeOfUrn(urn)}::`, "::");
  return { urn, owner, secrets: new Set(secrets), config, timeout: seconds > 0 ? `${seconds}s` : undefined };
}

function typeOfUrn(urn: string): string {
  const [, , types = ""] = urn.split("::");
  return types.slice(types.lastIndexOf("$") + 1);
}

/** Returns the configuration of one provider of the engine, which has the keys of our namespace alone. */
export function configOf(args: Outputs, project: string | undefined): Config {
  const rawConfig = Object.fromEntries(Object.entries(args).map(([key, value]) => [`backup-plans:${key}`, value]));
  const found = { rawConfig, projectName: project, showsOwnNamespaceAlone: true } as const;
  return { ...found, get: (key: string) => rawConfig[key] as string | undefined };
}
