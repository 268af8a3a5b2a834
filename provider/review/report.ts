import type { Health } from "../plan/state";
import type { Consent } from "./losses/losses";
import type { Change } from "./reading/reviewed";

/** The resource that an entry of the report is about. */
export interface Which {
  name: string;
  kind: string;
  urn: string;
  /** The types of its parents, if it has any. */
  within?: string;
}

export interface ReportedLoss {
  resource: Which;
  /** A kind of loss, or what leaving the stack does. */
  kind: string;
  text: string;
  /** From and to, in hours, days and recovery points, as far as they are known. */
  numbers: string[];
  consent: Consent;
  /** The line that agrees to it, where one can. */
  allow?: { [kind: string]: string };
  /** Whether it comes about because the resource leaves the program. */
  isRemoval?: true;
  /** The value that the existing consent names instead. */
  otherwise?: string;
  /** The arguments that are not known yet, and decide whether it comes about. */
  hangsOn?: readonly string[];
}

/** A change that may take something away: a value that decides it is not known yet. */
export interface Undecided {
  resource: Which;
  /** The arguments that are not known yet. */
  arguments: string[];
}

/** A consent that agrees to nothing in this change. */
export interface StaleConsent {
  resource: Which;
  kind: string;
  value: string;
  /** Whether an earlier `up` has stored it. */
  isStored: boolean;
}

export interface Unhealthy extends Remark {
  health: Health | "unfinished";
}

/** A remark about one resource. */
export interface Remark {
  resource: Which;
  what: string;
}

/** A change that the refresh of this preview found and that nobody made in the program. */
export interface Outside {
  resource: Which;
  found: "changed" | "gone";
  /** The arguments that differ: `before` is the value in the state, `after` the value in the cloud. */
  changedArguments: Row[];
}

/** A new and a removed resource that may be one thing. */
export interface Renamed {
  resource: Which;
  former: Which;
  /** The option of the resource that says so. */
  alias: string;
}

/** One property of a plan before and after, in lines; `before` of a new one and `after` of a removed one are left out. */
export interface Row {
  what: string;
  before?: string;
  after?: string;
}

export interface ReportedChange {
  resource: Which;
  change: Change;
  /** The target that it protects. */
  target?: string;
  /** The resource in one line. */
  words: string;
  rows: Row[];
  /** The arguments that differ, as they are written. */
  changedArguments: Row[];
  notes: string[];
}

/** The starts of a plan in the next seven days; none where its vendor states no times. */
export interface Week {
  resource: Which;
  words: string;
  clock: string;
  /** ISO 8601, by that clock. */
  runs: { at: string; until?: string }[];
}

/** The meaning of a preview for backups. */
export interface Report {
  /** The version of the form of this object. */
  version: 1;
  /** The time that it is written for, ISO 8601. */
  now: string;
  exitCode: 0 | 1 | 2 | 3;
  /** The findings that `--fail-on` names and that are there. */
  failedOn: string[];
  incomplete?: { at: string; why: string };
  /** The gaps of this preview, a sentence each. */
  untold: string[];
  losses: ReportedLoss[];
  undecided: Undecided[];
  staleConsents: StaleConsent[];
  unhealthy: Unhealthy[];
  outside: Outside[];
  renamed: Renamed[];
  /** The new and moved policies that `up` compares with what stands there. */
  takeovers: Which[];
  /** The things that stay in the cloud and that no program has any more. */
  unmanaged: Which[];
  /** Plans of one target. */
  clashes: Remark[];
  /** The provider's warnings in the preview, losses left out. */
  warnings: Remark[];
  changes: ReportedChange[];
  unchanged: { [kind: string]: number };
  notCovered: Remark[];
  /** The clock of the runs, by service. */
  clocks: { [service: string]: string };
  /** The starts of the next seven days, with `--week`. */
  week?: Week[];
}
