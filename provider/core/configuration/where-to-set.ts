import type { AccountKey } from "./account";
import type { Settings } from "./settings";

/** Returns words for where a missing key can be written. */
export function whereToSet(settings: Settings, key: string, { variables = [], isOpen }: AccountKey): string {
  const { provider } = settings;
  const [service, name] = key.split(":") as [string, string];
  const variable = settings.variableFor(key);
  const notSet = `names the environment variable ${variable}, which is not set`;
  if (provider && variable) return `${name}Env of the explicit provider "${provider}" ${notSet}`;
  if (provider) return `write ${service}: { ${name}: … } (or ${name}Env) in the explicit provider "${provider}"`;
  if (variable) return `backup-plans:secretsFromEnv ${notSet}`;
  const environment = variables.length > 0 ? ` or set the environment variable ${variables.join(" or ")}` : "";
  return `run: pulumi config set ${argumentsToSet(settings, key, !isOpen)}${environment}`;
}

/** Returns the arguments of `pulumi config set` for a key. */
export function argumentsToSet(settings: Settings, key: string, isSecret: boolean): string {
  const name = settings.named(key);
  return `${name === key ? "" : "--path "}${isSecret ? "--secret " : ""}${name}`;
}
