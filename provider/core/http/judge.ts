import type { z } from "zod";
import { withoutLogin } from "../configuration/forms";
import { BackupError, DoubtfulError, ServiceError, UnansweredError } from "../ground/errors";
import type { Redactor } from "../run/redact";
import type { Endpoint } from "./endpoint";
import type { Outcome } from "./http";
import type { Service } from "./service";

export interface Answer<Reply> {
  body: Reply;
  headers: Record<string, string | string[] | undefined>;
}

/** Returns the answer of a request. Throws a refusal, or a doubt where a write may have been carried out. */
export function judge<Reply>(
  service: Service,
  to: Endpoint<Reply>,
  outcome: Outcome,
  line: string,
  redactor: Redactor,
): Answer<Reply> {
  const write = !to.safe;
  if (outcome.kind === "not sent") {
    const where = `${new URL(service.url).origin} (from ${service.addressFrom})`;
    throw new UnansweredError(`${line} could not be sent to ${where}: ${outcome.reason}`);
  }
  const request = requestIn(outcome.headers ?? {}, service);
  if (outcome.kind === "doubtful") {
    if (write) throw new DoubtfulError(`${line} may or may not have been carried out: ${outcome.reason}${request}`);
    throw new UnansweredError(`${line} failed: ${outcome.reason}${request}`);
  }
  const { status, headers } = outcome;
  const body = parse(outcome.body);
  if (status >= 300) {
    const { words, code, hint, rejected } = service.explain(status, body, to);
    if (rejected !== undefined) throw new ServiceError(`${rejected}${request}`, status, code, body);
    const said =
      words ??
      (status < 400
        ? `a redirect to ${headers.location}, which is not followed`
        : excerpt(redactor.clean(outcome.body)));
    const isElsewhere = words === undefined && (status < 400 || status === 404 || status === 405);
    const mend = hint ?? (isElsewhere ? otherAddress(service.url, service.addressFrom) : undefined);
    const message = `${line} was refused: ${said} (HTTP ${status}${code ? `, ${code}` : ""})${mend ? `. ${mend}` : ""}${request}`;
    if (isOpen(status) && write && !service.isRefusal?.(body)) throw new DoubtfulError(message);
    throw new ServiceError(message, status, code, body);
  }
  const reply = to.reply.safeParse(body);
  if (reply.success) return { body: reply.data, headers };
  const message = `${line} answered (HTTP ${status}) ${formOf(body, reply.error, service, redactor)}${request}`;
  throw write ? new DoubtfulError(message) : new BackupError(message);
}

/**
 * Returns whether a status leaves open what was done: a redirect may follow the work, and a proxy may answer 408 or 5xx.
 */
const isOpen = (status: number): boolean => status < 400 || status === 408 || status >= 500;

/** Returns whether the body of a refusal is cut off, so that its reason is not known. */
export function isCutRefusal(outcome: Outcome): boolean {
  return outcome.kind === "answered" && !isOpen(outcome.status) && isCut(outcome.body);
}

const isCut = (body: string): boolean => /^\s*[{[]/.test(body) && typeof parse(body) === "string";

/** Returns the request id for the vendor's support. */
function requestIn(headers: Answer<unknown>["headers"], { requestIdHeaders = [] }: Service): string {
  const id = ["x-request-id", ...requestIdHeaders].map((name) => headers[name]).find((value) => value !== undefined);
  return id ? ` (request id ${id})` : "";
}

/** Returns what is wrong with the form of a successful answer. */
function formOf(body: unknown, { issues }: z.core.$ZodError, service: Service, redactor: Redactor): string {
  if (body === undefined) return "with an empty body, where the service sends one";
  if (typeof body === "string") {
    const other = otherAddress(service.url, service.addressFrom);
    return `with a body that is not JSON: ${excerpt(redactor.clean(body))}. ${other}`;
  }
  const where = issues.slice(0, MOST_ISSUES).map(({ path, message }) => `${path.join(".") || "answer"}: ${message}`);
  const { words } = service.explain(200, body);
  const says = typeof words !== "string" ? "" : `, and says "${redactor.clean(words).slice(0, 200)}"`;
  return `in a form that is not known: ${where.join("; ")}${says}`;
}

const MOST_ISSUES = 5;

/** Returns the question whether the address is right, for an answer that does not seem to be the service's. */
export function otherAddress(url: string, from: string): string {
  return `Is "${withoutLogin(url)}" (from ${from}) the address of the service?`;
}

/** Returns the JSON of a body, or its text. */
export function parse(body: string): unknown {
  if (body.trim() === "") return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** Returns the beginning of an answer that is not in the service's own form, most often a gateway's page. */
function excerpt(body: string): string {
  const text = body
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (text === "") return body.trim() === "" ? "with an empty body" : "a page without text";
  if (isCut(body)) return `an answer that breaks off says "${text.slice(0, 200)}"`;
  return `a page that is not in the service's own form says "${text.slice(0, 200)}"`;
}
