import type { Dialect } from "./dialect";

export interface Policy {
  /** 0 is off; then nothing else is kept. */
  readonly keepDays: number;
  /** "hh:mm-HH:MM", UTC. */
  readonly startTime: string;
  /** 1 to 7, sorted. */
  readonly period: readonly number[];
}

export interface Instance {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly mode: string;
  readonly version: string;
  /** Its engine, where a service has several. */
  readonly datastore?: string;
  policy: Policy;
  /** The backup that is being made of it. */
  running: Backup | undefined;
  /** Takes the next automated backup off the clock. */
  cancelNext: () => void;
}

export interface DatabaseTable {
  readonly database_name: string;
  readonly table_names?: readonly string[] | null;
}

export interface Backup {
  readonly id: string;
  readonly instance: Instance;
  readonly name: string;
  readonly description: string;
  readonly type: "Auto" | "Manual";
  /** The single databases (RDS) or tables (GeminiDB) of a backup; empty when it is of the whole instance. */
  readonly databaseTables: readonly DatabaseTable[];
  readonly beginTime: number;
  endTime: number | undefined;
  state: "building" | "completed" | "failed";
  isDeleting: boolean;
  /** KB */
  size: number;
}

export interface Job {
  readonly id: string;
  readonly name: string;
  readonly instance: Instance;
  readonly createdAt: number;
  /** When it will be over, by the settings of its start. */
  readonly dueAt: number;
  readonly visibleAt: number;
  endedAt: number | undefined;
  status: "Running" | "Completed" | "Failed";
  failReason: string | undefined;
}

export interface Store {
  readonly dialect: Dialect;
  readonly instances: readonly Instance[];
  /** Oldest first. */
  readonly backups: Map<string, Backup>;
  readonly jobs: Map<string, Job>;
}
