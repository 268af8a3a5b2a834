import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { OptionsInit, RequestError, Response } from "got";

/** How a request ended, before its meaning is judged. */
export type Outcome =
  | { kind: "answered"; status: number; headers: Response["headers"]; body: string }
  /** The request did not reach the service. */
  | { kind: "not sent"; reason: string }
  /** The service may have acted. `headers` are those of an answer that broke off. */
  | { kind: "doubtful"; reason: string; headers?: Response["headers"] };

export interface Request {
  url: string;
  method: OptionsInit["method"];
  headers: Record<string, string>;
  body?: string;
  timeoutMilliseconds: number;
  certificateAuthority?: string;
  /** The configuration key that names the file with the certificate authority, where the service has one. */
  authorityFrom?: string;
  insecure?: boolean;
}

const MAXIMUM_BYTES = 32 * 1024 * 1024;

/** Error codes of a request that was not sent. EHOSTUNREACH can also end an open connection, so it is not among them. */
const NOT_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ERR_INVALID_URL"]);
/** The time limits that can only pass before a request is sent. */
const BEFORE_SENDING = new Set(["lookup", "connect", "secureConnect", "socket"]);

/**
 * The service may close an idle connection just as a request goes out, and then it is not known whether the request arrived.
 * So writes use new connections, and only reads share them.
 */
const reading = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
const writing = { http: new HttpAgent(), https: new HttpsAgent() };

/** Sends a request once, without redirects and retries. */
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

/** Returns the reason of a failure, with the name of the time limit where one passed. */
function reasonOf(error: RequestError & { event?: string }): string {
  if (error.code !== "ETIMEDOUT" || error.event === undefined) return error.message;
  if (BEFORE_SENDING.has(error.event)) return `no connection within ${CONNECT_MILLISECONDS / 1000} s`;
  if (!wasConnected(error)) return "no connection within the time of a request (backup-plans:requestTimeoutSeconds)";
  const seconds = Math.round(Number(/\d+(?=ms)/.exec(error.message)?.[0]) / 100) / 10;
  return `no whole answer within ${seconds} s (backup-plans:requestTimeoutSeconds)`;
}

/** Returns whether there was a connection, a secured one for https: without it nothing was sent. */
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
