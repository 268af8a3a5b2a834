import type { dynamic } from "@pulumi/pulumi";
import { BackupError } from "../core/errors";
import { lifecycleOf } from "../core/lifecycle";
import { definitionOf } from "./definitions";

/** The engine side of one kind, `serveravatar:BackupPlan`: what the string in every stored resource calls. */
function provider(kind: string): dynamic.ResourceProvider {
  const definition = definitionOf(kind);
  if (!definition)
    throw new BackupError(`this version of pulumi-backup-plans does not know ${kind}; upgrade the package`);
  return lifecycleOf(definition);
}

export = provider;
