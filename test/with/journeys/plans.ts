import { shopPlan } from "../../kinds/example-shop";
import type { Declaration, Options } from "../programs/declaration";

type Args = Record<string, unknown>;

/** A valid plan: the files and the database of an application, every day, kept for a year. */
export const daily: Args = { ...shopPlan };

/** The same, once. */
export const once: Args = without(daily, "automaticBackup", "schedule");

export function plan(changes: Args = {}, options?: Options, name = "nightly"): Declaration {
  return { kind: "serveravatar:BackupPlan", name, args: { ...daily, ...changes }, options };
}

export function instant(changes: Args = {}, options?: Options, name = "before-upgrade"): Declaration {
  return { kind: "serveravatar:Backup", name, args: { ...once, ...changes }, options };
}

export function without(args: Args, ...names: string[]): Args {
  return Object.fromEntries(Object.entries(args).filter(([name]) => !names.includes(name)));
}
