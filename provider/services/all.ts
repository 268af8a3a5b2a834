import type { Definition } from "../core/kind/definition";

export interface Service {
  kinds: Record<string, Definition<never>>;
  /** The Pulumi types, of whatever provider, that make what this service backs up. */
  instanceTypes: readonly string[];
}

/** Every service; what one needs is not loaded for another. */
const services: Record<string, () => Service> = {
  serveravatar: () => require("./serveravatar/engine"),
  trove: () => require("./trove/engine"),
  dds: () => require("./dds/engine"),
  geminidb: () => require("./geminidb/engine"),
};

/** One kind, `serveravatar:BackupPlan`; nothing where this version does not know it. */
export function definitionOf(kind: string): Definition | undefined {
  const [, type] = kind.split(":") as [string, string];
  const known = serviceOf(kind)?.kinds;
  return known && Object.hasOwn(known, type) ? (known[type] as unknown as Definition) : undefined;
}

/** The service of a kind. */
export function serviceOf(kind: string): Service | undefined {
  const [service] = kind.split(":") as [string, string];
  return Object.hasOwn(services, service) ? services[service]?.() : undefined;
}

export function allServices(): Service[] {
  return Object.values(services).map((load) => load());
}
