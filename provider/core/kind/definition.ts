import type { z } from "zod";
import type { Described } from "../../plan/described";
import type { Loss, LossKind } from "../../plan/losses";
import type { Generation } from "../../plan/state";
import type { Configured } from "../configuration/forms";
import type { Settings } from "../configuration/settings";
import type { Context } from "./context";
import type { Fields } from "./fields";
import type { Online } from "./online";
import type { View } from "./view";

export type OnDelete = "keep" | "delete" | "restore" | "disable";

/** The inputs that this package adds to the vendor's. */
export interface Common {
  onDelete?: OnDelete;
  adopt?: string;
  allow?: Partial<Record<LossKind, string>>;
  triggers?: unknown[];
  keepLast?: number;
  name?: string;
}

/** The arguments of a resource as `check` leaves them. */
export type Arguments<F extends Fields> = { [K in keyof F]: z.output<F[K]> } & Common;

/**
 * A rule about one property. It returns what is wrong, or nothing. `stored` has the arguments of the last `pulumi up`, where
 * there was one.
 */
export type Rule<A> = readonly [
  property: string,
  broken: (args: A, stored: A | undefined, world: World) => string | false | undefined,
];

/** All that a rule may use beside the arguments. It is known without a request. */
export interface World<A = never> {
  now: Date;
  settings: Settings;
  /** The identity of the resource; see `Call.owner`. */
  owner?: string;
  /** The names of the arguments that are secret. */
  secrets?: ReadonlySet<string>;
  /** The stored inputs of the resource that this one replaces. The engine checks a replacement as if nothing was stored. */
  replaced?: Outputs | undefined;
  /** That resource as stored, once `diff` has compared it with the program. With `--replace` the engine asks for no difference. */
  compared?: Outputs | undefined;
  /** Whether the program writes the argument; a derived value is not written. */
  isWritten?(name: string): boolean;
  /** Returns why another resource of the program rules this one out, or nothing. It may read values that are not known yet. */
  clash?(args: A): string | undefined;
}

export type Outputs = Record<string, unknown>;

/** An account in plain words, `project <id>`, and its region where that is known. */
export type Account = readonly [what: string, region?: string | undefined];

/** A thing of the vendor, as its answers show it. */
export interface Stored {
  id: string;
  outputs: Outputs;
}

/** A thing that exists. `drifted` has the arguments that were changed outside the program, with their values in the cloud. */
export interface Live extends Stored {
  drifted?: Outputs;
}

/** How a kind names its thing. Two resources have the same thing when noun and id are equal, whatever their kinds are. */
interface Having<A> {
  /** The noun of the thing. It begins with the service's name; kinds that can have the same thing share the noun. */
  noun(args: A): string;
  /** Returns the id of the thing that the state has; nothing where the id is not known yet. */
  id(stored: A & Outputs): string | undefined;
  /** The argument that names the thing before the state has it: `adopt`, or `instanceId` for a policy. */
  readonly argument: string;
  /** The configuration key of the service's address. */
  readonly endpoint: string;
  /** Returns a description by which the service can find the thing whose id is not known. */
  seeks?(stored: A & Outputs): unknown;
}

export interface Change<A> {
  id: string;
  /** The stored arguments and outputs. */
  stored: A & Outputs;
  args: A;
  /** The names of the arguments that differ. It is empty where only an unfinished resource has to be finished. */
  changed: readonly string[];
}

/** The resource that takes the place of a deleted one, as far as this run knows it. */
export interface Succession {
  /** Whether the program still declares the resource. */
  isInProgram: boolean;
  /** The state of its replacement, where this run made one. */
  successor?: Outputs | undefined;
  /** The arguments of the replacement that this run makes next, where the engine deletes before it makes and shows the state. */
  next?: Outputs | undefined;
}

/**
 * One kind of resource: its rules as data, and its calls to the service. Core and host work with any definition and never
 * ask which kind it is.
 */
