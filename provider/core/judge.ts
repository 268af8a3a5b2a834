import type { Endpoint } from "./endpoint";
import { BackupError, DoubtfulError, ServiceError } from "./errors";
import type { Outcome } from "./http";
import type { Redactor } from "./redact";
import type { Service } from "./service";

export interface Answer<Reply> {
  body: Reply;
  headers: Record<string, string | string[] | undefined>;
}

/** What the end of a request means: an answer, a refusal, or a doubt. */
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
    throw new BackupError(`${line} could not be sent to ${where}: ${outcome.reason}`);
  }
  if (outcome.kind === "doubtful") {
    if (write) throw new DoubtfulError(`${line} may or may not have been carried out: ${outcome.reason}`);
    throw new BackupError(`${line} failed: ${outcome.reason}`);
  }
  const { status, headers } = outcome;
  const body = parse(outcome.body);
  const id = headers["x-request-id"] ?? headers["x-openstack-request-id"] ?? headers["x-compute-request-id"];
  const request = id ? ` (request id ${id})` : "";
  if (status >= 300) {
    const { words, code, hint } = service.explain(status, body);
    const said =
      words ??
      (status < 400
        ? `a redirect to ${headers.location}, which is not followed`
        : excerpt(redactor.clean(outcome.body)));
    const message = `${line} was refused: ${said} (HTTP ${status}${code ? `, ${code}` : ""})${hint ? `. ${hint}` : ""}${request}`;
    if (status >= 500 && write && !service.isRefusal(status, body)) throw new DoubtfulError(message);
    throw new ServiceError(message, status, code, body);
  }
  const reply = to.reply.safeParse(body);
  if (reply.success) return { body: reply.data, headers };
  const where = reply.error.issues.map((issue) => `${issue.path.join(".") || "answer"}: ${issue.message}`).join("; ");
  const message = `${line} answered (HTTP ${status}) in a form that is not known: ${where}${request}`;
  throw write ? new DoubtfulError(message) : new BackupError(message);
}

/** What a body says; as it is, where that is no JSON. */
export function parse(body: string): unknown {
  if (body.trim() === "") return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** What is no answer of the service's own form: most often a page of a gateway before it. */
function excerpt(body: string): string {
  const text = body
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (text === "") return "without a word";
  return `a page that is not in the service's own form says "${text.slice(0, 200)}"`;
}
