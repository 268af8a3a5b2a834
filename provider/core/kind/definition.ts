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

/** Inputs of ours, beside the vendor's. */
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

/** A property, and what is wrong with it, if anything is; `stored` is what the plan was before, if it was. */
export type Rule<A> = readonly [
  property: string,
  broken: (args: A, stored: A | undefined, world: World) => string | false | undefined,
];

/** The knowledge of a rule beside the arguments: nothing that has to be asked for. */
export interface World<A = never> {
  now: Date;
  settings: Settings;
  /** Whose the resource is. */
  owner?: string;
  /** The arguments that are marked secret. */
  secrets?: ReadonlySet<string>;
  /** The inputs of what a resource that is checked as if new is to replace. */
  replaced?: Outputs;
  /** Whether the program itself gives the argument. */
  isWritten?(name: string): boolean;
  /** Why the resource cannot be beside the others of its program, if it cannot; it may read undecided values. */
  clash?(args: A): string | undefined;
}

export type Outputs = Record<string, unknown>;

/** An account in the words of its service, as `project <id>`, and its region where that is known. */
export type Account = readonly [what: string, region?: string | undefined];

/** A thing in the cloud, as far as the vendor shows it. */
export interface Stored {
  id: string;
  outputs: Outputs;
}

/** `drifted`: the arguments whose values differ in the cloud. */
export interface Live extends Stored {
  drifted?: Outputs;
}

/** A thing of the vendor's is known by service, account and id, whatever kind of resource has it. */
export interface Having<A> {
  /** The service's noun for it, which begins with the service's name; two kinds may share one. */
  noun(args: A): string;
  /** The id of what the state has; nothing where it is not known. */
  id(stored: A & Outputs): string | undefined;
  /** The argument that names the thing before the state has it: `adopt`, or `instanceId` of a policy. */
  readonly argument: string;
  /** The configuration key of the service's address. */
  readonly endpoint: string;
  /** Returns the traits of a stored resource's thing whose id is not known, for the service that matches them. */
  seeks?(stored: A & Outputs): unknown;
}

export interface Change<A> {
  id: string;
  /** The stored arguments and outputs. */
  stored: A & Outputs;
  args: A;
  /** The arguments that differ; empty when an unfinished resource is to be finished. */
  changed: readonly string[];
}

/** The resource that takes the place of one that the engine deletes, as far as this run knows it. */
export interface Succession {
  /** Whether the program has the resource, as far as this run was shown it. */
  isInProgram: boolean;
  /** The resource that the state has in its place by now. */
  successor?: Outputs | undefined;
}

/** One kind of resource: data, and what it does with its service. The core never asks which one it is. */
export interface Definition<A extends Common = Common> {
  /** As in its Pulumi type: `<service>:<Kind>`. */
  readonly kind: string;
  /** The vendor's arguments. */
  readonly fields: Fields;
  readonly rules: readonly Rule<A>[];
  /** The rules whose failures are warnings, as they are most often mistakes. */
  readonly doubts?: readonly Rule<A>[];
  /** Values that `check` fills in where the program leaves them out. */
  readonly derived?: { readonly [K in keyof A]?: (args: A, identity: Identity, world: World) => A[K] };
  /** The thing that a resource of this kind has at its service. No two resources of a program may have one thing. */
  readonly thing: Having<A>;
  /** The arguments that the resource's id is made of. */
  readonly idArguments: readonly string[];
  readonly onDelete: readonly [OnDelete, ...OnDelete[]];
  /** The form of the id that `adopt` takes, where the kind has `adopt`. */
  readonly adopt?: z.ZodType<string>;
  readonly triggers: boolean;
  readonly losses: readonly ((stored: A, args: A, now: Date) => Loss | undefined)[];
  /** Returns the losses of a replacement beside the ordinary ones, when the id is known. Left out: none. */
  replacementLosses?(id: string, stored: A & Outputs, args: A): Loss[];
  /**
   * Returns the thing that a creation or a move takes over, with which `up` alone compares: `the policy that its
   * instance has`.
   */
  takesOver?(args: A, stored: A | undefined): string | undefined;
  /** The work that the service would do twice where two resources declare it: a description, and the refusal of the second. */
  readonly work?: {
    /** Nothing where doing it twice is no mistake. */
    of(args: A): unknown;
    refused(holder: string): string;
  };
  /** Returns the knowledge that goes with this state while another resource has the thing; a warning says it. */
  goesWithState?(stored: A & Outputs): string | undefined;
  readonly lossKinds: readonly LossKind[];
  /** The rules that only the service can decide, asked in a check where `backup-plans:online` is true. */
  readonly online?: Online<A>;
  /** The keys of the configuration that no other tool has a part in: a slip there is told. */
  readonly keys: readonly string[];
  /** Returns the failures and warnings of its service's configuration. */
  configured(settings: Settings): Configured;
  summary(view: View<A>): string;
  /** Returns the declaration for reports and policies, which compare plans. */
  describe(view: View<A>): Described;
  /** The account that the configuration leads to. Nothing where no login tells it. */
  account(context: Context, args: A): Promise<Account | undefined>;
  /** Whether the account has the instance that the thing is of. Left out where the arguments name the account. */
  hasInstance?(context: Context, args: A): Promise<boolean>;
  /** The recovery point that it is built on, as the service answered it: an id, or `null` for none. */
  answeredParent?(outputs: Outputs): unknown;
  /** Whether the next `up` has to finish it, though no argument changed. */
  isUnfinished(stored: A & Outputs): boolean;
  /** Whether what is stored failed for good, so that the next `up` makes a new one. Left out: never. */
  isToBeRedone?(stored: A & Outputs): boolean;
  /** Which of the changed arguments the vendor cannot change in place. */
  replacedBy(stored: A & Outputs, args: A, changed: readonly string[]): readonly string[];
  create(context: Context, args: A): Promise<Stored>;
  /** Nothing only when the vendor says unmistakably that it is gone. */
  read(context: Context, id: string, stored: A & Outputs): Promise<Live | undefined>;
  /**
   * The arguments of what exists, of which only the id is known, and what the state holds beside them. Left out: the service
   * does not show enough for that. Nothing where it does not exist.
   */
  imported?(context: Context, id: string): Promise<(A & Outputs) | undefined>;
  update(context: Context, change: Change<A>): Promise<Outputs>;
  delete(context: Context, id: string, stored: A & Outputs, succession: Succession): Promise<void>;
  /** Outputs that inputs of ours change, for which the service is asked nothing. */
  restated?(context: Context, stored: A & Outputs, args: A): Outputs;
  /** Which recovery points leave the cloud with a replacement that keeps the last few; nothing where it is no such one. */
  rotation?(stored: A & Outputs, args: A): Generation[] | undefined;
}

export interface Identity {
  /** The URN. */
  owner: string;
  logicalName: string;
  stored: Common | undefined;
  /** The marks in the names that it had before, that of `stored` among them. */
  former: readonly string[];
  /** Whether what is stored is replaced, also where no argument differs: by Pulumi's option replacementTrigger. */
  readonly isReplaced?: boolean;
}
