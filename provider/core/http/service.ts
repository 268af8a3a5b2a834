import type { Endpoint } from "./endpoint";
import type { Request } from "./http";

/** What is particular to a service's answers. */
export interface Service {
  /** As a person calls it. */
  readonly name: string;
  /** Where it is, without a slash at the end. */
  readonly url: string;
  /** What configures that: `serveravatar:endpoint`. */
  readonly addressFrom: string;
  /** Credentials; may log in first. */
  headers(): Promise<Record<string, string>>;
  /** What holds for one request and its moment alone: made as the request leaves, however long it waited. */
  sign?(request: Pick<Request, "method" | "url" | "body">): Record<string, string>;
  /** The vendor's own words in a refusal, its code, and what is known about it. */
  explain(
    status: number,
    body: unknown,
    to?: Pick<Endpoint<unknown>, "verb" | "path">,
  ): { words?: string; code?: string; hint?: string };
  /** Whether an answer of 500 or more says plainly that nothing was done. */
  isRefusal(status: number, body: unknown): boolean;
  /** Whether an answer other than 401 says that the credentials are not accepted. */
  refusesLogin?(body: unknown): boolean;
  /** Gets new credentials after the ones used were not accepted. */
  renew?(used: Record<string, string>): Promise<void>;
  readonly tls?: Pick<Request, "certificateAuthority" | "insecure">;
}
