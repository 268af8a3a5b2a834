import { randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { Refusal } from "../core/refusal";

const names = {
  400: "badRequest",
  401: "unauthorized",
  403: "forbidden",
  404: "itemNotFound",
  413: "overLimit",
  422: "unprocessableEntity",
  429: "overLimit",
  500: "instanceFault",
  503: "serviceUnavailable",
} as const;

/** Trove's own body for every refusal. */
export function fault(code: keyof typeof names, message: string, name: string = names[code]) {
  return { [name]: { code, message } };
}

export const internalError = () =>
  fault(500, `Internal Server Error. Please keep this ID to help us figure out what went wrong: (${randomUUID()}).`);

/** A refusal of the middleware that checks tokens. */
export const unauthenticated = {
  error: { code: 401, title: "Unauthorized", message: "The request you have made requires authentication." },
};

const refuse = (code: keyof typeof names, message: string, name?: string) =>
  new Refusal(code, fault(code, message, name));

export const refusals = {
  badRequest: (message: string) => refuse(400, message),
  unauthorized: (message: string) => refuse(401, message),
  forbidden: (message: string) => refuse(403, message),
  notFound: (message: string) => refuse(404, message),
  noResource: (id: string) => refuse(404, `Resource ${id} cannot be found.`),
  noRoute: () => refuse(404, "The resource could not be found."),
  overQuota: () => refuse(413, "Quota exceeded for resources: ['backups']."),
  unprocessable: (message: string) => refuse(422, message),
  internal: () => new Refusal(500, internalError()),
  noSwift: () => refuse(500, "Cannot connect to Swift.", "serverError"),
  overRate(verb: string, limit: number, seconds: number): Refusal {
    const retryAfter = String(seconds);
    const details = `Only ${limit} ${verb} request(s) can be made to * every minute.`;
    const words = { code: 413, message: "This request was rate-limited.", details, retryAfter };
    return new Refusal(413, { overLimit: words }, { "retry-after": retryAfter });
  },
};

const titles = { 400: "Bad Request", 403: "Forbidden", 415: "Unsupported Media Type" };

/** Returns a refusal of the framework below Trove: HTML, unless the client asks for JSON alone, which then has HTML inside. */
export function frameworkRefusal(request: FastifyRequest, code: keyof typeof titles, message: string): Refusal {
  const accept = request.headers.accept ?? "";
  const title = titles[code];
  if (accept.includes("application/json") && !accept.includes("text/html")) {
    return new Refusal(code, { message, code: `${code} ${title}`, title });
  }
  const head = `<html>\n <head>\n  <title>${code} ${title}</title>\n </head>\n <body>\n  <h1>${code} ${title}</h1>\n`;
  return new Refusal(code, `${head}  ${message}\n </body>\n</html>`, { "content-type": "text/html; charset=UTF-8" });
}
