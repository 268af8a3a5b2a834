import type { FastifyRequest } from "fastify";
import { frameworkRefusal, refusals } from "../refusals";
import { type Schema, validationMessage } from "./validation";

function mediaTypeOf(request: FastifyRequest): string {
  return (request.headers["content-type"] ?? "").split(";")[0]!.trim();
}

/** The body, once it has passed Trove's schema. */
export function validBody<Body>(request: FastifyRequest, schema: Schema): Body {
  const isEmpty = request.rawBody.length === 0;
  const mediaType = mediaTypeOf(request);
  if (!isEmpty && mediaType !== "application/json") {
    const words = `The request media type ${mediaType} is not supported by this server.\n<br /><br />\n`;
    throw frameworkRefusal(request, 415, words);
  }
  if (request.malformed) throw frameworkRefusal(request, 400, "Malformed request body<br /><br />\n\n\n");
  const message = validationMessage(schema, isEmpty ? {} : request.body);
  if (message === undefined) throw refusals.internal();
  if (message !== "") throw refusals.badRequest(message);
  return request.body as Body;
}
