import type { Settings } from "../configuration/settings";
import type { Deadline } from "../run/deadline";
import type { Log } from "../run/log";
import type { Redactor } from "../run/redact";
import type { Run } from "../run/run";
import type { Page } from "./page";

/** Everything that one operation on one resource may use. Both forms of the provider fill it alike. */
export interface Context {
  /** The memory of this provider process. */
  readonly run: Run;
  readonly settings: Settings;
  readonly log: Log;
  readonly deadline: Deadline;
  readonly redactor: Redactor;
  /** The time between two requests for the status of something that is still running. */
  readonly pollMilliseconds: number;
  /** Whether the name is generated. Nobody else gives such a name, so it marks the recovery point as ours. */
  readonly marked: boolean;
  /** Whether this creation replaces a stored resource that has the same name. */
  readonly replacing: boolean;
  /** The page: everything that this run of the engine knows of the resource. */
  readonly page: Page;
  /** The account that a creation asks, in plain words, where a login tells it. */
  readonly account?: string | undefined;
  /** The identity of the resource without its kind; see `Call.owner`. */
  readonly owner: string;
  /** The kind and the identity of the resource in one text. It is unique in an organization. */
  readonly subject: string;
  /** Whether the engine may have handed over the configuration of the last `pulumi up`, as it does in a refresh and a destroy. */
  readonly usesStored: boolean;
  /** The names of the arguments that the program marks secret. */
  readonly secrets: ReadonlySet<string>;
}
