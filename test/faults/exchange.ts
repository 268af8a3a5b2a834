import type { IncomingHttpHeaders } from "node:http";
import type { Fault } from "./fault";

/** A request on its way, and what became of it. */
export interface Exchange {
  readonly service: string;
  /** Which of several provider processes sent it: the address that it was given begins with `/g-` and this. */
  readonly generation: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  fault?: Fault | "answer";
  /** What the service answered; undefined when it never saw the request. */
  status?: number;
}

export const isWrite = ({ method, service }: Exchange): boolean => method !== "GET" && service !== "identity";
