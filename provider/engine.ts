import type { dynamic } from "@pulumi/pulumi";
import { BackupError } from "./core/ground/errors";
import { lifecycleInProcess } from "./process";
import { dynamicProvider } from "./program/hidden-inputs";

/** Returns the engine side of one kind, `serveravatar:BackupPlan`. The string in every stored resource calls it. */
function provider(kind: string): dynamic.ResourceProvider {
  const lifecycle = lifecycleInProcess(kind);
  if (!lifecycle)
    throw new BackupError(`this version of pulumi-backup-plans does not know ${kind}; upgrade the package`);
  return dynamicProvider(kind, lifecycle);
}

export = provider;
