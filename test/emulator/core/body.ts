import type { FastifyInstance } from "fastify";

declare module "fastify" {
  interface FastifyRequest {
    /** The bytes as sent: signatures are computed over them. */
    rawBody: Buffer;
    /** Sent as JSON, but is none: each vendor has its own answer to that. */
    malformed: boolean;
  }
}

function parseForm(text: string): Record<string, unknown> {
  const form: Record<string, unknown> = {};
  for (const [key, value] of new URLSearchParams(text)) {
    if (!key.endsWith("[]")) form[key] = value;
    else form[key.slice(0, -2)] = [...((form[key.slice(0, -2)] as string[] | undefined) ?? []), value];
  }
  return form;
}

/** Reads every body without ever refusing one. */
export function readBodies(app: FastifyInstance): void {
  app.decorateRequest("rawBody");
  app.decorateRequest("malformed", false);
  app.addHook("onRequest", async (request) => {
    request.rawBody = Buffer.alloc(0);
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (request, buffer, done) => {
    request.rawBody = buffer as Buffer;
    const text = buffer.toString();
    if (text === "") return done(null, undefined);
    if (request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) {
      return done(null, parseForm(text));
    }
    try {
      done(null, JSON.parse(text));
    } catch {
      request.malformed = true;
      done(null, undefined);
    }
  });
}
