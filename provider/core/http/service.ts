import type { Endpoint } from "./endpoint";
import type { Request } from "./http";

/** A service as the client needs it: its address, its login and the form of its errors. */
export interface Service {
  /** Its name in messages. */
  readonly name: string;
  /** Its address, without a slash at the end. */
  readonly url: string;
  /** Where the address is configured, for messages. */
  readonly addressFrom: string;
  /** Returns the headers with credentials. It may log in first. */
  headers(): Promise<Record<string, string>>;
  /** Returns the headers that hold for one request at one time, such as a signature. It is called as the request leaves. */
  sign?(request: Pick<Request, "method" | "url" | "body">): Record<string, string>;
  /** Returns what a refusal says. */
  explain(status: number, body: unknown, to?: Pick<Endpoint<unknown>, "verb" | "path">): Explained;
  /** Returns whether an answer of 500 or more says plainly that nothing was done. Left out: none does. */
  isRefusal?(body: unknown): boolean;
  /** Returns whether an answer other than 401 says that the credentials are not accepted. */
  refusesLogin?(body: unknown): boolean;
  /** Gets new credentials after `used` was not accepted. */
  renew?(used: Record<string, string>): Promise<void>;
  /** Returns whether there were too many requests and this one was not carried out. Left out: HTTP 429 says so. */
  isThrottled?(status: number, body: string): boolean;
  /** The headers with the request id, beside `x-request-id`. */
  readonly requestIdHeaders?: readonly string[];
  readonly tls?: Pick<Request, "certificateAuthority" | "authorityFrom" | "insecure">;
}

/** A refusal, read by the service's own form. */
interface Explained {
  /** The vendor's own words. */
  words?: string;
  code?: string;
  /** A hint about the refusal. */
  hint?: string;
  /** The whole error for a login that is not accepted, in place of the request and the vendor's words. */
  rejected?: string;
}
