import type { Consent } from "./losses";
import type { Change } from "./reading/reviewed";

/** Which resource is spoken of. */
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
  /** What the consent that is there names instead. */
  otherwise?: string;
  /** The arguments that are not known yet, and decide whether it comes about. */
  hangsOn?: readonly string[];
}

/** A change of which it cannot be told yet whether it takes something away. */
export interface Undecided {
  resource: Which;
  /** Those that are not known yet. */
  arguments: string[];
}

/** A consent that agrees to nothing. */
export interface StaleConsent {
  resource: Which;
  kind: string;
  value: string;
}

export interface Unhealthy {
  resource: Which;
  what: string;
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
  /** What it protects. */
  target?: string;
  /** What it is, in one line. */
  words: string;
  rows: Row[];
  /** The arguments that differ, as they are written. */
  changedArguments: Row[];
  notes: string[];
}

export interface NotCovered {
  resource: Which;
  what: string;
}

/** What a preview means for backups. */
export interface Report {
  /** Of the form of this object. */
  version: 1;
  /** The time that it is written for, ISO 8601. */
  now: string;
  exitCode: 0 | 1 | 2;
  incomplete?: { at: string; why: string };
  /** What this preview does not tell. */
  untold: string[];
  losses: ReportedLoss[];
  undecided: Undecided[];
  staleConsents: StaleConsent[];
  unhealthy: Unhealthy[];
  changes: ReportedChange[];
  unchanged: { [kind: string]: number };
  notCovered: NotCovered[];
  /** Whose clock the runs are told by, by service. */
  clocks: { [service: string]: string };
}
