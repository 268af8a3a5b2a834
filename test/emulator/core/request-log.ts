import type { FastifyRequest } from "fastify";

export interface LogEntry {
  readonly service: string;
  readonly method: string;
  readonly path: string;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly headers: Record<string, string>;
  /** Time of the emulator's clock, ISO. */
  readonly time: string;
  /** The status that the client was told; null when it got no answer (yet). */
  status: number | null;
  fault?: string;
}

const shownHeaders = ["accept", "content-type", "user-agent", "x-project-id", "x-sdk-date"];

/** Credentials never enter the log; of Authorization only the scheme does. */
function headersOf(request: FastifyRequest): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const name of shownHeaders) {
    const value = request.headers[name];
    if (value !== undefined) shown[name] = String(value);
  }
  const { authorization } = request.headers;
  if (authorization !== undefined) shown.authorization = /^(\S+) ./.exec(authorization)?.[1] ?? "(raw)";
  if (request.headers["x-auth-token"] !== undefined) shown["x-auth-token"] = "(given)";
  return shown;
}

const secretKeys = new Set(["password", "secret", "apiKey"]);

/** A body as it was sent, but for the credentials in a login's. */
function withoutCredentials(value: unknown, key = "", parent = ""): unknown {
  if (typeof value === "string") return secretKeys.has(key) || (parent === "token" && key === "id") ? "(given)" : value;
  if (Array.isArray(value)) return value.map((item) => withoutCredentials(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutCredentials(inner, name, key)]));
}

/** Every request to a service, in the order of arrival. */
export class RequestLog {
  entries: LogEntry[] = [];
  private tallies = new Map<string, { requests: number; writes: number }>();

  add(service: string, request: FastifyRequest, now: number): LogEntry {
    const [path = ""] = request.url.split("?");
    const query = request.query as object;
    const entry: LogEntry = {
      service,
      method: request.method,
      path,
      ...(Object.keys(query).length > 0 && { query }),
      ...(request.body !== undefined && request.body !== null && { body: withoutCredentials(request.body) }),
      headers: headersOf(request),
      time: new Date(now).toISOString(),
      status: null,
    };
    this.entries.push(entry);
    const tally = this.tally(service);
    tally.requests++;
    if (!["GET", "HEAD"].includes(request.method)) tally.writes++;
    return entry;
  }

  tally(service: string): { requests: number; writes: number } {
    const known = this.tallies.get(service);
    if (known) return known;
    const fresh = { requests: 0, writes: 0 };
    this.tallies.set(service, fresh);
    return fresh;
  }

  clear(): void {
    this.entries = [];
    this.tallies.clear();
  }
}
