import type { Definition } from "../core/definition";

type Kinds = Record<string, Definition<never>>;

/** Every service; what one needs is not loaded for another. */
const services: Record<string, () => { kinds: Kinds }> = {
  serveravatar: () => require("./serveravatar/engine"),
  trove: () => require("./trove/engine"),
  dds: () => require("./dds/engine"),
  geminidb: () => require("./geminidb/engine"),
};

/** One kind, `serveravatar:BackupPlan`; nothing where this version does not know it. */
export function definitionOf(kind: string): Definition | undefined {
  const [service, type] = kind.split(":") as [string, string];
  const known = Object.hasOwn(services, service) ? services[service]?.().kinds : undefined;
  return known && Object.hasOwn(known, type) ? (known[type] as unknown as Definition) : undefined;
}
