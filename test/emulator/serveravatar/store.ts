/** Rows are stored as they are on the wire, field by field. */
export interface Organization {
  readonly id: number;
  readonly name: string;
  readonly created_at: string;
}

export interface Server {
  readonly id: number;
  readonly organization_id: number;
  readonly name: string;
  readonly ip: string;
  readonly deleted_at: string | null;
}

export interface Application {
  readonly id: number;
  readonly server_id: number;
  readonly system_user_id: number;
  readonly name: string;
  readonly primary_domain: string;
}

export interface Database {
  readonly id: number;
  readonly server_id: number;
  readonly name: string;
}

export interface StorageProvider {
  readonly id: number;
  readonly organization_id: number;
  readonly name: string;
  readonly provider: string;
  readonly email: string;
}

/** The body of a create or an update, checked and in one form. */
export interface PlanFields {
  automatic_backup: boolean;
  provider: string;
  cloud_storage_provider_id: number;
  type: string;
  application_id: number;
  database_id: number | null;
  schedule: string | null;
  retention_period: string | null;
  start_backup_from_now: boolean;
  start_backup: string | null;
  application_extension: string | null;
  database_extension: string | null;
}

/** The vendor's "backup configuration". An instant backup has one too: its row names it. */
export interface Plan extends PlanFields {
  readonly id: number;
  readonly organization_id: number;
  readonly server_id: number;
  readonly name: string | null;
  /** An instant backup's configuration is no schedule, and can't become one. */
  readonly instant: boolean;
  next_backup_at: string | null;
  readonly created_at: string;
  updated_at: string;
}

export interface Run {
  readonly id: number;
  readonly plan: Plan;
  readonly application_id: number | null;
  readonly database_id: number | null;
  readonly provider: string;
  readonly cloud_storage_provider_id: number;
  readonly application_extension: string | null;
  readonly database_extension: string | null;
  readonly retention_period: string | null;
  readonly backup_hash: string;
  state: "running" | "completed" | "failed";
  price: number;
  application_size: number;
  database_size: number;
  expires_at: string | null;
  readonly created_at: string;
  updated_at: string;
}

export interface Restore {
  readonly backup_id: number;
  readonly server_id: number;
  readonly started_at: string;
  done: boolean;
}

export interface Store {
  /** The organization that a token may see. */
  readonly tokens: Map<string, number>;
  readonly organizations: Map<number, Organization>;
  readonly servers: Map<number, Server>;
  readonly applications: Map<number, Application>;
  readonly databases: Map<number, Database>;
  readonly storageProviders: Map<number, StorageProvider>;
  readonly plans: Map<number, Plan>;
  /** In the order in which they started. */
  readonly runs: Map<number, Run>;
  readonly restores: Restore[];
  readonly archive: ReadonlyMap<number, readonly Record<string, unknown>[]>;
  /** Takes a plan's next run off the clock. */
  readonly cancelNext: Map<number, () => void>;
  /** Plan ids and run ids are far apart, so that taking one for the other finds nothing. */
  nextPlanId: number;
  nextRunId: number;
}
