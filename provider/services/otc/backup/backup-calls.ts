import * as z from "zod";
import type { Going } from "../../../core/doubt/carry-out";
import type { Endpoint } from "../../../core/http/endpoint";
import type { Common } from "../../../core/kind/definition";
import type { OnlineRule } from "../../../core/kind/online";
import type { Connection, OtcService } from "../access/connection";
import type { BackupList } from "./backup-list";

/** The answer to a creation. */
export interface Made {
  id: string;
  /** The job that makes it, where the service answers one. */
  job?: string | null | undefined;
}

/** The answer of DDS and GeminiDB. */
export const made = z
  .object({ job_id: z.string().nullish(), backup_id: z.string() })
  .transform(({ backup_id: id, job_id: job }): Made => ({ id, job }));

export interface OtcBackup extends Common {
  instanceId: string;
  name?: string;
  description?: string;
  /** Single databases, where the service backs up parts of an instance. */
  databases?: { name: string }[];
}

export interface Job {
  status: string;
  fail_reason?: string | null;
}

/** One list of backups, and how a service queries it. */
export interface BackupLists {
  service: OtcService;
  list: BackupList;
  /** Returns the query of the list: nothing where it has the whole project, otherwise the instance. */
  within(instanceId: string): Record<string, string>;
  /** The query for automated full backups alone. */
  automated: Record<string, string>;
  /** Whether the vendor's page says that the newest comes first. */
  newestFirst: boolean;
}

/** Returns whether one list has all backups of a project. */
export function listsProject({ within }: Pick<BackupLists, "within">): boolean {
  return Object.keys(within("any")).length === 0;
}

/** The calls that differ between the services. */
export interface BackupCalls<A extends OtcBackup> extends BackupLists {
  /** The lists in which a backup can be: those of instances, and in GeminiDB those of tables. */
  kinds: readonly Record<string, string>[];
  delete: Endpoint<unknown, "projectId" | "backupId">;
  create(connection: Connection, args: A, going: Going): Promise<Made>;
  /** Left out where the service answers no job. */
  job?(connection: Connection, id: string): Promise<Job | undefined>;
  /** The online rules that only this service has for a new backup. */
  online?: readonly OnlineRule<A>[];
  /** The usual quota of manual backups in a project, where the vendor states it. */
  usualQuota?: number;
  /** Whether its guide and its API page contradict each other about the case of names. */
  namesMayIgnoreCase?: true;
}
