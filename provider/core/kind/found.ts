/** One thing of an account, as `discover` tells it. */
export interface Found {
  is: "target" | "plan" | "policy" | "recovery point";
  /** The vendor's id; of a target also its kind where ids of two kinds may be equal: `database 4223`. */
  id: string;
  name?: string | undefined;
  /** The targets that it backs up, by their ids. */
  targets: readonly string[];
  /** The vendor's own word. */
  status?: string | undefined;
  /** ISO 8601, UTC: the end of the newest completed backup. */
  lastBackupAt?: string | undefined;
  /** Whether it is a plan or policy that is turned off. */
  off?: boolean;
  /** The resource that takes it over. */
  resource?: Takeover | undefined;
  /** A remark for a person, such as why no resource takes it over. */
  note?: string | undefined;
}

export interface Takeover {
  /** `<service>:<Kind>`. */
  kind: string;
  args: Readonly<Record<string, unknown>>;
  /** The arguments that the service does not show, each with why: a person has to write them. */
  unread?: Readonly<Record<string, string>>;
}
