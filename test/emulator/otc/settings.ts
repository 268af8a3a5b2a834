import { z } from "zod";
import type { World } from "../core/service";
import { commonSettings } from "../core/settings";
import type { ErrorCode } from "./errors";
import type { Store } from "./store";

export type Flavour = "otc" | "huawei";

const busyCodes = [
  "DBS.200019",
  "DBS.200011",
  "DBS.200018",
  "DBS.200047",
  "DBS.200076",
  "DBS.200086",
  "DBS.201000",
  "DBS.201014",
  "DBS.201015",
  "DBS.201202",
  "DBS.201205",
  "DBS.212006",
] as const;

const times = z.int().min(0).default(0);

const failNext = z
  .strictObject({
    /** Backups that end FAILED; their job ends Failed with `failReason`. */
    backup: times,
    /** Deletions whose job ends Failed: the backup stays. */
    deletion: times,
    /** Creations refused as on a busy instance. */
    busy: times,
    /** Creations answered 500 DBS.280005, not processed. */
    create: times,
    /** Creations, deletions and policies answered DBS.200998 "The system is busy", not processed. */
    systemBusy: times,
    /** Deletions answered 400 DBS.201319: a restoration uses the backup. */
    restoring: times,
    /** Questions for a job answered 400 DBS.200543 although it is there. */
    unknownJob: times,
  })
  .prefault({});

const own = {
  failNext,
  /** Whose rules hold where Open Telekom Cloud and Huawei Cloud differ. */
  flavour: z.enum(["otc", "huawei"]).default("otc"),
  /** "After a job is generated, it takes several seconds to query the job ID." */
  jobVisibleAfterSeconds: z.number().min(0).default(0.05),
  /** How long a deletion takes. */
  deleteSeconds: z.number().min(0).default(0.1),
  /** Not documented: whether the job of a deletion can ever be queried; DDS does not list it among those that can. */
  deletionJobsVisible: z.boolean().default(true),
  failReason: z.string().default("Failed to upload the backup file."),
  /** How a busy instance is refused; status null is the one of the code. */
  busyCode: z.enum(busyCodes).default("DBS.200019"),
  busyStatus: z.int().min(400).max(599).nullable().default(null),
  /** Instances that something else keeps busy: id to the action shown, such as "REBOOT". */
  busyInstances: z.record(z.string(), z.string()).default({}),
  /** Instances whose status is not "normal": id to status. No backup can be made then. */
  instanceStatus: z.record(z.string(), z.string()).default({}),
  /** Not documented: what the list answers to a `backup_id` that is not there. */
  unknownBackupInList: z.enum(["empty", "refused"]).default("empty"),
  /** Who refuses a missing or invalid token: the gateway (401 APIGW.0301) or the service (DBS.280056). */
  unauthorizedBy: z.enum(["gateway", "service"]).default("gateway"),
  /** Who refuses one request too many: the service (429 DBS.280443) or the gateway (429 APIGW.0308). */
  throttledBy: z.enum(["service", "gateway"]).default("service"),
  /** No `Retry-After` is documented for 429. */
  retryAfter: z.boolean().default(true),
  /** Whether policies make backups when their time comes, which then expire by `keep_days`. */
  automaticBackups: z.boolean().default(false),
  /** When a shorter keep_days counts for the automated backups that exist: GeminiDB's guide says at once, DDS' also the opposite. */
  shorterRetention: z.enum(["at once", "later"]).default("at once"),
  /** "This parameter is not transferred if the automated backup policy is disabled": refuse one that is, or ignore it. */
  strictWhenOff: z.boolean().default(true),
  /** Copies of the first instance, from the start or the next reset on: `0001` and so on before the suffix of its id. */
  moreInstances: z.int().min(0).max(9999).default(0),
};

/** The settings with which the services start. */
interface OtcDefaults {
  /** How a backup that is not there is refused: the first one, unless another is chosen. */
  readonly notFoundCodes: readonly [ErrorCode, ...ErrorCode[]];
  /** The word for a backup that is being deleted. */
  readonly deletingStatus: "DISABLED" | "DELETING";
  /** Manual backups in a project; 0 is no limit. */
  readonly manualBackupQuota: number;
}

export function otcSettings<More extends z.ZodRawShape>(defaults: OtcDefaults, more: More) {
  const { deletingStatus, manualBackupQuota, notFoundCodes } = defaults;
  const differing = {
    notFoundCode: z.enum(notFoundCodes).default(notFoundCodes[0]),
    deletingStatus: z.enum(["DISABLED", "DELETING"]).default(deletingStatus),
    manualBackupQuota: z.int().min(0).default(manualBackupQuota),
  };
  return z.strictObject({ ...commonSettings, ...own, ...differing, ...more });
}

export type OtcSettings = z.infer<ReturnType<typeof otcSettings<Record<never, never>>>>;
export type OtcWorld = World<Store, OtcSettings>;
