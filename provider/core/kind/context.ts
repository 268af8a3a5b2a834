import type { Settings } from "../configuration/settings";
import type { Deadline } from "../run/deadline";
import type { Log } from "../run/log";
import type { Redactor } from "../run/redact";
import type { Run } from "../run/run";
import type { Page } from "./page";

/** A context has everything that an operation may use, whichever front end called it. */
export interface Context {
  /** The memory of this provider process. */
  readonly run: Run;
  readonly settings: Settings;
  readonly log: Log;
  readonly deadline: Deadline;
  readonly redactor: Redactor;
  /** How long to wait between two looks at something that is under way. */
  readonly pollMilliseconds: number;
  /** Whether the name is a generated one, which nobody else gives. */
  readonly marked: boolean;
  /** Whether the stored resource, seen in this run, has the very same name: a creation replaces it unchanged. */
  readonly replacing: boolean;
  /** The page of the resource in this run of the engine. */
  readonly page: Page;
  /** The account that a creation asks, in plain words, where a login tells it. */
  readonly account?: string | undefined;
  /** Whose the resource is. Resources of different kinds may have the same. */
  readonly owner: string;
  /** Which resource it is: its kind, and whose. */
  readonly subject: string;
  /** Whether the configuration may be what the last `pulumi up` stored: a refresh and a destroy are given that. */
  readonly usesStored: boolean;
  /** The arguments that the program marked secret. */
  readonly secrets: ReadonlySet<string>;
}
