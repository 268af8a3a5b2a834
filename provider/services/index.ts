import type { dynamic } from "@pulumi/pulumi";
import type { Definition } from "../core/definition";
import { BackupError } from "../core/errors";
import { lifecycleOf } from "../core/lifecycle";

type Kinds = Record<string, Definition<never>>;

/** Every service; what one needs is not loaded for another. */
const services: Record<string, () => { kinds: Kinds }> = {
  serveravatar: () => require("./serveravatar/engine"),
  trove: () => require("./trove/engine"),
  dds: () => require("./dds/engine"),
  geminidb: () => require("./geminidb/engine"),
};

/** The engine side of one kind, `serveravatar:BackupPlan`: what the string in every stored resource calls. */
function provider(kind: string): dynamic.ResourceProvider {
  const [service, type] = kind.split(":") as [string, string];
  const definition = services[service]?.().kinds[type];
  if (!definition)
    throw new BackupError(`this version of pulumi-backup-plans does not know ${kind}; upgrade the package`);
  return lifecycleOf(definition as unknown as Definition);
}

export = provider;
