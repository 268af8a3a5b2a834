/** One thing of an account in the output of `discover`. */
export interface Found {
  is: "target" | "plan" | "policy" | "recovery point";
  /** The vendor's id. A target's id begins with its kind where two kinds may have equal ids: `database 4223`. */
  id: string;
  name?: string | undefined;
  /** The ids of the targets that it backs up. */
  targets: readonly string[];
  /** The vendor's own word. */
  status?: string | undefined;
  /** ISO 8601, UTC: the end of the newest completed backup. */
  lastBackupAt?: string | undefined;
  /** Whether it is a plan or policy that is turned off. */
  off?: boolean;
  /** The resource that can adopt it. */
  resource?: Takeover | undefined;
  /** A remark for a person, such as why no resource can adopt it. */
  note?: string | undefined;
}

export interface Takeover {
  /** `<service>:<Kind>`. */
  kind: string;
  args: Readonly<Record<string, unknown>>;
  /** The arguments that the service does not show and a person has to write, each with the reason. */
  unread?: Readonly<Record<string, string>>;
}
