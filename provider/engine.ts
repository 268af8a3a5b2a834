import type { dynamic } from "@pulumi/pulumi";
import { BackupError } from "./core/ground/errors";
import { endWithEngine } from "./core/run/end-with-engine";
import { engineAddress, PulumiEngine } from "./core/run/pulumi-engine";
import { Run } from "./core/run/run";
import { lifecycleOf } from "./host/lifecycle";
import { dynamicProvider } from "./program/hidden-inputs";
import { services } from "./services/services";

/** One for the process. */
const run = new Run(new PulumiEngine(engineAddress));

endWithEngine(run.engine);

/** The engine side of one kind, `serveravatar:BackupPlan`: what the string in every stored resource calls. */
function provider(kind: string): dynamic.ResourceProvider {
  const definition = services.definitionOf(kind);
  if (!definition)
    throw new BackupError(`this version of pulumi-backup-plans does not know ${kind}; upgrade the package`);
  return dynamicProvider(kind, lifecycleOf(definition, run, services));
}

export = provider;
