import { BackupError, ServiceError } from "../../core/ground/errors";
import type { Client } from "../../core/http/client";
import { api, type Row } from "./api";

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
