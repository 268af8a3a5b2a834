import { shopBackup, shopPlan } from "../../kinds/example-shop";
import type { Declaration, Options } from "../programs/declaration";

type Args = Record<string, unknown>;

/** A valid plan: the files and the database of an application, every day, kept for a year. */
export const daily: Args = { ...shopPlan };

export function plan(changes: Args = {}, options?: Options, name = "nightly"): Declaration {
  return { kind: "serveravatar:BackupPlan", name, args: { ...daily, ...changes }, options };
}

export function instant(changes: Args = {}, options?: Options, name = "before-upgrade"): Declaration {
  return { kind: "serveravatar:Backup", name, args: { ...shopBackup, ...changes }, options };
}
