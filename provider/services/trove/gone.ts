import { BackupError, ServiceError } from "../../core/ground/errors";
import type { Client } from "../../core/http/client";
import type { Context } from "../../core/kind/context";
import { api, type Instance, type Row } from "./api";
import { connect } from "./connection";
import type { Backup } from "./schema";

/** Gone only when Trove itself says so: a gateway's 404 has another body. */
export async function unlessGone<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isTroves(error)) return undefined;
    throw error;
  }
}

/** A 404 of Trove's own. */
function isTroves(error: unknown): boolean {
  if (!(error instanceof ServiceError) || error.status !== 404) return false;
  return typeof error.body === "object" && error.body !== null && "itemNotFound" in error.body;
}

/** Trove's guide on backups, "Troubleshooting": the instance tells why its last backup failed, by the backup's id. */
export async function faultOf(client: Client, { id, instance_id: instance }: Row): Promise<string | undefined> {
  if (!instance) return undefined;
  try {
    const { fault } = (await client.call(api.instance, { path: { instance } })).instance;
    return fault?.message?.includes(id) ? fault.message : undefined;
  } catch (error) {
    // That it failed is known, and must be told.
    if (error instanceof BackupError) return undefined;
    throw error;
  }
}

/** An instance by its id; nothing where Trove says that the project has none of it. */
export function oneInstance(client: Client, instance: string): Promise<Instance | undefined> {
  return unlessGone(async () => (await client.call(api.instance, { path: { instance } })).instance);
}

/** Whether the project has the instance of a backup. */
export async function hasInstance(context: Context, { instance }: Backup): Promise<boolean> {
  return (await oneInstance(await connect(context), instance)) !== undefined;
}