export interface Definition<A extends Common = Common> {
  /** `<service>:<Kind>`, as in the Pulumi type. */
  readonly kind: string;
  /** The vendor's arguments. */
  readonly fields: Fields;
  readonly rules: readonly Rule<A>[];
  /** Rules whose failures are warnings: the vendor accepts such arguments, and they are most often mistakes. */
  readonly doubts?: readonly Rule<A>[];
  /** The values that `check` fills in for arguments that the program leaves out. */
  readonly derived?: { readonly [K in keyof A]?: (args: A, identity: Identity, world: World) => A[K] };
  /** The thing that a resource of this kind has. `check` refuses two resources of a program that have the same one. */
  readonly thing: Having<A>;
  /** The arguments from which the resource's id is made. */
  readonly idArguments: readonly string[];
  readonly onDelete: readonly [OnDelete, ...OnDelete[]];
  /** The form of the id that `adopt` takes. Left out: the kind has no `adopt`. */
  readonly adopt?: z.ZodType<string>;
  readonly triggers: boolean;
  readonly losses: readonly ((stored: A, args: A, now: Date) => Loss | undefined)[];
  /** Returns the losses that a replacement adds to the ordinary ones. Left out: none. */
  replacementLosses?(id: string, stored: A & Outputs, args: A): Loss[];
  /**
   * Returns words for what a creation or a move to another target takes over: `the policy that its instance has`. An offline
   * preview cannot compare with it, and says so.
   */
  takesOver?(args: A, stored: A | undefined): string | undefined;
  /** The work that the service would do twice where two resources declare the same. `refused` is the error of the second one. */
  readonly work?: {
    /** Returns a description that is equal for equal work; nothing where doing it twice is no mistake. */
    of(args: A): unknown;
    refused(holder: string): string;
  };
  /** Returns a sentence on what only this state knows, for the warning when another resource keeps the thing. */
  goesWithState?(stored: A & Outputs): string | undefined;
  /** Returns what `onDelete: "restore"` brings back, in words; nothing where it brings back nothing. */
  restores?(stored: A & Outputs): string | undefined;
  readonly lossKinds: readonly LossKind[];
  /** The rules that only the service can decide. `check` asks for them where `backup-plans:online` is true. */
  readonly online?: Online<A>;
  /** The configuration keys that no other tool reads, so that `check` warns of a misspelt one. */
  readonly keys: readonly string[];
  /** Returns the failures and warnings in the configuration of its service. */
  configured(settings: Settings): Configured;
  summary(view: View<A>): string;
  /** Returns the declaration in the words that reports and policies compare. */
  describe(view: View<A>): Described;
  /** Returns the account that the configured login leads to; nothing where the login does not tell. */
  account(context: Context, args: A): Promise<Account | undefined>;
  /** Returns whether the account has the instance of the thing. Left out where the arguments name the account. */
  hasInstance?(context: Context, args: A): Promise<boolean>;
  /** Returns the parent that the service answered: an id, or `null` for a full recovery point. */
  answeredParent?(outputs: Outputs): unknown;
  /** Returns whether the next `up` has to finish it though no argument changed. */
  isUnfinished(stored: A & Outputs): boolean;
  /** Returns whether it failed for good, so that the next `up` makes a new one. Left out: never. */
  isToBeRedone?(stored: A & Outputs): boolean;
  /** Returns the changed arguments that the vendor cannot change in place. */
  replacedBy(stored: A & Outputs, args: A, changed: readonly string[]): readonly string[];
  create(context: Context, args: A): Promise<Stored>;
  /** Returns what exists; nothing only where the vendor says unmistakably that it is gone. */
  read(context: Context, id: string, stored: A & Outputs): Promise<Live | undefined>;
  /**
   * Returns the arguments and the state of a thing that is known by its id alone; nothing where it does not exist. Left out:
   * the service does not show enough for an import.
   */
  imported?(context: Context, id: string): Promise<(A & Outputs) | undefined>;
  update(context: Context, change: Change<A>): Promise<Outputs>;
  delete(context: Context, id: string, stored: A & Outputs, succession: Succession): Promise<void>;
  /** Returns the outputs that follow from inputs of this package alone, without a request. */
  restated?(context: Context, stored: A & Outputs, args: A): Outputs;
  /** Returns the recovery points that a rotation removes; nothing where the replacement is no rotation. */
  rotation?(stored: A & Outputs, args: A): Generation[] | undefined;
}

export interface Identity {
  /** The URN. */
  owner: string;
  logicalName: string;
  stored: Common | undefined;
  /** The marks in its earlier names, including the stored one. */
  former: readonly string[];
  /** Whether Pulumi's option `replacementTrigger` replaces it though no argument differs. */
  readonly isReplaced?: boolean;
}
