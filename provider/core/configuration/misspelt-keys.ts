import { nearMiss } from "../ground/near-miss";
import type { Settings } from "./settings";

const NAMESPACE = "backup-plans";

/** The keys that the class `Provider` writes. */
const WRITTEN = "provider";

/** The most wrong letters of a misspelt key in a namespace that other programs use, too. */
const SLIP = 2;

/** The most letters of a namespace that those of others may be like by chance. */
const SHORT = 4;

/** Returns a failure for each key in the namespace `backup-plans` that nothing reads. */
export function unknownKeys(settings: Settings): string[] {
  const known = settings.ownKeys;
  const found = namesIn(settings, NAMESPACE).filter((name) => !known.includes(name) && name !== WRITTEN);
  // A project of that name keeps its own keys in this namespace, too.
  const isShared = settings.project === NAMESPACE;
  const nested = Object.entries(settings.account).flatMap(([namespace, keys]) => {
    const names = Object.keys(keys).flatMap((key) => [key, `${key}Env`]);
    const others = Object.keys(settings.accountObject(namespace) ?? {}).filter((name) => !names.includes(name));
    return others.map((name) => {
      const near = nearMiss(name, names);
      const meant = near === undefined ? `its keys are ${names.join(", ")}` : `did you mean ${near}?`;
      return `unknown key ${settings.named(`${namespace}:${name}`)}; ${meant}`;
    });
  });
  const own = found.flatMap((name) => {
    const near = nearMiss(name, known, isShared ? SLIP : undefined);
    const meant = dottedKey(settings, name) ?? (near && `did you mean ${NAMESPACE}:${near}?`);
    if (meant === undefined && isShared) return [];
    return [
      `unknown key ${NAMESPACE}:${name}; ${meant ?? `the keys are ${known.join(", ")}`} (pulumi config rm ${NAMESPACE}:${name} removes it)`,
    ];
  });
  return [...own, ...nested];
}

/** Returns a warning for each key that is probably ours in a misspelt namespace, where nobody reads it: `backupPlans:online`. */
export function misspeltNamespaces(settings: Settings): string[] {
  const accounts = Object.entries(settings.account).map(([namespace, keys]) => [namespace, Object.keys(keys)] as const);
  const known = new Map<string, readonly string[]>([[NAMESPACE, settings.ownKeys], ...accounts]);
  const long = [...known.keys()].filter((namespace) => namespace.length > SHORT);
  return settings.keys.flatMap((key) => {
    const namespace = namespaceOf(key);
    if (known.has(namespace) || namespace === settings.project) return [];
    const meant = nearMiss(namespace.replace(/^pulumi-/, ""), long, SLIP);
    const near = meant && nearMiss(nameOf(key), known.get(meant)!, SLIP);
    return near ? [`unknown key ${key}, which nothing reads; did you mean ${meant}:${near}?`] : [];
  });
}

/** Returns the command for a key of an account that was set without `--path`, which makes the dot a part of its name. */
function dottedKey({ account }: Settings, name: string): string | undefined {
  const [namespace = "", key = ""] = name.split(".");
  const keys = account[namespace];
  const meant = keys && nearMiss(key, Object.keys(keys));
  return meant && `an account's key needs --path: pulumi config set --path ${NAMESPACE}:${namespace}.${meant}`;
}

/** Returns a warning for each probably misspelt key in a service's namespace: `tokn` for `token`. */
export function probableSlips(settings: Settings, keys: readonly string[]): string[] {
  const known = settings.provider === undefined ? keys : [...keys, ...keys.map((key) => `${key}Env`)];
  const namespaces = new Set(known.map(namespaceOf));
  return [...namespaces].flatMap((namespace) => {
    const names = known.filter((key) => namespaceOf(key) === namespace).map(nameOf);
    const others = namesIn(settings, namespace).filter((name) => !names.includes(name));
    return others.flatMap((name) => {
      const near = nearMiss(name, names, SLIP);
      return near === undefined
        ? []
        : [`unknown key ${namespace}:${name}, which nothing reads; did you mean ${namespace}:${near}?`];
    });
  });
}

function namesIn(settings: Settings, namespace: string): string[] {
  return settings.keys.filter((key) => namespaceOf(key) === namespace).map(nameOf);
}

function namespaceOf(key: string): string {
  return key.slice(0, key.indexOf(":"));
}

function nameOf(key: string): string {
  return key.slice(key.indexOf(":") + 1);
}
