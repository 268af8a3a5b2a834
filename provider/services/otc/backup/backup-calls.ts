import { z } from "zod";
import type { Going } from "../../../core/doubt/carry-out";
import type { Endpoint } from "../../../core/http/endpoint";
import type { Common } from "../../../core/kind/definition";
import type { OnlineRule } from "../../../core/kind/online";
import type { Connection, OtcService } from "../access/connection";
import type { BackupList } from "./backup-list";

/** The answer to a creation. */
export interface Made {
  id: string;
  /** The job that makes it, where the service tells that. */
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

/** How a service lists backups. */
export interface BackupLists {
  service: OtcService;
  list: BackupList;
  /** The query that limits a list: none where the service lists a whole project, else the instance. */
  within(instanceId: string): Record<string, string>;
  /** The query that limits a list to automated full backups. */
  automated: Record<string, string>;
  /** Whether a page says that the newest comes first. */
  newestFirst: boolean;
}

/** Whether one list has all backups of a project. */
export function listsProject({ within }: Pick<BackupLists, "within">): boolean {
  return Object.keys(within("any")).length === 0;
}

/** The calls in which the backups of the services differ. */
export interface BackupCalls<A extends OtcBackup> extends BackupLists {
  /** The lists that a backup can be in: instances, and with GeminiDB tables. */
  kinds: readonly Record<string, string>[];
  delete: Endpoint<unknown, "projectId" | "backupId">;
  create(connection: Connection, args: A, going: Going): Promise<Made>;
  /** Nothing where the service tells no job. */
  job?(connection: Connection, id: string): Promise<Job | undefined>;
  /** The rules that only this service can decide about a backup that is about to be made. */
  online?: readonly OnlineRule<A>[];
  /** How many manual backups a project may have unless that was raised, where the vendor says so. */
  usualQuota?: number;
  /** Whether its guide says that names are compared without case, and its API page that they are not. */
  namesMayIgnoreCase?: true;
}
