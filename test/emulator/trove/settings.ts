import { z } from "zod";
import type { World } from "../core/service";
import { commonSettings } from "../core/settings";
import type { Store } from "./store";

const count = z.int().min(0).default(0);

const failures = z
  .strictObject({
    /** Backups that end FAILED, as those with FAIL in their name do. */
    backup: count,
    /** Backups whose guest agent never reports: they stay NEW. */
    silent: count,
    /** Creations answered 500 whose row is there all the same, NEW for ever: the message queue was down. */
    cast: count,
    /** Deletions whose stored object stays: the backup is gone all the same, at Rackspace it is DELETE_FAILED. */
    delete: count,
  })
  .prefault({});

export const settings = z.strictObject({
  ...commonSettings,
  failNext: failures,
  flavour: z.enum(["trove", "rackspace"]).default("trove"),
  /** The scope that may have one running backup only: the instance for Trove, the account for Rackspace. */
  busyScope: z.enum(["by-flavour", "instance", "account"]).default("by-flavour"),
  /** Rackspace's page has 200 in its table and 202 in its example. */
  createStatus: z.union([z.literal(202), z.literal(200)]).default(202),
  /** The quota of a project; -1 is none. */
  maxBackups: z.int().min(-1).default(50),
  pageSize: z.int().min(1).default(20),
  /** From the accepted deletion to the backup being gone. */
  deleteSeconds: z.number().min(0).default(0.2),
  /** 26.0.0 fails with 500 at the deletion of a running backup, 24.1.0 refuses it with 422. */
  version: z.enum(["26.0.0", "24.1.0"]).default("26.0.0"),
  /** Instances whose status is another one than that of their server: id to Trove's word, such as "RESTART". */
  instanceStatus: z.record(z.string(), z.string()).default({}),
  /** Rackspace: backups that start from now on are those of a schedule, and show `is_automated` 1. */
  automatedBackups: z.boolean().default(false),
  /** OpenStack's API reference has `storage_driver` in the answers, and Trove 26.0.0 leaves it out: whether it is there. */
  showsStorageDriver: z.boolean().default(false),
  /** Rackspace: its page on paging leaves backups out of the calls that are paged, and has a limit for them: whether a cut list links to the next page. */
  linksToNextBackups: z.boolean().default(true),
  failReason: z.string().default("Cannot find parent backup WAL file."),
  /** No guest agent reports: backups that start from now on stay NEW. */
  guestSilent: z.boolean().default(false),
  swift: z.enum(["ok", "denied", "nocatalog", "down"]).default("ok"),
  /** Between the look for a running backup and the new row; requests within it are all accepted, as was observed. */
  createGapSeconds: z.number().min(0).default(0),
  /** ACTIVE instances of `demo`, from the start or the next reset on: `0001` and so on as the last digits of an id. */
  moreInstances: z.int().min(0).max(9999).default(0),
});

/** Not on the vendor's page: Rackspace's version; one without the faults of today's Trove is taken. */
export const isModern = ({ flavour, version }: z.infer<typeof settings>): boolean =>
  flavour === "trove" && version === "26.0.0";

export type TroveWorld = World<Store, z.infer<typeof settings>>;
