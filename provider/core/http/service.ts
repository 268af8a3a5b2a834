import type { Endpoint } from "./endpoint";
import type { Request } from "./http";

/** The particulars of a service's answers. */
export interface Service {
  /** As a person calls it. */
  readonly name: string;
  /** Where it is, without a slash at the end. */
  readonly url: string;
  /** The place where the address is configured: a key, and where it is. */
  readonly addressFrom: string;
  /** Credentials; may log in first. */
  headers(): Promise<Record<string, string>>;
  /** Returns the headers for one request and its moment alone: made as the request leaves, however long it waited. */
  sign?(request: Pick<Request, "method" | "url" | "body">): Record<string, string>;
  explain(status: number, body: unknown, to?: Pick<Endpoint<unknown>, "verb" | "path">): Explained;
  /** Whether an answer of 500 or more says plainly that nothing was done. */
  isRefusal(status: number, body: unknown): boolean;
  /** Whether an answer other than 401 says that the credentials are not accepted. */
  refusesLogin?(body: unknown): boolean;
  /** Gets new credentials after the ones used were not accepted. */
  renew?(used: Record<string, string>): Promise<void>;
  /** Whether the request was not taken, as there are too many: by 429 where a service says it in no other way. */
  isThrottled?(status: number, body: string): boolean;
  /** The headers in which an answer names its request, beside `x-request-id`. */
  readonly requestIdHeaders?: readonly string[];
  readonly tls?: Pick<Request, "certificateAuthority" | "authorityFrom" | "insecure">;
}

/** A refusal, as far as the service's own form tells it. */
interface Explained {
  /** The vendor's own words. */
  words?: string;
  code?: string;
  /** A hint about the refusal. */
  hint?: string;
  /** All that is said of a login that is not accepted, in place of the request and the vendor's words. */
  rejected?: string;
}
