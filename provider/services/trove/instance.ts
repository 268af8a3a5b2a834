import { BackupError } from "../../core/ground/errors";
import type { Client } from "../../core/http/client";
import type { Context } from "../../core/kind/context";
import type { Row } from "../databases/api";
import { oneInstance } from "../databases/instances";
import { connect } from "./connection";
import type { Backup } from "./schema";

/** Returns why a backup failed. By Trove's guide on backups, "Troubleshooting", the instance tells that for its last backup. */
export async function faultOf(client: Client, { id, instance_id: instance }: Row): Promise<string | undefined> {
  if (!instance) return undefined;
  try {
    const message = (await oneInstance(client, instance))?.fault?.message;
    return message?.includes(id) ? message : undefined;
  } catch (error) {
    // The failure itself is known and must be reported, with or without its reason.
    if (error instanceof BackupError) return undefined;
    throw error;
  }
}

/** Returns whether the project has the instance of a backup. */
export async function hasInstance(context: Context, { instance }: Backup): Promise<boolean> {
  return (await oneInstance(await connect(context), instance)) !== undefined;
}
