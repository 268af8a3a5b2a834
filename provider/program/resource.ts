import * as pulumi from "@pulumi/pulumi";
import type { Health, Origin, State } from "../plan/state";
import { insistOnDependency } from "./dependency";
import { handlerFor } from "./handler";
import { jsonOnly } from "./json-only";
import { ownerOf } from "./owner";
import { secretNames } from "./secret-names";
import { shortenStacks } from "./short-stack";
import { TYPES } from "./types";

/** The outputs that every backup plan, policy and recovery point has beside its service's own. */
export interface BackupResource extends pulumi.CustomResource {
  /** Plain words: what, when, how long, where, and what a delete does. Known in preview; of unknown inputs it says so. */
  readonly summary: pulumi.Output<string>;
  /**
   * The state of the newest finding: `ready` only when the vendor says that it completed, `unknown` when nothing can
   * tell.
   */
  readonly state: pulumi.Output<State>;
  /** The vendor's own word for the state; nothing where the vendor has none. */
  readonly vendorStatus: pulumi.Output<string | undefined>;
  /** When the backup began: ISO 8601, UTC. */
  readonly startedAt: pulumi.Output<string | undefined>;
  /** When the backup ended, well or not: ISO 8601, UTC. */
  readonly finishedAt: pulumi.Output<string | undefined>;
  /** Size of the backup in bytes; nothing where the vendor tells none, or not in which unit. */
  readonly sizeBytes: pulumi.Output<number | undefined>;
  /** ISO 8601, UTC: the end of the newest completed backup. */
  readonly lastBackupAt: pulumi.Output<string | undefined>;
  /**
   * The health of a plan or policy, as of the last `pulumi refresh`. `failed` when the newest run did; `overdue` when
   * half a gap more than a plan's schedule allows has passed since its newest complete run, or when none of a policy's
   * window has completed 12 hours after the window's end; `not-due-yet` before the first, `never-ran` where it is not
   * known since when the plan or policy stands; `unknown` where nothing tells. Nothing on recovery points, and of a
   * policy that is off.
   */
  readonly health: pulumi.Output<Health | undefined>;
  /**
   * How the state got what it has. `made`: this state asked for it. `found`: by its name or its runs alone, which a stack of the
   * same name may have left; it is kept on delete. `adopted`: the program names it by `adopt`.
   */
  readonly origin: pulumi.Output<Origin>;
  /**
   * The account that this state talks to, without an address: `organization 5`, `project <id>`, `account 123456, DFW`. Before a
   * refresh, an update and a deletion it is compared with the account that the configuration leads to.
   */
  readonly account: pulumi.Output<string | undefined>;
}

const COMMON_OUTPUTS: readonly (keyof BackupResource)[] = [
  "summary",
  "state",
  "vendorStatus",
  "startedAt",
  "finishedAt",
  "sizeBytes",
  "lastBackupAt",
  "health",
  "origin",
  "account",
];

/** How a resource gets an existing thing: by its argument `adopt`, or by its declaration alone. */
type WayIn = "adopt" | "declared";

/**
 * Returns the class of one kind for programs. The types of some arguments depend on literals among the others, which needs type
 * parameters. A constructor cannot have them, so the class gets the type of an interface that does.
 */
export function resourceClass<Constructor>(
  kind: string,
  outputs: readonly string[],
  wayIn: WayIn = "adopt",
): Constructor {
  const type = `${TYPES.dynamic}${kind}`;
  const all = [...COMMON_OUTPUTS, ...outputs];
  const unset = Object.fromEntries(all.map((output) => [output, undefined]));
  // It must extend CustomResource directly: Pulumi shows the caller of this constructor as the user's line.
  const made = class extends pulumi.CustomResource {
    constructor(name: string, args: object | undefined, opts: pulumi.CustomResourceOptions = {}) {
      const resource = `${kind} "${name}"`;
      refuseReading(resource, opts, wayIn);
      insistOnDependency(resource);
      const given = givenArguments(resource, args);
      refuseDeletedWith(kind, name, given, opts);
      const hidden = {
        __provider: handlerFor(kind),
        __owner: ownerOf(name, type, opts.parent),
        __secrets: secretNames(given, opts.additionalSecretOutputs),
        __timeouts: opts.customTimeouts,
      };
      const restore = shortenStacks();
      try {
        super(type, name, { ...unset, ...given, ...hidden }, opts);
      } finally {
        restore();
      }
    }
  };
  const described = { name: kind.split(":")[1], kind, outputs: all };
  for (const [name, value] of Object.entries(described)) Object.defineProperty(made, name, { value });
  return made as unknown as Constructor;
}

/** Returns the arguments of a program. Refuses what is no object, and an output of all of them, whose names are not known. */
export function givenArguments(resource: string, args: unknown = {}): object {
  const isLater = pulumi.Output.isInstance(args) || args instanceof Promise;
  if (typeof (args ?? {}) === "object" && !Array.isArray(args) && !isLater) return jsonOnly(args ?? {}) as object;
  const each = isLater ? "; write the output into each argument instead: { instanceId: settings.instanceId }" : "";
  throw new pulumi.RunError(`${resource}: its arguments must be an object${each}`);
}

/** Refuses `deletedWith` on a recovery point that would be deleted: Pulumi then asks no provider about it. */
export function refuseDeletedWith(
  kind: string,
  name: string,
  { onDelete }: { onDelete?: unknown },
  opts: pulumi.ResourceOptions,
): void {
  // An Output may turn out to be "delete".
  if (!kind.endsWith(":Backup") || opts.deletedWith === undefined || (onDelete ?? "keep") === "keep") return;
  throw new pulumi.RunError(
    `${kind} "${name}": the option "deletedWith" cannot stand beside onDelete "delete". With it Pulumi drops the resource ` +
      "from the state and deletes nothing in the cloud. Leave the option out (Pulumi deletes children first in any case), " +
      'or write onDelete: "keep"',
  );
}

/** Refuses the options `id` and `import`: Pulumi would store any id as an existing one, or end in a stack trace. */
function refuseReading(resource: string, opts: pulumi.CustomResourceOptions, wayIn: WayIn): void {
  // An empty id counts as none, as for Pulumi.
  const option = (["id", "import"] as const).find((name) => opts[name]);
  if (option === undefined) return;
  const given = opts[option];
  const instead = {
    adopt: `write the argument adopt: ${typeof given === "string" ? JSON.stringify(given) : "<its id>"} instead`,
    declared: "leave it out: declaring the resource takes over the policy that its instance has",
  };
  throw new pulumi.RunError(
    `${resource}: the option "${option}" is not supported for it, as Pulumi neither finds out whether a dynamic resource ` +
      `exists nor imports one (pulumi/pulumi#3550); ${instead[wayIn]}`,
  );
}
