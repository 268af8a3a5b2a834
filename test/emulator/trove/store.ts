import type { LeakyBucket } from "./limits/leaky-bucket";

export type Status = "NEW" | "BUILDING" | "COMPLETED" | "FAILED" | "RESTORED" | "DELETE_FAILED";

export interface Instance {
  readonly id: string;
  readonly name: string;
  /** The OpenStack project and the Rackspace account that see it. */
  readonly projectIds: readonly string[];
  /** Nova's word, as the refusals quote it. */
  readonly serverStatus: "ACTIVE" | "BUILD" | "SHUTOFF";
  readonly createdAt: number;
  /** The reason why its last task failed. */
  fault?: { readonly message: string; readonly createdAt: number };
}

export interface Backup {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly projectId: string;
  /** Null for one that was registered with `restore_from`. */
  readonly instanceId: string | null;
  readonly parentId: string | null;
  readonly container: string | null;
  readonly storageDriver: string;
  readonly isIncremental: boolean;
  readonly isAutomated: boolean;
  readonly createdAt: number;
  updatedAt: number;
  status: Status;
  size: number | null;
  location: string | null;
}

export interface Strategy {
  readonly project_id: string;
  /** Empty: for the whole project. */
  readonly instance_id: string;
  readonly backend: "swift";
  swift_container: string;
}

export interface Store {
  readonly instances: ReadonlyMap<string, Instance>;
  readonly backups: Map<string, Backup>;
  readonly strategies: Strategy[];
  /** The number of backups of each project, as Trove counts it: a deletion frees its place when it is accepted, a second one once more. */
  readonly used: Map<string, number>;
  /** By project and verb. */
  readonly buckets: Map<string, LeakyBucket>;
  /** Stored objects whose deletion failed. */
  readonly leftObjects: string[];
}

export const isRunning = ({ status }: Backup): boolean => status === "NEW" || status === "BUILDING";

/** Newest change first. */
export function backupsOf(store: Store, isMeant: (backup: Backup) => boolean): Backup[] {
  return [...store.backups.values()].filter(isMeant).sort((a, b) => b.updatedAt - a.updatedAt);
}
