import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { OptionsInit, RequestError, Response } from "got";

/** How a request ended, before anybody judges it. */
export type Outcome =
  | { kind: "answered"; status: number; headers: Response["headers"]; body: string }
  /** The service cannot have seen it. */
  | { kind: "not sent"; reason: string }
  /** The service may have acted on it; with the headers of an answer that never came to its end. */
  | { kind: "doubtful"; reason: string; headers?: Response["headers"] };

export interface Request {
  url: string;
  method: OptionsInit["method"];
  headers: Record<string, string>;
  body?: string;
  timeoutMilliseconds: number;
  certificateAuthority?: string;
  /** The key that names a file with the authority, where the service has one. */
  authorityFrom?: string;
  insecure?: boolean;
}

const MAXIMUM_BYTES = 32 * 1024 * 1024;

/** Unlike these, "unreachable" is also said of a connection over which the request went out: that is told by its timings. */
const NOT_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ERR_INVALID_URL"]);
/** The time limits that end before a request is sent. */
const BEFORE_SENDING = new Set(["lookup", "connect", "secureConnect", "socket"]);

/**
 * A connection that was idle may be closed by the service just as a request goes out, and nobody can tell whether it
 * arrived. So only reads share connections.
 */
const reading = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
const writing = { http: new HttpAgent(), https: new HttpsAgent() };

/** Sends once, follows nothing, repeats nothing. */
export async function send(request: Request): Promise<Outcome> {
  const { default: got } = await import("got");
  const promise = got(request.url, {
    method: request.method,
    headers: request.headers,
    body: request.body,
    agent: request.method === "GET" ? reading : writing,
    https: { certificateAuthority: request.certificateAuthority, rejectUnauthorized: !request.insecure },
    timeout: {
      lookup: CONNECT_MILLISECONDS,
      connect: CONNECT_MILLISECONDS,
      secureConnect: CONNECT_MILLISECONDS,
      request: request.timeoutMilliseconds,
    },
    retry: { limit: 0 },
    throwHttpErrors: false,
    followRedirect: false,
  });
  let tooLarge = false;
  let begun: Response["headers"] | undefined;
  promise.on("request", (sent) => {
    sent.once("response", ({ headers }) => {
      begun = headers;
    });
  });
  promise.on("downloadProgress", ({ transferred }) => {
    if (transferred <= MAXIMUM_BYTES) return;
    tooLarge = true;
    promise.cancel();
  });
  try {
    const { statusCode, headers, body } = await promise;
    return { kind: "answered", status: statusCode, headers, body };
  } catch (error) {
    const reason = `the answer is larger than ${MAXIMUM_BYTES / 1024 / 1024} MiB`;
    const outcome: Outcome = tooLarge ? { kind: "doubtful", reason } : failure(error as RequestError, request);
    return outcome.kind === "doubtful" ? { ...outcome, headers: begun } : outcome;
  }
}

const CONNECT_MILLISECONDS = 10_000;

/** A time limit of ours, told as one. */
function reasonOf(error: RequestError & { event?: string }): string {
  if (error.code !== "ETIMEDOUT" || error.event === undefined) return error.message;
  if (BEFORE_SENDING.has(error.event)) return `no connection within ${CONNECT_MILLISECONDS / 1000} s`;
  if (!wasConnected(error)) return "no connection within the time of a request (backup-plans:requestTimeoutSeconds)";
  const seconds = Math.round(Number(/\d+(?=ms)/.exec(error.message)?.[0]) / 100) / 10;
  return `no whole answer within ${seconds} s (backup-plans:requestTimeoutSeconds)`;
}

/** Without a connection, over TLS a secured one, nothing went out: our limit of the whole request may end that, too. */
function wasConnected({ timings, options }: RequestError): boolean {
  const isSecured = `${options.url}`.startsWith("https:");
  return timings === undefined || (isSecured ? timings.secureConnect : timings.connect) !== undefined;
}

function failure(error: RequestError & { event?: string }, { authorityFrom }: Request): Outcome {
  const code = error.code ?? "";
  const tls = /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS/.test(code);
  if (tls) {
    const or = authorityFrom === undefined ? "" : `, or ${authorityFrom},`;
    const hint = `the service's certificate is not trusted; the environment variable NODE_EXTRA_CA_CERTS${or} names a file with its authority`;
    return { kind: "not sent", reason: `${error.message} (${hint})` };
  }
  const early = NOT_SENT.has(code) || BEFORE_SENDING.has(error.event ?? "") || !wasConnected(error);
  return { kind: early ? "not sent" : "doubtful", reason: reasonOf(error) };
}
