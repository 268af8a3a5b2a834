import type { Store as TroveStore } from "../trove/store";

export interface Schedule {
  readonly id: string;
  readonly projectId: string;
  source: { id: string; type: "instance" | "ha" };
  day_of_week: number;
  hour: number;
  minute: number;
  /** Nothing where none was given: two are kept. */
  full_backup_retention: number | null;
  readonly copy_to: readonly string[] | undefined;
  readonly createdAt: number;
  updatedAt: number;
  lastRunAt: number | undefined;
  nextRunAt: number;
}

export interface Store extends TroveStore {
  readonly schedules: Map<string, Schedule>;
  /** The HA groups of each account. */
  readonly haGroups: ReadonlyMap<string, readonly string[]>;
}
