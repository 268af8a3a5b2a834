import * as pulumi from "@pulumi/pulumi";
import { handlerFor } from "./handler";
import { jsonOnly } from "./json-only";
import { secretNames } from "./secret-names";

/** What every backup plan, policy and recovery point shows beside its service's own outputs. */
const COMMON_OUTPUTS = [
  "summary",
  "state",
  "vendorStatus",
  "startedAt",
  "finishedAt",
  "sizeBytes",
  "lastBackupAt",
  "health",
];

/** `ready` only when the vendor says that a backup completed. */
export type State = "pending" | "ready" | "failed" | "deleting" | "unknown";

/** `unknown` where the vendor shows no runs. */
export type Health = "ok" | "overdue" | "failed" | "never-ran" | "unknown";

/** The program side of every resource of this package: passes the arguments on, and what only the program knows. */
export abstract class BackupResource extends pulumi.CustomResource {
  /** Plain words: what, when, how long, where, and what a delete does. Known in preview. */
  declare readonly summary: pulumi.Output<string>;
  declare readonly state: pulumi.Output<State>;
  /** The vendor's own word for the state. */
  declare readonly vendorStatus: pulumi.Output<string | undefined>;
  /** ISO 8601, UTC. */
  declare readonly startedAt: pulumi.Output<string | undefined>;
  /** ISO 8601, UTC. */
  declare readonly finishedAt: pulumi.Output<string | undefined>;
  declare readonly sizeBytes: pulumi.Output<number | undefined>;
  /** ISO 8601, UTC: the end of the newest completed backup. */
  declare readonly lastBackupAt: pulumi.Output<string | undefined>;
  declare readonly health: pulumi.Output<Health | undefined>;

  protected constructor(
    kind: string,
    name: string,
    args: object,
    outputs: readonly string[],
    opts: pulumi.CustomResourceOptions = {},
  ) {
    const type = `pulumi-nodejs:dynamic/${kind}`;
    const undefinedOutputs = Object.fromEntries([...COMMON_OUTPUTS, ...outputs].map((output) => [output, undefined]));
    const given = jsonOnly(args) as object;
    const hidden = {
      __provider: handlerFor(kind),
      __owner: pulumi.createUrn(name, type, opts.parent),
      __secrets: secretNames(given, opts.additionalSecretOutputs),
      __timeouts: opts.customTimeouts,
    };
    super(type, name, { ...undefinedOutputs, ...given, ...hidden }, opts);
  }
}
